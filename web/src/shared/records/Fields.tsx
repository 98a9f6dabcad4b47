import { useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldLevel, type Cell, type ColumnKind, type Option } from '@/shared/api';
import { CellView } from '@/shared/lists';
import { Masked, ShownRecord } from './Masked';
import styles from './records.module.css';

export type Field = {
  key: string;
  label: string;
  /** Shown as is, or by its kind just as in a table. */
  value?: Cell | undefined;
  kind?: ColumnKind;
  options?: Option[] | null;
  /** For RECORD: the list it lives in. */
  list?: string | null;
  render?: ReactNode;
  /** Takes the whole width. */
  wide?: boolean;
};

/** A group of fields with their values. */
export function Fields({ title, fields, edit }: { title?: string; fields: Field[]; edit?: ReactNode }) {
  const { t } = useTranslation();
  const of = useContext(ShownRecord);
  const levelOf = useFieldLevel();
  const level = (key: string) => (of ? levelOf(of.list, key) : 'WRITE');
  return (
    <section className={styles.group} aria-label={title ?? t('records.details')}>
      {title && (
        <header className={styles.groupHead}>
          <h2>{title}</h2>
          {edit}
        </header>
      )}
      <dl className={styles.fields}>
        {fields
          .filter(({ key }) => level(key) !== 'HIDDEN')
          .map(({ key, label, value, kind = 'TEXT', options = null, list = null, render, wide }) => (
            <div key={key} data-wide={wide ?? kind === 'LONG_TEXT'}>
              <dt>{label}</dt>
              <dd>
                {level(key) === 'MASKED' && typeof value === 'string' ? (
                  <Masked field={key} label={label} value={value} />
                ) : (
                  (render ?? <CellView column={{ kind, options, list }} value={value} />)
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
