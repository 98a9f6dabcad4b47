import './texts';
import { App, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, useStale, type StaleField } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { usePeopleChanged } from './data';
import type { Person } from './types';

type Values = Omit<Document<'EditPerson'>, 'version'>;
type Props = {
  open: boolean;
  onClose: () => void;
  /** The person changed; without one, a new person is made. */
  person?: Person;
};

const entered = ({ name, nameEn, employeeNumber, email, mobile, hiredOn, leftOn, externalId }: Person) => ({
  name,
  nameEn,
  employeeNumber,
  email,
  mobile,
  hiredOn,
  leftOn,
  externalId,
});
const put = (person: Person, values: Partial<Values>, version = person.version) =>
  http.put<Person>(`/api/people/${person.id}`, {
    ...entered(person),
    ...values,
    version,
  } satisfies Document<'EditPerson'>);

/** What may be told of a person, as labels of both forms and of the comparison of two versions. */
function usePersonFields(): StaleField[] {
  const { t } = useTranslation();
  return (
    ['name', 'nameEn', 'employeeNumber', 'email', 'mobile', 'hiredOn', 'leftOn', 'externalId'] as const
  ).map(key => ({ key, label: t(`people.field.${key}`) }));
}

/** Who someone is. Where they sit is said in the organisation, from a day on. */
export function PersonForm(props: Props) {
  return props.open ? <OpenedPersonForm {...props} /> : null;
}

function OpenedPersonForm({ open, onClose, person: given }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [person] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = usePeopleChanged();
  const fields = usePersonFields();
  const stale = useStale<Values>({
    fields,
    again: (values, version) => put(person!, values, version),
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, Person>
        open={open}
        title={person ? t('people.edit', { name: person.name }) : t('people.create')}
        onClose={onClose}
        {...(person && { initial: person })}
        save={(values, idempotencyKey) =>
          person
            ? put(person, values)
            : http.post<Person>('/api/people', values satisfies Document<'NewPerson'>, { idempotencyKey })
        }
        onStale={stale.onStale}
        onSaved={saved => {
          void changed();
          void message.success(t(person ? 'people.saved' : 'people.created', { name: saved.name }));
          if (!person) void navigate(`/people/${saved.id}`);
        }}
      >
        <Form.Item
          name="name"
          label={t('people.field.name')}
          rules={[{ required: true, whitespace: true, message: t('people.required') }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('people.field.nameEn')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="employeeNumber" label={t('people.field.employeeNumber')}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('people.field.email')}
          rules={[{ type: 'email', message: t('people.emailInvalid') }]}
        >
          <Input type="email" maxLength={200} />
        </Form.Item>
        <Form.Item name="mobile" label={t('people.field.mobile')}>
          <Input type="tel" maxLength={50} />
        </Form.Item>
        <Form.Item name="hiredOn" label={t('people.field.hiredOn')}>
          <DateInput />
        </Form.Item>
        {person?.leftOn && (
          <Form.Item name="leftOn" label={t('people.field.leftOn')} extra={t('people.backHint')}>
            <DateInput />
          </Form.Item>
        )}
        <Form.Item name="externalId" label={t('people.field.externalId')} extra={t('people.externalIdHint')}>
          <Input maxLength={100} />
        </Form.Item>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

type Leaving = { leftOn: string };

/** Someone leaves from a day on. */
export function LeaveForm(props: Props & { person: Person }) {
  return props.open ? <OpenedLeaveForm {...props} /> : null;
}

function OpenedLeaveForm({ open, onClose, person: given }: Props & { person: Person }) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [person] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  const fields = usePersonFields();
  const send = ({ leftOn }: Leaving, version?: number) => put(person, { leftOn }, version);
  const stale = useStale<Leaving>({
    fields,
    again: send,
    onDone: () => {
      onClose();
      void changed();
    },
  });
  const seats = person.seats.filter(seat => !seat.until);
  return (
    <>
      <FormDrawer<Leaving, Person>
        open={open}
        title={t('people.leave.title', { name: person.name })}
        submitText={t('people.leave.submit')}
        onClose={onClose}
        save={values => send(values)}
        onStale={stale.onStale}
        onSaved={(saved, { leftOn }) => {
          void changed();
          void message.success(t('people.leave.done', { name: saved.name, day: leftOn }));
        }}
      >
        <p style={{ marginBottom: 16 }}>{t('people.leave.text')}</p>
        <Form.Item
          name="leftOn"
          label={t('people.field.leftOn')}
          extra={t('people.leave.hint')}
          rules={[{ required: true, message: t('people.required') }]}
        >
          <DateInput allowClear={false} />
        </Form.Item>
        {seats.length > 0 && (
          <>
            <p>{t('people.leave.seats', { number: seats.length })}</p>
            <ul>
              {seats.map(({ seatId, unit, title }) => (
                <li key={seatId}>{t('people.seatInUnit', { unit, title })}</li>
              ))}
            </ul>
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
