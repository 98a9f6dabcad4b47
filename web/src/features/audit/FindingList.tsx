import './texts';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import styles from './audit.module.css';

type Finding = Document<'AuditFinding'>;

/** What does not fit the seals, each with what is known of the entry. */
export function FindingList({ findings, found }: { findings: Finding[]; found: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '' : format.exactNumber(value));
  const say = ({ kind, number: first, until, at }: Finding) =>
    t(`audit.seal.finding.${kind}`, {
      number: number(first),
      until: number(until),
      at: at ? format.exactInstant(at) : '',
    });
  return (
    <section className={styles.part} aria-label={t('audit.seal.findings')}>
      <h3>{t('audit.seal.findings')}</h3>
      <ol className={styles.findings}>
        {findings.map((one, index) => (
          <li key={index}>
            {say(one)}
            {one.entry && (
              <span className={styles.aside}>
                {[one.at && format.exactInstant(one.at), one.actor, one.subject].filter(Boolean).join(' · ')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {found > findings.length && (
        <p className={styles.hint}>
          {t('audit.seal.more', { number: format.exactNumber(found - findings.length) })}
        </p>
      )}
    </section>
  );
}
