import './texts';
import { Button, Dropdown, Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '@/shared/i18n';
import { Blank, ProblemAlert, usePhone } from '@/shared/ui';
import {
  ApartmentOutlined,
  ArrowLeftOutlined,
  BarsOutlined,
  MoreOutlined,
  PlusOutlined,
} from '@/shared/ui/icons';
import { OrgChart } from '../OrgChart';
import { nodeOf, openAtFirst, pathTo, rowsOf, seatIn, treeOf, type Node } from '../tree';
import type { Organisation, Seat } from '../types';
import { UnitTree } from '../UnitTree';
import { useSteps, type Draft, type NewStep } from './data';
import { DragBox, Dragging, DragItem, DragSeat } from './drag';
import { StepForm, type Asked } from './StepForm';
import styles from './drafts.module.css';

type Acting = { ask: (asked: Asked) => void; add: (step: NewStep) => void };

/** The organisation as the draft would have it: dragged or told otherwise by menus. */
export function Editor({ draft, organisation }: { draft: Draft; organisation: Organisation }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState<Set<string> | null>(null);
  const steps = useSteps(draft);
  const { units } = organisation;
  const roots = useMemo(() => treeOf(units), [units]);
  const chart = params.get('view') === 'chart';
  const chosen = params.get('unit');
  const at = chosen ?? (phone ? null : (roots[0]?.unit.id ?? null));
  const node = nodeOf(roots, at);
  const open = opened ?? new Set([...openAtFirst(roots), ...pathTo(units, at ?? '').map(({ id }) => id)]);
  const put = (patch: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  const go = (patch: Record<string, string | null>) => setParams(put(patch), { replace: true });
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  const acting: Acting = {
    ask: next => {
      steps.reset();
      setAsked(next);
    },
    add: step => steps.mutate({ to: 'steps', body: step }),
  };
  const touched = new Set(draft.steps.map(({ about }) => seatIn(organisation, about)?.unitId ?? about));
  const menu = (one: Node) => <UnitMenu node={one} {...acting} />;
  return (
    <div className={styles.editor}>
      <div className={styles.tools}>
        <Segmented<string>
          aria-label={t('people.organisation.layout')}
          value={chart ? 'chart' : 'tree'}
          onChange={value => go({ view: value === 'chart' ? value : null })}
          options={(['tree', 'chart'] as const).map(value => ({
            value,
            icon: value === 'tree' ? <BarsOutlined /> : <ApartmentOutlined />,
            label: t(`people.organisation.${value}`),
          }))}
        />
        <Button icon={<PlusOutlined />} onClick={() => acting.ask({ what: 'addUnit', unit: null })}>
          {t('drafts.unit.addTop')}
        </Button>
        {!phone && <span className={styles.quiet}>{t('drafts.dragHint')}</span>}
      </div>
      {!asked && <ProblemAlert error={steps.error} style={{ margin: '0 0 8px' }} />}
      <Dragging
        onDrop={({ what, id }, to) =>
          acting.add({ kind: what === 'unit' ? 'MOVE_UNIT' : 'MOVE_SEAT', subject: id, to })
        }
      >
        {units.length === 0 ? (
          <Blank title={t('people.organisation.empty')} />
        ) : chart ? (
          <div className={styles.chart}>
            <OrgChart
              roots={roots}
              open={open}
              selected={at}
              hrefOf={id => `?${put({ unit: id, view: null })}`}
              onToggle={toggle}
              Box={DragBox}
              tools={one => (
                <span className={styles.corner}>
                  {touched.has(one.unit.id) && <Touched />}
                  {menu(one)}
                </span>
              )}
            />
          </div>
        ) : (
          <div className={styles.both} data-phone={phone}>
            {(!phone || !at) && (
              <nav className={styles.tree} aria-label={t('people.organisation.units')}>
                <UnitTree
                  rows={rowsOf(roots, open, null)}
                  open={open}
                  found={null}
                  selected={at}
                  onToggle={toggle}
                  onSelect={id => go({ unit: id })}
                  Item={DragItem}
                />
              </nav>
            )}
            {(!phone || at) && (
              <div className={styles.panel}>
                {phone && (
                  <Button type="link" icon={<ArrowLeftOutlined />} onClick={() => go({ unit: null })}>
                    {t('people.organisation.back')}
                  </Button>
                )}
                {node ? (
                  <UnitPanel
                    node={node}
                    organisation={organisation}
                    touched={touched.has(node.unit.id)}
                    menu={menu(node)}
                    {...acting}
                  />
                ) : (
                  <Blank title={t(at ? 'people.organisation.gone' : 'people.organisation.choose')} />
                )}
              </div>
            )}
          </div>
        )}
      </Dragging>
      {asked && (
        <StepForm
          asked={asked}
          organisation={organisation}
          onClose={() => setAsked(null)}
          save={step => steps.mutateAsync({ to: 'steps', body: step })}
        />
      )}
    </div>
  );
}

function Touched() {
  const { t } = useTranslation();
  return (
    <span
      className={styles.touched}
      title={t('drafts.changed')}
      role="img"
      aria-label={t('drafts.changed')}
    />
  );
}

function UnitMenu({ node: { unit }, ask, add }: Acting & { node: Node }) {
  const { t } = useTranslation();
  const name = useFormat().localName(unit);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'move',
            label: t('drafts.unit.move'),
            onClick: () => ask({ what: 'moveUnit', unit }),
          },
          { key: 'rename', label: t('drafts.unit.rename'), onClick: () => ask({ what: 'renameUnit', unit }) },
          { key: 'add', label: t('drafts.unit.add'), onClick: () => ask({ what: 'addUnit', unit }) },
          { key: 'addSeat', label: t('drafts.unit.addSeat'), onClick: () => ask({ what: 'addSeat', unit }) },
          { type: 'divider' },
          {
            key: 'close',
            danger: true,
            label: t('drafts.unit.close'),
            onClick: () => add({ kind: 'CLOSE_UNIT', subject: unit.id }),
          },
        ],
      }}
    >
      <Button
        size="small"
        type="text"
        icon={<MoreOutlined />}
        aria-label={t('drafts.menu', { name })}
        onMouseDown={event => event.stopPropagation()}
      />
    </Dropdown>
  );
}

type PanelProps = Acting & { node: Node; organisation: Organisation; touched: boolean; menu: ReactNode };

/** A unit with its seats. */
function UnitPanel({ node, organisation, touched, menu, ...acting }: PanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unit, people } = node;
  const above = pathTo(organisation.units, unit.id).slice(0, -1);
  return (
    <article aria-label={format.localName(unit)}>
      <header className={styles.unitTop}>
        <div>
          {above.length > 0 && <small>{above.map(one => format.localName(one)).join(' / ')}</small>}
          <h2>
            {format.localName(unit)} {touched && <Touched />}
          </h2>
          <small className="numbers">
            {t('people.organisation.people', { count: people, number: format.exactNumber(people) })}
          </small>
        </div>
        {menu}
      </header>
      {unit.seats.length === 0 ? (
        <p className={styles.quiet}>{t('people.organisation.noSeats')}</p>
      ) : (
        <ul className={styles.seats} aria-label={t('people.organisation.seats')}>
          {unit.seats.map(seat => (
            <DragSeat key={seat.id} seat={seat} node={node}>
              <SeatLine seat={seat} organisation={organisation} {...acting} />
            </DragSeat>
          ))}
        </ul>
      )}
    </article>
  );
}

function SeatLine({ seat, organisation, ask, add }: Acting & { seat: Seat; organisation: Organisation }) {
  const { t } = useTranslation();
  const above = seatIn(organisation, seat.superior);
  const subject = seat.id;
  const items = [
    { key: 'move', label: t('drafts.seat.move'), onClick: () => ask({ what: 'moveSeat', seat }) },
    ...(seat.occupant
      ? [
          ...(seat.main
            ? [
                {
                  key: 'transfer',
                  label: t('drafts.seat.transfer'),
                  onClick: () => ask({ what: 'transfer', seat }),
                },
              ]
            : []),
          { key: 'vacate', label: t('drafts.seat.vacate'), onClick: () => add({ kind: 'VACATE', subject }) },
        ]
      : [{ key: 'fill', label: t('drafts.seat.fill'), onClick: () => ask({ what: 'fill', seat }) }]),
    {
      key: 'lead',
      label: t(seat.head ? 'drafts.seat.unlead' : 'drafts.seat.lead'),
      onClick: () => add({ kind: 'LEAD', subject, head: !seat.head }),
    },
    { key: 'report', label: t('drafts.seat.report'), onClick: () => ask({ what: 'report', seat }) },
    { key: 'rename', label: t('drafts.seat.rename'), onClick: () => ask({ what: 'renameSeat', seat }) },
    ...(seat.occupant
      ? []
      : [
          { type: 'divider' as const },
          {
            key: 'close',
            danger: true,
            label: t('drafts.seat.close'),
            onClick: () => add({ kind: 'CLOSE_SEAT', subject }),
          },
        ]),
  ];
  return (
    <>
      <span className={styles.seatName}>
        {seat.title}
        {seat.head && <i className={styles.mark}>{t('people.seat.head')}</i>}
        <small>
          {t('people.seat.reportsTo')}
          {t('common.colon')}
          {above ? (above.occupant?.name ?? above.title) : t('people.seat.nobody')}
        </small>
      </span>
      <span className={styles.occupant} data-vacant={!seat.occupant}>
        {seat.occupant?.name ?? t('people.seat.vacant')}
      </span>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
        <Button
          size="small"
          type="text"
          icon={<MoreOutlined />}
          aria-label={t('drafts.menu', {
            name: seat.occupant ? `${seat.title} ${seat.occupant.name}` : seat.title,
          })}
          onMouseDown={event => event.stopPropagation()}
        />
      </Dropdown>
    </>
  );
}
