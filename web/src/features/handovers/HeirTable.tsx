import './texts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Blank } from '@/shared/ui';
import type { Preview } from './data';
import { useSums } from './sums';
import styles from './handovers.module.css';

/** What each successor has now, gets, and will have. */
export function HeirTable({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sums = useSums();
  const label = (kind: string) => preview.kinds.find(one => one.kind === kind)?.label ?? kind;
  const count = (number: number) => format.exactNumber(number);
  if (preview.heirs.length === 0) return <Blank title={t('handovers.noHeirs')} />;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('handovers.preview')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('handovers.heir')}</th>
            <th scope="col">{t('handovers.what')}</th>
            <th scope="col" className={styles.right}>
              {t('handovers.before')}
            </th>
            <th scope="col" className={styles.right}>
              {t('handovers.gains')}
            </th>
            <th scope="col" className={styles.right}>
              {t('handovers.after')}
            </th>
          </tr>
        </thead>
        {preview.heirs.map(({ person, warnings, parts }) => (
          <tbody key={person.id}>
            {(parts.length ? parts : [null]).map((part, at) => (
              <tr key={part?.kind ?? 'none'}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={Math.max(1, parts.length)}>
                    {person.name}
                    {warnings.map(warning => (
                      <small key={warning} className={styles.obstacle}>
                        {warning}
                      </small>
                    ))}
                  </th>
                )}
                <td>{part ? label(part.kind) : t('handovers.nothing')}</td>
                <td className={styles.right}>
                  {part && part.before !== null && (
                    <>
                      {count(part.before)}
                      {part.sumsBefore.length > 0 && <small>{sums(part.sumsBefore)}</small>}
                    </>
                  )}
                </td>
                <td className={styles.right}>
                  {part && (
                    <>
                      +{count(part.gains)}
                      {part.gained.length > 0 && <small>{sums(part.gained)}</small>}
                    </>
                  )}
                </td>
                <td className={styles.right}>
                  {part && part.before !== null && count(part.before + part.gains)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
