import './texts';
import {
  ApartmentOutlined,
  ArrowLeftOutlined,
  BarsOutlined,
  PlusOutlined,
  SearchOutlined,
} from '@/shared/ui/icons';
import { Button, Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert, usePhone } from '@/shared/ui';
import { Changes, type Change } from './Changes';
import { useOrganisation } from './data';
import { OrgChart } from './OrgChart';
import { matching, nodeOf, openAtFirst, pathTo, rowsOf, treeOf } from './tree';
import type { Organisation } from './types';
import { UnitTree } from './UnitTree';
import { UnitView } from './UnitView';
import styles from './organisation.module.css';

type View = 'tree' | 'chart';
const isDay = (text: string | null) => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** Day, unit and view stand in the address, so that what one looks at can be shared. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const on = params.get('on');
  const put = (patch: { on?: string | null; unit?: string | null; view?: View }) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(patch)) {
      if (value === null || value === 'tree') next.delete(key);
      else next.set(key, value);
    }
    return next;
  };
  return {
    on: isDay(on) ? on : null,
    unit: params.get('unit'),
    view: (params.get('view') === 'chart' ? 'chart' : 'tree') as View,
    go: (patch: Parameters<typeof put>[0]) => setParams(put(patch)),
    hrefOf: (unit: string | null) => `?${put({ unit, view: 'tree' })}`,
  };
}

export default function OrganisationPage() {
  const { t } = useTranslation();
  const phone = usePhone();
  const can = useCan();
  const { on, unit, view, go, hrefOf } = useAddress();
  const organisation = useOrganisation(on);
  const [change, setChange] = useState<Change | null>(null);
  const day = on ?? today();
  const edits = can('people:edit');
  const { data } = organisation;
  return (
    <section className={styles.page} aria-label={t('people.organisation.title')}>
      <header className={styles.top}>
        <h1>{t('people.organisation.title')}</h1>
        <label className={styles.day}>
          <span>{t('people.organisation.on')}</span>
          <DateInput
            aria-label={t('people.organisation.on')}
            allowClear={false}
            value={day}
            onChange={next => go({ on: next === today() ? null : next })}
          />
        </label>
        {day !== today() && (
          <Button onClick={() => go({ on: null })}>{t('people.organisation.today')}</Button>
        )}
        <span className={styles.grow} />
        <Segmented<View>
          aria-label={t('people.organisation.layout')}
          value={view}
          onChange={next => go({ view: next })}
          options={(['tree', 'chart'] as const).map(value => ({
            value,
            icon: value === 'tree' ? <BarsOutlined /> : <ApartmentOutlined />,
            label: phone ? null : t(`people.organisation.${value}`),
            title: t(`people.organisation.${value}`),
          }))}
        />
        {edits && (
          <Link to="/organisation/drafts" className={styles.drafts}>
            {t('people.organisation.drafts')}
          </Link>
        )}
        {edits && data && (
          <Button icon={<PlusOutlined />} onClick={() => setChange({ what: 'addUnit', parent: null })}>
            {t('people.unit.add')}
          </Button>
        )}
      </header>
      {day !== today() && (
        <p className={styles.then} role="status">
          {t(day < today() ? 'people.organisation.past' : 'people.organisation.future', { day })}
        </p>
      )}
      {organisation.error && (
        <ProblemAlert
          error={organisation.error}
          onRetry={() => void organisation.refetch()}
          style={{ margin: 24 }}
        />
      )}
      {!data ? (
        !organisation.error && <Bars rows={10} />
      ) : data.units.length === 0 ? (
        <Blank
          title={t('people.organisation.empty')}
          text={t(day < today() ? 'people.organisation.emptyThen' : 'people.organisation.emptyText')}
          action={
            edits && (
              <Button type="primary" onClick={() => setChange({ what: 'addUnit', parent: null })}>
                {t('people.unit.addTop')}
              </Button>
            )
          }
        />
      ) : (
        <Shown
          organisation={data}
          unit={unit}
          view={view}
          phone={phone}
          onSelect={id => go({ unit: id })}
          hrefOf={hrefOf}
          onChange={edits ? setChange : undefined}
        />
      )}
      {data && <Changes change={change} seen={data} onClose={() => setChange(null)} />}
    </section>
  );
}

type ShownProps = {
  organisation: Organisation;
  unit: string | null;
  view: View;
  phone: boolean;
  onSelect: (unit: string) => void;
  hrefOf: (unit: string | null) => string;
  onChange: ((change: Change) => void) | undefined;
};

function Shown({ organisation, unit, view, phone, onSelect, hrefOf, onChange }: ShownProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const [opened, setOpened] = useState<Set<string> | null>(null);
  const { units } = organisation;
  const roots = useMemo(() => treeOf(units), [units]);
  // On a desk something is always in sight: the top until another unit is chosen.
  const at = unit ?? (phone ? null : (roots[0]?.unit.id ?? null));
  const node = nodeOf(roots, at);
  const found = wanted.trim() ? matching(units, wanted) : null;
  const open = opened ?? new Set([...openAtFirst(roots), ...pathTo(units, at ?? '').map(({ id }) => id)]);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };

  if (view === 'chart') {
    return <OrgChart roots={roots} open={open} selected={unit} hrefOf={hrefOf} onToggle={toggle} />;
  }
  const rows = rowsOf(roots, open, found);
  return (
    <div className={styles.layout} data-step={phone ? (at ? 'unit' : 'tree') : 'both'}>
      {(!phone || !at) && (
        <nav className={styles.side} aria-label={t('people.organisation.units')}>
          <div className={styles.search}>
            <Input
              prefix={<SearchOutlined />}
              allowClear
              aria-label={t('people.organisation.search')}
              placeholder={t('people.organisation.search')}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </div>
          {rows.length === 0 ? (
            <p className={styles.none}>{t('people.organisation.nothingFound')}</p>
          ) : (
            <UnitTree
              rows={rows}
              open={open}
              found={found}
              selected={at}
              onToggle={toggle}
              onSelect={onSelect}
            />
          )}
        </nav>
      )}
      {(!phone || at) && (
        <div className={styles.content}>
          {phone && (
            <Link to={hrefOf(null)} className={styles.back}>
              <ArrowLeftOutlined /> {t('people.organisation.back')}
            </Link>
          )}
          {node ? (
            <UnitView organisation={organisation} node={node} hrefOf={hrefOf} onChange={onChange} />
          ) : (
            <Blank title={t(at ? 'people.organisation.gone' : 'people.organisation.choose')} />
          )}
        </div>
      )}
    </div>
  );
}
