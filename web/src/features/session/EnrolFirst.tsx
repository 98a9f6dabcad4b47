import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { freshCodesKey, http, type Document } from '@/shared/api';
import { Bars, ProblemAlert } from '@/shared/ui';
import { Enrolment } from './Enrolment';
import styles from './session.module.css';

const key = ['enrolment'];

/** Where the company asks for a second factor: setting one up before anything else. */
export function EnrolFirst({ onOther }: { onOther: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // Each beginning makes another secret, so it is asked for once and kept while this is open.
  const begun = useQuery({
    queryKey: key,
    queryFn: () => http.post<Document<'Enrolment'>>('/api/session/second-factor/enrolment'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return (
    <>
      <p className={styles.hint}>{t('session.factor.first')}</p>
      {begun.isPending && <Bars rows={4} />}
      <ProblemAlert error={begun.error} onRetry={() => void begun.refetch()} />
      {begun.data && (
        <Enrolment
          enrolment={begun.data}
          confirm={code => http.put<Document<'Enrolled'>>('/api/session/second-factor/enrolment', code)}
          // The way in opens once they are kept: who looks at another window meanwhile finds them still here.
          onDone={result => client.setQueryData(freshCodesKey, result)}
        />
      )}
      <Button type="link" block onClick={onOther} style={{ marginTop: 8 }}>
        {t('session.code.other')}
      </Button>
    </>
  );
}
