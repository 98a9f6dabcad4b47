import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import {
  http,
  isProblem,
  sessionKey,
  type Company,
  type CompanyDetails,
  type Document,
  type Problem,
} from '@/shared/api';
import { CompanyFields, FormProblem, MergeDialog, useSubmit, useUnsavedGuard } from '@/shared/forms';
import { HistoryButton } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { ChoiceLists } from './ChoiceLists';
import styles from './company.module.css';

const companyKey = ['company'];

/** What holds for the whole company. */
export default function CompanyPage() {
  const { t } = useTranslation();
  const company = useQuery({
    queryKey: companyKey,
    queryFn: ({ signal }) => http.get<Company>('/api/company', { signal }),
  });
  return (
    <article className={styles.page} aria-labelledby="company">
      <header className={styles.head}>
        <h1 id="company">{t('company.title')}</h1>
        <HistoryButton of={{ list: 'company', name: t('company.title') }} size="small" />
      </header>
      <p className={styles.text}>{t('company.text')}</p>
      {company.data?.demo && (
        <Alert type="info" showIcon title={t('company.demo')} style={{ marginBottom: 16 }} />
      )}
      <ProblemAlert error={company.error} onRetry={() => void company.refetch()} />
      {company.isPending && <Bars rows={6} />}
      {company.data && <Settings stored={company.data} />}
      <ChoiceLists />
    </article>
  );
}

const keys = ['nameZh', 'nameEn', 'currency', 'timeZone', 'fiscalYearStartMonth', 'language'] as const;
const detailsOf = (company: CompanyDetails) =>
  Object.fromEntries(keys.map(key => [key, company[key]])) as unknown as CompanyDetails;

function Settings({ stored }: { stored: Company }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<CompanyDetails>();
  const [dirty, setDirty] = useState(false);
  const [saved, setSaved] = useState(false);
  const [version, setVersion] = useState(stored.version);
  const [base, setBase] = useState(detailsOf(stored));
  const [stale, setStale] = useState<Problem | null>(null);
  useUnsavedGuard(dirty);
  const submit = useSubmit(form, ({ details, on }: { details: CompanyDetails; on: number }) =>
    http.put<Company>('/api/company', { details, version: on } satisfies Document<'ChangeCompany'>),
  );

  const take = (now: Company) => {
    client.setQueryData(companyKey, now);
    setVersion(now.version);
    setBase(detailsOf(now));
    flushSync(() => setDirty(false));
  };
  const save = (details: CompanyDetails, on: number) =>
    submit.mutate(
      { details: detailsOf(details), on },
      {
        onSuccess: now => {
          take(now);
          setSaved(true);
          // Amounts, dates and periods everywhere follow the company.
          void client.invalidateQueries({ queryKey: sessionKey });
          void client.invalidateQueries({ queryKey: ['history', 'company'] });
        },
        onError: error => {
          if (isProblem(error) && error.code === 'stale') setStale(error);
        },
      },
    );
  const isStale = isProblem(submit.error) && submit.error.code === 'stale';

  return (
    <Form<CompanyDetails>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={detailsOf(stored)}
      onValuesChange={() => {
        setDirty(true);
        setSaved(false);
      }}
      onFinish={values => save(values, version)}
    >
      {saved && <Alert type="success" showIcon title={t('company.saved')} style={{ marginBottom: 16 }} />}
      {!isStale && <FormProblem error={submit.error} homeless={submit.homeless} />}
      <CompanyFields />
      <Button type="primary" htmlType="submit" loading={submit.isPending} disabled={!dirty}>
        {t('common.save')}
      </Button>
      <MergeDialog<CompanyDetails>
        meeting={
          stale && {
            base,
            mine: detailsOf(form.getFieldsValue(true) as CompanyDetails),
            theirs: detailsOf(stale.current as unknown as Company),
          }
        }
        fields={keys.map(key => ({ key, label: t(`setup.company.${key}`) }))}
        saving={submit.isPending}
        onCancel={() => setStale(null)}
        onSave={details => {
          const now = stale!.current as unknown as Company;
          setStale(null);
          setBase(detailsOf(now));
          form.setFieldsValue(details);
          save(details, now.version);
        }}
      />
    </Form>
  );
}
