import './texts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http, useCan } from '@/shared/api';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n';
import { ProblemAlert } from '@/shared/ui';
import { useHold, usePrivacyChanged } from './data';
import { HoldDrawer } from './HoldDrawer';
import styles from './privacy.module.css';

/** What may be done about somebody's data, for those who answer for it. */
export default function ContactTools({ contact, name }: { contact: string; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const changed = usePrivacyChanged();
  const hold = useHold(contact, can('privacy:read'));
  const [keeping, setKeeping] = useState(false);
  const out = useMutation({
    mutationFn: () => download(`/api/contacts/${contact}/personal-data`, `${name}.zip`),
  });
  const release = useMutation({
    mutationFn: () => http.delete(`/api/contacts/${contact}/hold`),
    onSuccess: () => changed(),
  });
  return (
    <section className={styles.block} aria-label={t('privacy.title')}>
      <h2>{t('privacy.title')}</h2>
      <ProblemAlert error={out.error ?? release.error} style={{ marginBottom: 8 }} />
      {hold.data && (
        <p className={styles.text}>
          {t('privacy.heldUntil', { day: format.day(hold.data.until), reason: hold.data.reason })}
        </p>
      )}
      <div className={styles.tools}>
        {can('privacy:export') && (
          <Button loading={out.isPending} onClick={() => out.mutate()}>
            {t('privacy.export')}
          </Button>
        )}
        {can('privacy:erase') && (
          <>
            <Link to={`/contacts/${contact}/erasure`}>
              <Button danger tabIndex={-1}>
                {t('privacy.erase')}…
              </Button>
            </Link>
            {hold.data ? (
              <Button loading={release.isPending} onClick={() => release.mutate()}>
                {t('privacy.release')}
              </Button>
            ) : (
              <Button onClick={() => setKeeping(true)}>{t('privacy.keep')}</Button>
            )}
          </>
        )}
      </div>
      {keeping && (
        <HoldDrawer
          contact={contact}
          name={name}
          hold={hold.data ?? null}
          onClose={() => setKeeping(false)}
        />
      )}
    </section>
  );
}
