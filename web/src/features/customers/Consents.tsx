import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { useFormat, useLanguage } from '@/shared/i18n';
import { Fields } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './consents.module.css';

export type Consent = Document<'Consent'>;
export const consentsKey = (contact: string) => ['consents', contact] as const;

// Brings the calendar along: it loads with the first one opened.
const ConsentForm = lazy(() => import('./ConsentForm'));

/** By which channels a contact may be approached, since when and by what evidence. */
export default function Consents({ contact }: { contact: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const can = useCan();
  const client = useQueryClient();
  const [noting, setNoting] = useState<Consent | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...consentsKey(contact), language],
    queryFn: ({ signal }) => http.get<Consent[]>(`/api/contacts/${contact}/consents`, { signal }),
  });
  if (!data) {
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={3} />;
  }
  const changed = () => {
    void client.invalidateQueries({ queryKey: consentsKey(contact) });
    void client.invalidateQueries({ queryKey: ['history', 'contacts', contact] });
  };
  const told = ({ since, source, notedBy }: Consent) =>
    [
      since && t('customers.consents.from', { day: format.day(since) }),
      source,
      notedBy?.name && t('customers.consents.by', { name: notedBy.name }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <Fields
        title={t('customers.consents.title')}
        fields={data.map(consent => ({
          key: `consent-${consent.channel}`,
          label: t(`customers.consents.channel.${consent.channel}`),
          wide: true,
          render: (
            <span className={styles.consent}>
              <span className={styles.state} data-state={consent.state}>
                {t(`customers.consents.state.${consent.state}`)}
              </span>
              <span className={styles.told}>{told(consent)}</span>
              {can('customers:edit') && (
                <Button
                  type="link"
                  size="small"
                  aria-label={t('customers.consents.note', {
                    channel: t(`customers.consents.channel.${consent.channel}`),
                  })}
                  onClick={() => setNoting(consent)}
                >
                  {t('common.edit')}
                </Button>
              )}
            </span>
          ),
        }))}
      />
      {noting && (
        <Suspense fallback={null}>
          <ConsentForm
            contact={contact}
            consent={noting}
            onClose={() => setNoting(null)}
            onChanged={changed}
          />
        </Suspense>
      )}
    </>
  );
}
