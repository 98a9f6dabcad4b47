import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/api';
import { FollowUpDrawer } from '@/shared/followups/Drawers';
import { useFormat } from '@/shared/i18n';
import { isSeen, useWaiting } from './data';
import { drop, type KeptAbout, type Waiting } from './store';
import styles from './outbox.module.css';

type Props = {
  /** Only those about this record. */
  about?: KeptAbout | undefined;
  /** Whose, where nobody is signed in because the server cannot be asked. */
  person?: string | undefined;
};

const within = (about: KeptAbout | undefined) => (one: Waiting) => {
  if (!about) return true;
  const of = about.opportunity ? 'opportunity' : about.contact ? 'contact' : 'customer';
  return one.about[of]?.id === about[of]?.id;
};

/** Follow-ups written here that have not been seen to arrive; nothing where there are none. */
export default function WaitingList({ about, person }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal } = App.useApp();
  const me = useMe();
  const waiting = useWaiting(person)?.filter(isSeen).filter(within(about));
  const [edited, setEdited] = useState<Waiting | null>(null);
  if (!waiting || (waiting.length === 0 && !edited)) return null;

  const discard = (one: Waiting) =>
    void modal.confirm({
      title: t('outbox.discardTitle'),
      content: t('outbox.discardText', { text: one.body.text.slice(0, 40) }),
      okText: t('outbox.discard'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => drop(one.key),
    });
  return (
    <section className={styles.waiting} aria-label={t('outbox.title')}>
      <h2>{t('outbox.title')}</h2>
      <ul>
        {waiting.map(one => (
          <li key={one.key} data-refused={one.refusal !== null}>
            <p className={styles.head}>
              <strong>{t(one.refusal ? 'outbox.refused' : 'outbox.waiting')}</strong>
              <span>
                {[one.about.customer, one.about.contact, one.about.opportunity]
                  .map(ref => ref?.name)
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <time dateTime={one.writtenAt}>{format.instant(one.writtenAt)}</time>
            </p>
            <p className={styles.text}>{one.body.text}</p>
            {one.refusal && (
              <>
                <p className={styles.reason} role="alert">
                  {one.refusal.code === 'doubtful'
                    ? t('outbox.doubtful')
                    : [one.refusal.detail, ...one.refusal.errors.map(({ message }) => message)]
                        .filter(Boolean)
                        .join(' ')}
                </p>
                <p className={styles.buttons}>
                  {me && (
                    <Button size="small" onClick={() => setEdited(one)}>
                      {t('outbox.edit')}
                    </Button>
                  )}
                  <Button size="small" danger type="text" onClick={() => discard(one)}>
                    {t('outbox.discard')}
                  </Button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      <FollowUpDrawer
        open={edited !== null}
        draft={edited}
        about={edited?.about}
        onClose={() => setEdited(null)}
      />
    </section>
  );
}
