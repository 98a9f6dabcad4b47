import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { kindIcon } from './icons';
import { kinds, type Kind } from './types';
import styles from './followups.module.css';

type Props = { id?: string; disabled?: boolean; value?: Kind; onChange?: (kind: Kind) => void };

export function KindInput({ id, disabled = false, value = 'CALL', onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Segmented<Kind>
      block
      {...(id && { id })}
      disabled={disabled}
      aria-label={t('followups.kindLabel')}
      className={styles.kinds ?? ''}
      value={value}
      onChange={kind => onChange?.(kind)}
      options={kinds.map(kind => ({
        value: kind,
        label: (
          <span className={styles.kind}>
            {kindIcon[kind]}
            {t(`followups.kind.${kind}`)}
          </span>
        ),
      }))}
    />
  );
}
