import { useTranslation } from 'react-i18next';
import styles from './records.module.css';

export type Stage = { value: string; label: string; closed?: 'won' | 'lost' };
type Props = {
  stages: Stage[];
  current: string;
  /** Lets a stage be chosen; the caller asks for what its gate requires. */
  onSelect?: (stage: Stage) => void;
  disabled?: boolean;
};

/** The way a record goes, with the step it stands on. */
export function StagePath({ stages, current, onSelect, disabled = false }: Props) {
  const { t } = useTranslation();
  const at = stages.findIndex(stage => stage.value === current);
  return (
    <ol className={styles.path} aria-label={t('records.stages')}>
      {stages.map((stage, index) => {
        const state = index === at ? (stage.closed ?? 'current') : index < at ? 'past' : 'ahead';
        const fixed = !onSelect || disabled || index === at;
        return (
          <li key={stage.value} data-state={state} aria-current={index === at ? 'step' : undefined}>
            {fixed ? (
              <span>{stage.label}</span>
            ) : (
              <button type="button" onClick={() => onSelect(stage)}>
                {stage.label}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
