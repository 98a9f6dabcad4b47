import './texts';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CheckOutlined } from '@/shared/ui/icons';
import { reachable, stepNames, type StepName } from './spec';
import type { Import } from './types';
import styles from './imports.module.css';

type Props = { imported: Import; at: StepName; onGo: (step: StepName) => void };

/** Where one is on the way; steps whose needs are met can be gone to. */
export function Steps({ imported, at, onGo }: Props) {
  const { t } = useTranslation();
  const position = stepNames.indexOf(at);
  const busy = imported.state === 'CHECKING' || imported.state === 'RUNNING';
  return (
    <nav aria-label={t('imports.steps')} className={styles.steps}>
      <ol>
        {stepNames.map((name, index) => {
          const past = index < position || imported.state === 'DONE';
          const content = (
            <>
              <span className={styles.stepMark} aria-hidden="true">
                {past && name !== at ? <CheckOutlined /> : index + 1}
              </span>
              <span className={styles.stepName}>{t(`imports.step.${name}`)}</span>
            </>
          );
          return (
            <li key={name} data-state={name === at ? 'current' : past ? 'past' : 'ahead'}>
              {name !== at && !busy && reachable(imported, name) ? (
                <Link
                  to={`?step=${name}`}
                  onClick={event => {
                    if (event.ctrlKey || event.metaKey) return;
                    event.preventDefault();
                    onGo(name);
                  }}
                >
                  {content}
                </Link>
              ) : (
                <span aria-current={name === at ? 'step' : undefined}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
      <span className={styles.stepOf}>
        {t('imports.stepOf', { number: position + 1, total: stepNames.length })}
      </span>
    </nav>
  );
}
