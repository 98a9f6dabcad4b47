import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './session.module.css';

/** Ten codes for the day the app is lost; shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  const address = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`;
  return (
    <div className={styles.codes} role="group" aria-label={t('session.codes.title')}>
      <h3>{t('session.codes.title')}</h3>
      <Alert type="warning" showIcon title={t('session.codes.text')} />
      <ul>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.codesFoot}>
        <Typography.Text copyable={{ text }}>{t('session.codes.copy')}</Typography.Text>
        <a href={address} download={t('session.codes.file')}>
          {t('session.codes.download')}
        </a>
        <Button type="primary" onClick={onKept}>
          {t('session.codes.kept')}
        </Button>
      </div>
    </div>
  );
}
