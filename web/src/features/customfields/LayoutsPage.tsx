import '@/shared/layouts/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { http, isProblem, type Document } from '@/shared/api';
import { useFields, useLabel } from '@/shared/customfields';
import { loadTexts } from '@/shared/i18n';
import { laidOut, layoutKey, type FormLayout, type LaidOutType } from '@/shared/layouts/data';
import { useListing } from '@/shared/lists/data';
import { Bars, ProblemAlert } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import { formFields, layoutOf, linesOf, needed, newSection, tidy, type Line } from './formFields';
import { LayoutPreview } from './LayoutPreview';
import styles from './layouts.module.css';

const Reorder = lazy(() => import('@/shared/lists/Reorder'));
type All = Document<'FormLayouts'>;
const everybody = 'everybody';

/** How forms are laid out for everybody and for single roles. */
export default function LayoutsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const active = laidOut.find(one => one === search.get('list')) ?? 'customers';
  return (
    <section className={styles.page} aria-label={t('layouts.title')}>
      <header className={styles.top}>
        <Link to={`/custom-fields?type=${active}`}>← {t('customfields.title')}</Link>
        <h1>{t('layouts.title')}</h1>
        <p>{t('layouts.hint')}</p>
      </header>
      <Tabs
        activeKey={active}
        onChange={list => setSearch({ list }, { replace: true })}
        items={laidOut.map(list => ({
          key: list,
          label: t(`shell.page.${list}`),
          children: list === active && <Of key={list} list={list} />,
        }))}
      />
    </section>
  );
}

function Of({ list }: { list: LaidOutType }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const role = search.get('role') ?? everybody;
  const listing = useListing(list);
  const custom = useFields(list);
  const all = useQuery({
    queryKey: [...layoutKey(list), 'all'],
    queryFn: ({ signal }) => http.get<All>(`/api/layouts/${list}/all`, { signal }),
  });
  // Headings are offered in both languages, whichever is read.
  const english = useQuery({
    queryKey: ['texts', 'en'],
    queryFn: () => loadTexts('en').then(() => true),
    staleTime: Infinity,
  });
  const label = useLabel();
  const error = all.error ?? custom.error ?? listing.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void all.refetch()} />;
  if (!all.data || !custom.data || !listing.data || english.isPending) return <Bars rows={8} />;
  const { roles, layouts } = all.data;
  const own = custom.data.filter(({ retired, type }) => !retired && type !== 'FORMULA');
  const words = new Map(listing.data.columns.map(column => [column.key, column.label]));
  const name = (key: string) => {
    const code = key.startsWith('custom.') ? key.slice('custom.'.length) : null;
    return code
      ? label(own.find(field => field.code === code)?.name)
      : (words.get(key) ?? t(`layouts.field.${key}`, { defaultValue: key }));
  };
  const which = layouts.find(layout => (layout.role ?? everybody) === role) ?? null;
  const begin = which ?? layouts.find(layout => layout.role === null) ?? null;
  return (
    <>
      <div className={styles.tools}>
        <Select
          aria-label={t('layouts.role')}
          value={role}
          onChange={next => setSearch({ list, ...(next !== everybody && { role: next }) }, { replace: true })}
          options={[
            { value: everybody, label: t('layouts.everybody') },
            ...roles.map(({ id, name: called }) => ({
              value: id,
              label: layouts.some(layout => layout.role === id) ? `${called} ✓` : called,
            })),
          ]}
          style={{ minWidth: 200 }}
        />
        <span className={styles.state}>
          {which ? t('layouts.own') : begin ? t('layouts.asEverybody') : t('layouts.asMade')}
        </span>
      </div>
      <Designer
        key={`${role} ${which?.version ?? 0}`}
        list={list}
        role={role === everybody ? null : role}
        layout={which}
        begin={begin}
        custom={own.map(({ code }) => `custom.${code}`)}
        name={name}
      />
    </>
  );
}

type DesignerProps = {
  list: LaidOutType;
  role: string | null;
  layout: FormLayout | null;
  begin: FormLayout | null;
  custom: string[];
  name: (key: string) => string;
};

function Designer({ list, role, layout, begin, custom, name }: DesignerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const made = formFields[list].map(({ title, fields }) => ({
    title: title && t(title as never, { lng: 'zh-CN' }),
    titleEn: title && t(title as never, { lng: 'en' }),
    folded: title !== null,
    fields,
  }));
  const fields = [...made.flatMap(section => section.fields), ...custom];
  const [lines, setLines] = useState(() =>
    tidy(linesOf(begin?.sections ?? made, begin?.hidden ?? [], fields)),
  );
  const order = (keys: string[]) =>
    setLines(tidy(keys.map(key => lines.find(line => line.key === key)).filter(line => line != null)));
  const change = (key: string, next: Partial<Extract<Line, { kind: 'section' }>>) =>
    setLines(lines.map(line => (line.key === key && line.kind === 'section' ? { ...line, ...next } : line)));
  const again = () => client.invalidateQueries({ queryKey: layoutKey(list) });
  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      await http.put(`/api/layouts/${list}`, {
        role,
        ...layoutOf(lines),
        version: layout?.version ?? null,
      } satisfies FormLayout);
      void message.success(t('layouts.saved'));
      await again();
    } catch (problem) {
      setError(problem);
      if (isProblem(problem) && problem.code === 'stale') await again();
    } finally {
      setSaving(false);
    }
  };
  const remove = () =>
    void modal.confirm({
      title: t('layouts.remove'),
      content: t(role ? 'layouts.removeRole' : 'layouts.removeText'),
      okText: t('layouts.remove'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await http.delete(`/api/layouts/${list}${role ? `?role=${role}` : ''}`);
          await again();
        } catch (problem) {
          setError(problem);
        }
      },
    });
  const sections = lines.filter(({ kind }) => kind === 'section').length;
  return (
    <div className={styles.designer}>
      <div className={styles.lines}>
        <Suspense fallback={<Bars rows={8} />}>
          <Reorder
            onOrder={order}
            lines={lines.map(line => ({
              key: line.key,
              label: labelOf(line),
              content: contentOf(line),
            }))}
          />
        </Suspense>
        <Button
          icon={<PlusOutlined />}
          disabled={sections >= 20}
          onClick={() => setLines([newSection(t('layouts.newSection', { lng: 'zh-CN' })), ...lines])}
        >
          {t('layouts.addSection')}
        </Button>
        <ProblemAlert error={error} style={{ marginTop: 12 }} />
        <div className={styles.buttons}>
          <Button type="primary" loading={saving} onClick={() => void save()}>
            {t('common.save')}
          </Button>
          {layout && (
            <Button danger onClick={remove}>
              {t('layouts.remove')}
            </Button>
          )}
        </div>
      </div>
      <LayoutPreview list={list} layout={layoutOf(lines)} name={name} />
    </div>
  );

  function labelOf(line: Line) {
    if (line.kind === 'field') return name(line.key);
    return line.kind === 'hidden' ? t('layouts.hidden') : line.title || t('layouts.untitled');
  }

  function contentOf(line: Line) {
    if (line.kind === 'field') {
      return (
        <span className={styles.field}>
          {name(line.key)}
          {needed.includes(line.key) && <small>{t('layouts.needed')}</small>}
        </span>
      );
    }
    if (line.kind === 'hidden') return <b className={styles.hidden}>{t('layouts.hidden')}</b>;
    const { key, title, titleEn, folded } = line;
    return (
      <span className={styles.section}>
        <Input
          size="small"
          value={title}
          maxLength={60}
          placeholder={t('layouts.untitled')}
          aria-label={t('layouts.sectionTitle')}
          onChange={event => change(key, { title: event.target.value })}
        />
        <Input
          size="small"
          value={titleEn}
          maxLength={60}
          placeholder={t('layouts.sectionTitleEn')}
          aria-label={t('layouts.sectionTitleEn')}
          onChange={event => change(key, { titleEn: event.target.value })}
        />
        <Checkbox checked={folded} onChange={event => change(key, { folded: event.target.checked })}>
          {t('layouts.folded')}
        </Checkbox>
        <Button
          size="small"
          type="link"
          aria-label={t('layouts.removeSection', { title })}
          onClick={() => setLines(lines.filter(one => one.key !== key))}
        >
          {t('common.remove')}
        </Button>
      </span>
    );
  }
}
