import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';

type Props = { rows?: number; height?: number };
const widths = [38, 62, 46, 71, 54, 33, 58];

/** A quiet placeholder of the size of what is coming: never zeros, never a spinner. */
export function Bars({ rows = 8, height = 40 }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height, display: 'flex', alignItems: 'center', padding: '0 16px' }}>
          <div className={styles.skeleton} style={{ width: `${widths[row % widths.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
