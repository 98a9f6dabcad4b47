import './texts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui';
import { CloseOutlined } from '@/shared/ui/icons';
import { useSteps, type Draft } from './data';
import { useStepWords } from './words';
import styles from './drafts.module.css';

/** What the draft changes, in the order in which it was entered; what no longer fits says why. */
export function StepList({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const words = useStepWords();
  const steps = useSteps(draft);
  const open = draft.draft.state === 'DRAFT';
  if (draft.steps.length === 0) return <p className={styles.quiet}>{t('drafts.noSteps')}</p>;
  return (
    <>
      <ProblemAlert error={steps.error} style={{ marginBottom: 8 }} />
      <ol className={styles.steps}>
        {draft.steps.map(step => (
          <li key={step.id} data-unfit={step.problem !== null}>
            <div>
              {words(step)}
              {step.person && (step.kind === 'MOVE_SEAT' || step.kind === 'REPORT') && (
                <small>{step.person.name}</small>
              )}
              {step.problem !== null && (
                <p className={styles.problem}>
                  <b>{t('drafts.unfit')}</b> {step.problem}
                </p>
              )}
              {step.problem !== null && open && (
                <Button
                  size="small"
                  loading={steps.isPending}
                  onClick={() => steps.mutate({ to: 'steps/renew', body: { step: step.id } })}
                >
                  {t('drafts.renew')}
                </Button>
              )}
            </div>
            {open && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                disabled={steps.isPending}
                aria-label={`${t('drafts.undo')}${t('common.colon')}${words(step)}`}
                title={t('drafts.undo')}
                onClick={() => steps.mutate({ to: 'steps/remove', body: { step: step.id } })}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
