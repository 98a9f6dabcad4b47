import '@/shared/privacy/texts';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http, isProblem, useCan, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { ListPage } from '@/shared/lists';
import { usePrivacyChanged, useRetention } from '@/shared/privacy/data';
import { DueView } from './DueView';
import { ErasureView } from './ErasureView';
import { RetentionDrawer } from './RetentionDrawer';

type Which = 'erasures' | 'due-contacts';

/** Who was erased and why, and contacts that have been kept for long enough. */
export default function ErasuresPage({ which = 'erasures' }: { which?: Which }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const retention = useRetention();
  const [ruling, setRuling] = useState(false);
  return (
    <>
      <ListPage
        key={which}
        list={which}
        {...(which === 'due-contacts' &&
          retention.data && { empty: t(retention.data.months ? 'privacy.noneDue' : 'privacy.forever') })}
        drawer={({ id, onClose }) =>
          which === 'erasures' ? (
            <ErasureView key={id} id={id} />
          ) : (
            <DueView key={id} id={id} onClose={onClose} />
          )
        }
        actions={
          <>
            <Segmented<Which>
              aria-label={t('privacy.which')}
              value={which}
              options={[
                { value: 'erasures', label: t('privacy.erasures') },
                { value: 'due-contacts', label: t('privacy.due') },
              ]}
              onChange={next => void navigate(`/${next}`)}
            />
            {which === 'due-contacts' && can('privacy:erase') && <EraseDue due={retention.data?.due ?? 0} />}
            <Button onClick={() => setRuling(true)}>{t('privacy.rule')}</Button>
          </>
        }
      />
      {retention.data && (
        <RetentionDrawer
          key={retention.data.version}
          open={ruling}
          retention={retention.data}
          onClose={() => setRuling(false)}
        />
      )}
    </>
  );
}

function EraseDue({ due }: { due: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const changed = usePrivacyChanged();
  if (due === 0) return null;
  const number = format.exactNumber(due);
  const erase = async () => {
    try {
      const started = await http.post<Document<'DueErased'>>('/api/retention/erase-due');
      void message.success(t('privacy.started', { number: format.exactNumber(started.number) }));
      await changed();
      void navigate('/erasures');
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.detail : String(problem));
    }
  };
  return (
    <Button
      danger
      onClick={() =>
        void modal.confirm({
          title: t('privacy.eraseDueConfirm'),
          content: t('privacy.eraseDueText', { number }),
          okText: t('privacy.start'),
          okButtonProps: { danger: true },
          focusable: { autoFocusButton: 'cancel' },
          onOk: erase,
        })
      }
    >
      {t('privacy.eraseDue', { number })}
    </Button>
  );
}
