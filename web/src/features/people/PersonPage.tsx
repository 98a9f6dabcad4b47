import './texts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { today, useFormat } from '@/shared/i18n';
import { Fetched, Fields, Missing, RecordHistory, RecordPage, useOpened } from '@/shared/records';
import { organisationHref } from './address';
import { usePerson } from './data';
import { LeaveForm, PersonForm } from './PersonForm';
import { dayBefore, stateOf } from './stays';
import type { Person } from './types';
import styles from './people.module.css';

export default function PersonPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const person = usePerson(id);
  const missing = (
    <Missing title={t('people.missing')} back={{ to: '/people', label: t('shell.page.people') }} />
  );
  return (
    <Fetched query={person} missing={missing}>
      {data => <Shown key={id} person={data} />}
    </Fetched>
  );
}

function Shown({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [form, setForm] = useState<'edit' | 'leave' | null>(null);
  const close = () => setForm(null);
  const { leftOn, unit, manager } = person;
  useOpened('people', person.id);
  const gone = leftOn !== null && leftOn <= today();
  const dash = t('common.dash');
  return (
    <>
      <RecordPage
        title={format.localName(person)}
        back={{ to: '/people', label: t('shell.page.people') }}
        status={
          leftOn && (
            <span className={styles.left}>
              {t(gone ? 'people.gone' : 'people.leaving', { day: format.day(leftOn) })}
            </span>
          )
        }
        facts={[
          {
            key: 'unit',
            label: t('people.field.unit'),
            value: unit ? <Link to={organisationHref({ unit: unit.id })}>{unit.name}</Link> : dash,
          },
          { key: 'title', label: t('people.field.title'), value: person.title ?? dash },
          {
            key: 'manager',
            label: t('people.field.manager'),
            value: manager ? <Link to={`/people/${manager.id}`}>{manager.name}</Link> : dash,
          },
        ]}
        actions={
          (can('people:edit') || can('handovers:run')) && (
            <>
              {can('handovers:run') && (
                <Link to={`/handovers/new?leaver=${person.id}`}>
                  <Button tabIndex={-1}>{t('people.handOver')}</Button>
                </Link>
              )}
              {can('people:edit') && !leftOn && (
                <Button onClick={() => setForm('leave')}>{t('people.leave.action')}</Button>
              )}
              {can('people:edit') && (
                <Button type="primary" onClick={() => setForm('edit')}>
                  {t('common.edit')}
                </Button>
              )}
            </>
          )
        }
        timeline={<RecordHistory list="people" id={person.id} />}
      >
        <Fields
          title={t('records.details')}
          fields={[
            { key: 'name', label: t('people.field.name'), value: person.name },
            { key: 'nameEn', label: t('people.field.nameEn'), value: person.nameEn },
            { key: 'employeeNumber', label: t('people.field.employeeNumber'), value: person.employeeNumber },
            { key: 'email', label: t('people.field.email'), value: person.email, kind: 'EMAIL' },
            { key: 'mobile', label: t('people.field.mobile'), value: person.mobile, kind: 'PHONE' },
            { key: 'hiredOn', label: t('people.field.hiredOn'), value: person.hiredOn, kind: 'DATE' },
            { key: 'leftOn', label: t('people.field.leftOn'), value: leftOn, kind: 'DATE' },
            { key: 'externalId', label: t('people.field.externalId'), value: person.externalId },
          ]}
        />
        <Workplaces person={person} />
      </RecordPage>
      <PersonForm open={form === 'edit'} onClose={close} person={person} />
      <LeaveForm open={form === 'leave'} onClose={close} person={person} />
    </>
  );
}

/** Where they sat from day to day. */
function Workplaces({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <section className={styles.block} aria-label={t('people.workplaces.title')}>
      <h2>{t('people.workplaces.title')}</h2>
      {person.seats.length === 0 ? (
        <p className={styles.quiet}>{t('people.workplaces.empty')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('people.workplaces.during')}</th>
              <th scope="col">{t('people.field.unit')}</th>
              <th scope="col">{t('people.field.title')}</th>
            </tr>
          </thead>
          <tbody>
            {person.seats.map(stay => {
              const state = stateOf(stay, today());
              return (
                <tr key={stay.seatId + stay.from} data-state={state}>
                  <td className="numbers">
                    {t(stay.until ? 'people.workplaces.fromUntil' : 'people.workplaces.since', {
                      from: stay.from,
                      until: stay.until ? dayBefore(stay.until) : '',
                    })}
                    {state !== 'past' && (
                      <span className={styles.mark} data-mark={state}>
                        {t(`people.workplaces.${state}`)}
                      </span>
                    )}
                  </td>
                  <td>
                    <Link
                      to={organisationHref({
                        unit: stay.unitId,
                        ...(state !== 'current' && { on: stay.from }),
                      })}
                    >
                      {stay.unit}
                    </Link>
                  </td>
                  <td>
                    {stay.title}
                    {!stay.main && <span className={styles.mark}>{t('people.seat.partTime')}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
