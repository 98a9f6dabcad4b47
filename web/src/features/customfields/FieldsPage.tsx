import { useQuery } from '@tanstack/react-query';
import { App, Button, Tabs, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { http, type Document } from '@/shared/api';
import {
  useFields,
  useFieldsChanged,
  useLabel,
  type CustomField,
  type HostType,
} from '@/shared/customfields';
import { LineButtons } from '@/shared/forms/LineButtons';
import { useListing } from '@/shared/lists/data';
import { HistoryButton } from '@/shared/records';
import { Bars, Blank, ProblemAlert, useProblemText } from '@/shared/ui';
import { DeleteOutlined, PlusOutlined } from '@/shared/ui/icons';
import styles from './customfields.module.css';

const FieldForm = lazy(() => import('./FieldForm'));
const order = ['customers', 'contacts', 'opportunities', 'activities', 'products'];
const rank = ({ type }: Host) => (order.includes(type) ? order.indexOf(type) : order.length);

type Host = Document<'CustomFieldHost'>;

/** The fields the company added to its records. */
export default function FieldsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const hosts = useQuery({
    queryKey: ['custom-fields'],
    queryFn: ({ signal }) => http.get<Host[]>('/api/custom-fields', { signal }),
    staleTime: Infinity,
  });
  const known = (hosts.data ?? []).toSorted((a, b) => rank(a) - rank(b));
  const active = known.find(({ type }) => type === search.get('type')) ?? known[0];
  return (
    <section className={styles.page} aria-label={t('customfields.title')}>
      <header className={styles.top}>
        <h1>{t('customfields.title')}</h1>
        <p>{t('customfields.hint')}</p>
        {active && active.type !== 'activities' && (
          <p>
            <Link to={`/form-layouts?list=${active.type}`}>{t('customfields.layouts')} →</Link>
          </p>
        )}
      </header>
      <ProblemAlert error={hosts.error} onRetry={() => void hosts.refetch()} />
      {hosts.isPending && <Bars rows={8} />}
      {active && (
        <Tabs
          activeKey={active.type}
          onChange={type => setSearch({ type }, { replace: true })}
          items={known.map(host => ({
            key: host.type,
            label: t(`shell.page.${host.type as HostType}`),
            children: host.type === active.type && <Of key={host.type} host={host} />,
          }))}
        />
      )}
    </section>
  );
}

function Of({ host }: { host: Host }) {
  const type = host.type as HostType;
  const { t } = useTranslation();
  const fields = useFields(type);
  const [form, setForm] = useState<{ record: CustomField | null } | null>(null);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ record: null })}>
      {t('customfields.add')}
    </Button>
  );
  const all = fields.data;
  if (!all) {
    return fields.error ? (
      <ProblemAlert error={fields.error} onRetry={() => void fields.refetch()} />
    ) : (
      <Bars rows={6} />
    );
  }
  return (
    <>
      {all.length === 0 ? (
        <Blank title={t('customfields.none')} text={t('customfields.noneText')} action={add} />
      ) : (
        <>
          <div className={styles.actions}>{add}</div>
          <FieldTable type={type} fields={all} onEdit={record => setForm({ record })} />
        </>
      )}
      {form && (
        <Suspense fallback={null}>
          <FieldForm host={host} record={form.record} fields={all} onClose={() => setForm(null)} />
        </Suspense>
      )}
    </>
  );
}

type TableProps = { type: HostType; fields: CustomField[]; onEdit: (field: CustomField) => void };

function FieldTable({ type, fields, onEdit }: TableProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const changed = useFieldsChanged(type);
  const required = useRequired(type, fields);
  const dash = t('common.dash');

  const run = async (send: () => Promise<unknown>, said?: string) => {
    try {
      await send();
      if (said) void message.success(said);
    } catch (error) {
      void message.error(problemText(error));
    }
    await changed();
  };
  const move = (from: number, to: number) => {
    const ids = fields.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    return run(() => http.put(`/api/custom-fields/${type}/order`, { ids }));
  };
  const remove = (field: CustomField) =>
    modal.confirm({
      title: t('customfields.deleteTitle', { name: label(field.name) }),
      content: t('customfields.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () =>
        run(
          () => http.delete(`/api/custom-fields/${type}/${field.id}`),
          t('customfields.deleted', { name: label(field.name) }),
        ),
    });

  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t(`shell.page.${type}`)}>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{t('customfields.name')}</th>
            <th scope="col">{t('customfields.nameEn')}</th>
            <th scope="col">{t('customfields.typeLabel')}</th>
            <th scope="col">{t('customfields.code')}</th>
            <th scope="col">{t('customfields.sectionOf')}</th>
            <th scope="col">{t('customfields.required')}</th>
            <th scope="col">{t('customfields.inList')}</th>
            <th scope="col" aria-label={t('common.more')} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => {
            const name = label(field.name);
            return (
              <tr key={field.id} data-retired={field.retired}>
                <td>
                  <Button type="link" size="small" onClick={() => onEdit(field)}>
                    {field.name.zh}
                  </Button>
                  {field.retired && <Tag>{t('customfields.retiredTag')}</Tag>}
                </td>
                <td>{field.name.en}</td>
                <td>
                  {t(`customfields.type.${field.type}`)}
                  {field.options.length > 0 && (
                    <small>
                      {' '}
                      {field.options.map(option => label(option.name)).join(t('common.separator'))}
                    </small>
                  )}
                </td>
                <td>
                  <code>{field.code}</code>
                </td>
                <td>{label(field.section) || dash}</td>
                <td>{required(field)}</td>
                <td>
                  {[
                    ...(field.shown ? [t('customfields.shownTag')] : []),
                    ...(field.totalled ? [t('customfields.totalledTag')] : []),
                    ...(field.filterable ? [t('customfields.filterableTag')] : []),
                    ...(field.searched ? [t('customfields.searchedTag')] : []),
                  ].join(t('common.separator')) || dash}
                </td>
                <td>
                  <span className={styles.rowActions}>
                    <LineButtons
                      name={name}
                      index={index}
                      count={fields.length}
                      onMove={(from, to) => void move(from, to)}
                      onRemove={() => remove(field)}
                      removeIcon={<DeleteOutlined />}
                    >
                      <HistoryButton of={{ list: 'customfields', id: field.id, name }} size="small" />
                    </LineButtons>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** When a field is required, in words. */
function useRequired(type: HostType, fields: CustomField[]) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns = useListing(type).data?.columns ?? [];
  return ({ required: { when, field: key, values } }: CustomField) => {
    if (when !== 'WHEN' || !key) return t(`customfields.when.${when}`);
    const column = columns.find(one => one.key === key);
    const custom = fields.find(one => `custom.${one.code}` === key);
    const word = (value: string) =>
      column?.options?.find(option => option.value === value)?.label ??
      (value === 'true' ? t('common.yes') : value === 'false' ? t('common.no') : value);
    return t('customfields.whenShort', {
      field: column?.label ?? label(custom?.name),
      values: values.map(word).join(t('common.separator')),
    });
  };
}
