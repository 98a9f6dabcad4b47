import './texts';
import { CloseOutlined, MoreOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { HistoryButton, HistoryDrawer } from '@/shared/records';
import type { Change, SeatStep } from './Changes';
import { useSeatName } from './fields';
import { dottedFrom, dottedTo, pathTo, seatIn, type Node } from './tree';
import type { Organisation, Seat } from './types';
import styles from './organisation.module.css';

type Props = {
  organisation: Organisation;
  node: Node;
  hrefOf: (unit: string) => string;
  /** What is changed next; absent for those who may only look. */
  onChange?: ((change: Change) => void) | undefined;
};

/** One unit: who leads it, what hangs below, its seats and who sits on them. */
export function UnitView({ organisation, node, hrefOf, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unit, children, own, people, vacant } = node;
  const above = pathTo(organisation.units, unit.id).slice(0, -1);
  const { head } = unit;
  const name = format.localName(unit);
  const other = name === unit.name ? unit.nameEn : unit.name;
  const facts: { key: string; label: string; value: ReactNode }[] = [
    {
      key: 'head',
      label: t('people.seat.head'),
      value: head?.person ? (
        <Link to={`/people/${head.person.id}`}>{head.person.name}</Link>
      ) : (
        t(head ? 'people.seat.vacant' : 'people.organisation.noHead')
      ),
    },
    { key: 'own', label: t('people.organisation.ownPeople'), value: format.exactNumber(own) },
    ...(children.length > 0
      ? [{ key: 'all', label: t('people.organisation.allPeople'), value: format.exactNumber(people) }]
      : []),
    ...(vacant > 0
      ? [{ key: 'vacant', label: t('people.organisation.vacancies'), value: format.exactNumber(vacant) }]
      : []),
  ];
  return (
    <article aria-label={name} className={styles.unit}>
      <header>
        {above.length > 0 && (
          <p className={styles.crumbs}>
            {above.map(one => (
              <span key={one.id}>
                <Link to={hrefOf(one.id)}>{format.localName(one)}</Link>
                <i aria-hidden="true">/</i>
              </span>
            ))}
          </p>
        )}
        <div className={styles.unitTop}>
          <h2>
            {name} {other && other !== name && <small>{other}</small>}
          </h2>
          <div className={styles.unitActions}>
            <HistoryButton of={{ list: 'units', id: unit.id, name }} />
            {onChange && (
              <Button icon={<PlusOutlined />} onClick={() => onChange({ what: 'addSeat', unit })}>
                {t('people.seats.add')}
              </Button>
            )}
            {onChange && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    {
                      key: 'add',
                      label: t('people.unit.addBelow'),
                      onClick: () => onChange({ what: 'addUnit', parent: unit }),
                    },
                    {
                      key: 'edit',
                      label: t('people.unit.edit'),
                      onClick: () => onChange({ what: 'editUnit', unit }),
                    },
                    { type: 'divider' },
                    {
                      key: 'close',
                      danger: true,
                      label: t('people.unit.close'),
                      onClick: () => onChange({ what: 'closeUnit', unit }),
                    },
                  ],
                }}
              >
                <Button icon={<MoreOutlined />} aria-label={t('people.unit.actions')} />
              </Dropdown>
            )}
          </div>
        </div>
        <dl className={styles.facts}>
          {facts.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd className="numbers">{value}</dd>
            </div>
          ))}
        </dl>
      </header>

      {children.length > 0 && (
        <section aria-label={t('people.organisation.subunits')}>
          <h3>{t('people.organisation.subunits')}</h3>
          <ul className={styles.subunits}>
            {children.map(child => (
              <li key={child.unit.id}>
                <Link to={hrefOf(child.unit.id)}>
                  {format.localName(child.unit)}{' '}
                  <span className="numbers">{format.exactNumber(child.people)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section aria-label={t('people.organisation.seats')}>
        <h3>{t('people.organisation.seats')}</h3>
        {unit.seats.length === 0 ? (
          <p className={styles.quiet}>{t('people.organisation.noSeats')}</p>
        ) : (
          <div role="table" aria-label={t('people.organisation.seats')} className={styles.seats}>
            <div role="row" className={styles.seatsHead}>
              <span role="columnheader">{t('people.seat.title')}</span>
              <span role="columnheader">{t('people.seat.occupant')}</span>
              <span role="columnheader">{t('people.seat.reportsTo')}</span>
              <span role="columnheader">{t('people.seat.dotted')}</span>
              <span role="columnheader" aria-label={t('records.actions')} />
            </div>
            {unit.seats.map(seat => (
              <SeatRow
                key={seat.id}
                seat={seat}
                organisation={organisation}
                node={node}
                hrefOf={hrefOf}
                onChange={onChange}
              />
            ))}
          </div>
        )}
      </section>
    </article>
  );
}

function SeatRow({ seat, organisation, node, hrefOf, onChange }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const seatName = useSeatName();
  const [telling, setTelling] = useState(false);
  const superior = seatIn(organisation, seat.superior);
  const dotted = dottedFrom(organisation, seat);
  const below = dottedTo(organisation, seat);
  const reference = (other: Seat) =>
    other.unitId === node.unit.id ? (
      seatName(other)
    ) : (
      <Link to={hrefOf(other.unitId)}>{seatName(other)}</Link>
    );
  const steps: SeatStep[] = seat.occupant
    ? [...(seat.main ? (['transfer'] as const) : []), 'vacate', 'draw']
    : ['occupy', 'draw'];
  return (
    <div role="row" className={styles.seat} data-vacant={!seat.occupant}>
      <div role="cell">
        <span className={styles.seatTitle}>{seat.title}</span>
        {seat.head && <span className={styles.mark}>{t('people.seat.head')}</span>}
        {seat.duties && <p className={styles.duties}>{seat.duties}</p>}
      </div>
      <div role="cell" data-label={t('people.seat.occupant')}>
        {seat.occupant ? (
          <Link to={`/people/${seat.occupant.id}`}>{seat.occupant.name}</Link>
        ) : (
          <span className={styles.vacant}>{t('people.seat.vacant')}</span>
        )}
        {seat.occupant && !seat.main && <span className={styles.mark}>{t('people.seat.partTime')}</span>}
      </div>
      <div role="cell" data-label={t('people.seat.reportsTo')}>
        {superior ? reference(superior) : <span className={styles.quiet}>{t('people.seat.nobody')}</span>}
        {seat.reportsTo && <span className={styles.mark}>{t('people.seat.named')}</span>}
      </div>
      <div role="cell" data-label={t('people.seat.dotted')} data-empty={dotted.length + below.length === 0}>
        {dotted.map(other => (
          <span key={other.id} className={styles.dotted}>
            {reference(other)}
            {onChange && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('people.seat.eraseDotted', { from: seat.title, to: other.title })}
                title={t('people.seats.erase')}
                onClick={() => onChange({ what: 'erase', seat, above: other })}
              />
            )}
          </span>
        ))}
        {below.length > 0 && (
          <span className={styles.quiet}>
            {t('people.seat.dottedBelow', { names: below.map(seatName).join(t('common.separator')) })}
          </span>
        )}
      </div>
      <div role="cell" className={styles.seatActions}>
        {onChange && !seat.occupant && (
          <Button size="small" onClick={() => onChange({ what: 'occupy', seat })}>
            {t('people.seats.occupy')}
          </Button>
        )}
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              ...(onChange
                ? [
                    ...steps.map(what => ({
                      key: what,
                      label: t(stepNames[what]),
                      onClick: () => onChange({ what, seat }),
                    })),
                    {
                      key: 'edit',
                      label: t('people.seats.edit'),
                      onClick: () => onChange({ what: 'editSeat', seat, unit: node.unit }),
                    },
                  ]
                : []),
              { key: 'history', label: t('records.history'), onClick: () => setTelling(true) },
              ...(onChange
                ? [
                    { type: 'divider' as const },
                    {
                      key: 'close',
                      danger: true,
                      label: t('people.seats.close'),
                      onClick: () => onChange({ what: 'closeSeat', seat }),
                    },
                  ]
                : []),
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={t('people.seat.actions', { title: seat.title })}
          />
        </Dropdown>
        <HistoryDrawer
          of={telling ? { list: 'seats', id: seat.id, name: seat.title } : null}
          onClose={() => setTelling(false)}
        />
      </div>
    </div>
  );
}

const stepNames = {
  occupy: 'people.seats.occupy',
  transfer: 'people.seats.transfer',
  vacate: 'people.seats.vacate',
  draw: 'people.seats.draw',
  closeSeat: 'people.seats.close',
} as const;
