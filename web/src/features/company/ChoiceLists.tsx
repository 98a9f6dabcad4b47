import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { FormDrawer, Pair } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { HistoryButton } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import styles from './company.module.css';

const lists = ['industries', 'sources', 'loss-reasons'] as const;
type List = (typeof lists)[number];
type Choice = Document<'Choice'>;
const choicesKey = (list: List) => ['choices', list] as const;

/** The values people choose from, as the company keeps them. */
export function ChoiceLists() {
  const { t } = useTranslation();
  return (
    <section className={styles.lists} aria-labelledby="choice-lists">
      <header className={styles.head}>
        <h2 id="choice-lists">{t('company.choices.title')}</h2>
        <HistoryButton of={{ list: 'choices', name: t('company.choices.title') }} size="small" />
      </header>
      <p className={styles.text}>{t('company.choices.text')}</p>
      <Tabs
        items={lists.map(list => ({
          key: list,
          label: t(`company.choices.list.${list}`),
          children: <Values list={list} />,
        }))}
      />
    </section>
  );
}

function Values({ list }: { list: List }) {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: choicesKey(list),
    queryFn: ({ signal }) => http.get<Choice[]>(`/api/choices/${list}`, { signal }),
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={6} />;
  return (
    <>
      <div className={styles.listHead}>
        <span className="numbers">
          {t('company.choices.count', { count: data.length, number: format.exactNumber(data.length) })}
        </span>
        {can('company:edit') && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('company.choices.add')}
          </Button>
        )}
      </div>
      <table className={styles.choices}>
        <thead>
          <tr>
            <th scope="col">{t('company.choices.name')}</th>
            <th scope="col">{t('company.choices.nameEn')}</th>
            <th scope="col">{t('company.choices.code')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ code, name, nameEn }) => (
            <tr key={code}>
              <td>{name}</td>
              <td>{nameEn}</td>
              <td>{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddValue list={list} open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function AddValue({ list, open, onClose }: { list: List; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const label = t(`company.choices.list.${list}`);
  const required = [{ required: true, whitespace: true, message: t('setup.required') }];
  return (
    <FormDrawer<Choice, Choice>
      open={open}
      width={480}
      title={t('company.choices.addTo', { list: label })}
      onClose={onClose}
      save={({ name, nameEn, code }, idempotencyKey) =>
        http.post(
          `/api/choices/${list}`,
          { name: name.trim(), nameEn: nameEn.trim(), code: code?.trim() || null },
          { idempotencyKey },
        )
      }
      onSaved={({ name }) => {
        void message.success(t('company.choices.added', { name, list: label }));
        void client.invalidateQueries({ queryKey: choicesKey(list) });
        void client.invalidateQueries({ queryKey: ['history', 'choices'] });
        // Forms and filters offer what the lists describe.
        void client.invalidateQueries({ queryKey: ['lists'] });
      }}
    >
      <Pair>
        <Form.Item name="name" label={t('company.choices.name')} rules={required}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('company.choices.nameEn')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      </Pair>
      <Form.Item
        name="code"
        label={t('company.choices.code')}
        extra={t('company.choices.codeHint')}
        rules={[{ pattern: /^[a-z0-9-]{1,60}$/, message: t('company.choices.codeRule') }]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
    </FormDrawer>
  );
}
