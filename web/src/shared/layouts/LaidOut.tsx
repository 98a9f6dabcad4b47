import { Form } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { CustomFormField } from '@/shared/customfields/CustomFormFields';
import { useFields } from '@/shared/customfields/data';
import { isRequired, type Held } from '@/shared/customfields/values';
import { FieldGroup, Pair } from '@/shared/forms';
import { useLanguage } from '@/shared/i18n';
import { Bars } from '@/shared/ui';
import { useLayout, type FormLayout, type LaidOutType } from './data';
import { gather, type Item } from './gather';

type Props = {
  list: LaidOutType;
  /** Whether the record is new. */
  fresh: boolean;
  currency?: string;
  /** The form as it was made. */
  children: ReactNode;
};

/** A form's fields as they were made, or as an administrator laid them out for the viewer's role. */
export function LaidOut({ list, fresh, currency, children }: Props) {
  const layout = useLayout(list);
  // Without a network nobody waits: the form is as it was made.
  if (layout.isPending && layout.fetchStatus !== 'paused') return <Bars rows={6} />;
  if (!layout.data) return children;
  return (
    <Sections layout={layout.data} list={list} fresh={fresh} {...(currency && { currency })}>
      {children}
    </Sections>
  );
}

function Sections({ layout, list, fresh, currency, children }: Props & { layout: FormLayout }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const fields = useFields(list).data?.filter(({ retired, type }) => !retired && type !== 'FORMULA') ?? [];
  const items = new Map<string, Item>(gather(children).map(item => [item.key, item]));
  for (const field of fields) {
    const key = `custom.${field.code}`;
    const node = <CustomFormField field={field} fresh={fresh} currency={currency ?? home} />;
    items.set(key, { key, node, beside: [], wide: field.type === 'LONG_TEXT' });
  }
  const take = (keys: string[]) => keys.map(key => items.get(key)).filter(item => item != null);
  const placed = new Set([...layout.sections.flatMap(section => section.fields), ...layout.hidden]);
  const rest = [...items.values()].filter(({ key }) => !placed.has(key));
  const lines = (all: Item[]) => <Lines items={all} />;
  return (
    <>
      {layout.sections.map(({ title, titleEn, folded, fields: keys }, at) => {
        const all = take(keys);
        if (all.length === 0) return null;
        const heading = (language === 'en' && titleEn) || title;
        return heading ? (
          <FieldGroup key={at} title={heading} names={all.map(({ key }) => key)} open={!folded}>
            {lines(all)}
          </FieldGroup>
        ) : (
          <div key={at}>{lines(all)}</div>
        );
      })}
      {rest.length > 0 && (
        <FieldGroup title={t('forms.others')} names={rest.map(({ key }) => key)}>
          {lines(rest)}
        </FieldGroup>
      )}
      {take(layout.hidden).map(item => (
        <Unseen
          key={item.key}
          item={item}
          required={(form: Record<string, unknown>) => {
            const field = fields.find(({ code }) => `custom.${code}` === item.key);
            return field !== undefined && isRequired(field, (form['custom'] ?? {}) as Held, form);
          }}
        />
      ))}
    </>
  );
}

/** Short fields stand side by side, wide ones for themselves, all in their order. */
function Lines({ items }: { items: Item[] }) {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && !item.wide && !last[0]!.wide && last.at(-1)!.beside.length === 0) last.push(item);
    else runs.push([item]);
  }
  return runs.map(run => {
    const shown = run.map(({ key, node, beside }) => (
      <Fragment key={key}>
        {node}
        {beside.map((one, at) => (
          <Fragment key={at}>{one}</Fragment>
        ))}
      </Fragment>
    ));
    return run[0]!.wide || run.length === 1 ? shown : <Pair key={run[0]!.key}>{shown}</Pair>;
  });
}

type UnseenProps = { item: Item; required: (values: Record<string, unknown>) => boolean };

/** A field that is left out keeps what it holds, and shows up where it has to be filled in or something is wrong. */
function Unseen({ item: { key, node, beside }, required }: UnseenProps) {
  const name = key.startsWith('custom.') ? ['custom', key.slice('custom.'.length)] : key;
  return (
    <Form.Item noStyle shouldUpdate>
      {form => {
        const wrong = form.getFieldError(name).length > 0;
        const missing =
          required(form.getFieldsValue(true) as Record<string, unknown>) && form.getFieldValue(name) == null;
        return (
          <div hidden={!wrong && !missing}>
            {node}
            {beside}
          </div>
        );
      }}
    </Form.Item>
  );
}
