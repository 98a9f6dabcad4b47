import './texts';
import { CheckOutlined, CloseOutlined } from '@/shared/ui/icons';
import { Alert, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { PersonSelect, RecordSelect } from '@/shared/forms';
import { useLanguage } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { useRuledFields } from './data';
import styles from './accounts.module.css';

type Explained = Document<'Explained'>;

/** What a person may see of a record and do with it, and by which role. */
export default function RightsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const lists = useRuledFields();
  const [params, setParams] = useSearchParams();
  const person = params.get('person');
  const list = params.get('list') ?? 'customers';
  const record = params.get('record');
  const set = (changes: Record<string, string | null>) =>
    setParams(
      now => {
        const next = new URLSearchParams(now);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const explained = useQuery({
    queryKey: ['rights', person, list, record, language],
    queryFn: ({ signal }) => http.get<Explained>(`/api/rights/${person}/${list}/${record}`, { signal }),
    enabled: Boolean(person && record),
    staleTime: 0,
  });
  return (
    <section className={styles.page} aria-label={t('accounts.rights.title')}>
      <header className={styles.top}>
        <div className={styles.head}>
          <h1>{t('accounts.rights.title')}</h1>
        </div>
        <p className={styles.hint}>{t('accounts.rights.text')}</p>
      </header>
      <div className={styles.asked}>
        <PersonSelect
          aria-label={t('accounts.rights.person')}
          placeholder={t('accounts.rights.person')}
          value={person}
          onChange={id => set({ person: id })}
        />
        <Select
          aria-label={t('accounts.rights.list')}
          value={list}
          options={(lists.data ?? []).map(({ list: value, label }) => ({ value, label }))}
          onChange={value => set({ list: value, record: null })}
        />
        <RecordSelect
          key={list}
          list={list}
          aria-label={t('accounts.rights.record')}
          placeholder={t('accounts.rights.record')}
          value={record}
          onChange={id => set({ record: id })}
        />
      </div>
      {explained.error ? (
        <ProblemAlert
          error={explained.error}
          onRetry={() => void explained.refetch()}
          style={{ margin: 24 }}
        />
      ) : !person || !record ? (
        <Blank title={t('accounts.rights.choose')} />
      ) : explained.data ? (
        <Answer explained={explained.data} />
      ) : (
        <Bars rows={8} />
      )}
    </section>
  );
}

function Answer({ explained }: { explained: Explained }) {
  const { t } = useTranslation();
  const { record, account, reads, owner, actions, fields } = explained;
  if (!account)
    return <Alert type="info" showIcon title={t('accounts.rights.noAccount')} style={{ margin: 24 }} />;
  const ruled = fields.filter(({ level, roles }) => level !== 'WRITE' || roles.length > 0);
  return (
    <div className={styles.answer}>
      <p className={styles.verdict}>
        {reads ? (
          <CheckOutlined className={styles.yes ?? ''} />
        ) : (
          <CloseOutlined className={styles.no ?? ''} />
        )}
        <b>{t(reads ? 'accounts.rights.reads' : 'accounts.rights.doesNotRead', { title: record.title })}</b>
        {owner?.name && (
          <span className={styles.hint}>{t('accounts.rights.owner', { name: owner.name })}</span>
        )}
      </p>
      <h2>{t('accounts.rights.actions')}</h2>
      <ul className={styles.reasons}>
        {actions.map(({ permission, label, allowed, because }) => (
          <li key={permission}>
            {allowed ? (
              <CheckOutlined className={styles.yes ?? ''} aria-label={t('common.yes')} />
            ) : (
              <CloseOutlined className={styles.no ?? ''} aria-label={t('common.no')} />
            )}
            <b>{label}</b>
            <span>
              {because.length === 0
                ? t('accounts.rights.noRole')
                : because
                    .map(({ name, reach, way }) =>
                      t(`accounts.rights.way.${way}`, { role: name, reach: t(`accounts.reach.${reach}`) }),
                    )
                    .join(t('common.separator'))}
            </span>
          </li>
        ))}
      </ul>
      <h2>{t('accounts.rights.fields')}</h2>
      {ruled.length === 0 ? (
        <p className={styles.hint}>{t('accounts.rights.allOpen')}</p>
      ) : (
        <ul className={styles.reasons}>
          {ruled.map(({ key, label, level, roles }) => (
            <li key={key}>
              <b>{label}</b>
              <span>{t(`accounts.fieldLevel.${level}`)}</span>
              <span className={styles.hint}>
                {roles.length === 0
                  ? t('accounts.rights.derived')
                  : roles
                      .map(one => `${one.name}: ${t(`accounts.fieldLevel.${one.level}`)}`)
                      .join(t('common.separator'))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
