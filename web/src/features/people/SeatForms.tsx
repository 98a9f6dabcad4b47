import './texts';
import { Alert, App, Checkbox, Form, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, PersonSelect, useStale } from '@/shared/forms';
import { nameOf } from '@/shared/lists';
import { usePeopleChanged } from './data';
import { FromField, SeatSelect, UnitSelect, useFollow, useSeatName, useThen } from './fields';
import { seatIn } from './tree';
import type { Organisation, Seat, Unit } from './types';

type Props = { seen: Organisation; onClose: () => void };
type Values = Document<'NewSeat'>;

const told = ({ unitId, title, duties, head, reportsTo }: Seat) => ({
  unitId,
  title,
  duties,
  head,
  reportsTo,
});

/** A new seat, or what a seat is from a day on. */
export function SeatForm({ seen, onClose, seat: given, unit }: Props & { seat?: Seat; unit: Unit }) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [seat] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  const seatName = useSeatName();
  const change = (values: Values, version: number) =>
    http.put(`/api/organisation/seats/${seat?.id}`, {
      ...values,
      head: values.head ?? false,
      version,
    } satisfies Document<'ChangeSeat'>);
  const stale = useStale<Values>({
    fields: [
      { key: 'title', label: t('people.seats.title') },
      {
        key: 'unitId',
        label: t('people.seats.unit'),
        render: id => seen.units.find(one => one.id === id)?.name ?? String(id),
      },
      {
        key: 'head',
        label: t('people.seats.head'),
        render: head => (head ? t('common.yes') : t('common.no')),
      },
      {
        key: 'reportsTo',
        label: t('people.seats.reportsTo'),
        render: id => {
          const above = seatIn(seen, id ? String(id) : null);
          return above && seatName(above);
        },
      },
      { key: 'duties', label: t('people.seats.duties') },
    ],
    again: change,
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, unknown>
        open
        title={
          seat
            ? t('people.seats.editTitle', { title: seat.title })
            : t('people.seats.addTitle', { unit: unit.name })
        }
        onClose={onClose}
        initial={{ from: seen.on, ...(seat ? told(seat) : { unitId: unit.id, head: false }) }}
        save={(values, idempotencyKey) =>
          seat
            ? change(values, seat.version)
            : http.post('/api/organisation/seats', values, { idempotencyKey })
        }
        onStale={stale.onStale}
        onSaved={(_, { title }) => {
          void changed();
          void message.success(t(seat ? 'people.seats.changed' : 'people.seats.added', { title }));
        }}
      >
        <FromField />
        <SeatFields seen={seen} {...(seat && { seat })} />
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

function SeatFields({ seen, seat }: { seen: Organisation; seat?: Seat }) {
  const { t } = useTranslation();
  const then = useThen(seen);
  return (
    <>
      {seat && <Followed seen={seen} then={then} seat={seat} />}
      <Form.Item
        name="title"
        label={t('people.seats.title')}
        rules={[{ required: true, whitespace: true, message: t('people.required') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={t('people.seats.unit')}
        rules={[{ required: true, message: t('people.required') }]}
      >
        <UnitSelect units={then.units} />
      </Form.Item>
      <Form.Item name="head" valuePropName="checked" extra={t('people.seats.headHint')}>
        <Checkbox>{t('people.seats.head')}</Checkbox>
      </Form.Item>
      <Form.Item name="reportsTo" label={t('people.seats.reportsTo')} extra={t('people.seats.reportsToHint')}>
        <SeatSelect organisation={then} allowClear only={one => one.id !== seat?.id} />
      </Form.Item>
      <Form.Item name="duties" label={t('people.seats.duties')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}

function Followed({ seen, then, seat }: { seen: Organisation; then: Organisation; seat: Seat }) {
  const now = seatIn(then, seat.id);
  return useFollow(told(seatIn(seen, seat.id) ?? seat), now && told(now), then.on);
}

/** What is sent beside the day. */
type Body = Omit<Document<'Occupy'>, 'from'> | Omit<Document<'DottedLineTo'>, 'from'> | Record<string, never>;
type StepProps<V extends { from: string }> = Props & {
  title: string;
  text?: string;
  submit: string;
  ending?: boolean;
  /** Where it is sent, and what. */
  to: (values: V) => { path: string; body: Body };
  done: (values: V) => string;
  initial?: Partial<V>;
  children?: ReactNode;
};

/** One dated step with a seat: a sentence of what happens, the day, and what else it needs. */
function StepForm<V extends { from: string }>(props: StepProps<V>) {
  const { seen, onClose, title, text, submit, ending = false, to, done, initial, children } = props;
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  return (
    <FormDrawer<V, unknown>
      open
      title={title}
      submitText={submit}
      onClose={onClose}
      initial={{ from: seen.on, ...initial } as Partial<V>}
      save={(values, idempotencyKey) => {
        const { path, body } = to(values);
        return http.post(
          `/api/organisation/seats/${path}`,
          { from: values.from, ...body },
          { idempotencyKey },
        );
      }}
      onSaved={(_, values) => {
        void changed();
        void message.success(done(values));
      }}
    >
      {text && <p style={{ marginBottom: 16 }}>{text}</p>}
      <FromField ending={ending} />
      {children}
    </FormDrawer>
  );
}

export function CloseSeatForm({ seat, ...props }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const { title } = seat;
  return (
    <StepForm<{ from: string }>
      {...props}
      title={t('people.seats.closeTitle', { title })}
      text={t('people.seats.closeText')}
      submit={t('people.seats.close')}
      ending
      to={() => ({ path: `${seat.id}/close`, body: {} })}
      done={() => t('people.seats.closed', { title })}
    >
      <StillOccupied seen={props.seen} seat={seat} />
    </StepForm>
  );
}

function StillOccupied({ seen, seat }: { seen: Organisation; seat: Seat }) {
  const { t } = useTranslation();
  const then = useThen(seen);
  const name = seatIn(then, seat.id)?.occupant?.name;
  if (!name) return null;
  return <Alert type="warning" showIcon title={t('people.seats.closeBlocked', { name, day: then.on })} />;
}

type Occupying = { from: string; personId: string; kind: 'main' | 'partTime'; move?: boolean };

export function OccupyForm({ seat, ...props }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const { title } = seat;
  return (
    <StepForm<Occupying>
      {...props}
      title={t('people.seats.occupyTitle', { title })}
      submit={t('people.seats.occupy')}
      initial={{ kind: 'main', move: false }}
      to={({ personId, kind, move = false }) => ({
        path: `${seat.id}/occupy`,
        body: { personId, main: kind === 'main', move: kind === 'main' && move },
      })}
      done={({ personId }) => t('people.seats.occupied', { name: nameOf(personId) ?? '', title })}
    >
      <Form.Item
        name="personId"
        label={t('people.seats.person')}
        rules={[{ required: true, message: t('people.required') }]}
      >
        <PersonSelect />
      </Form.Item>
      <KindFields />
    </StepForm>
  );
}

function KindFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch<Occupying['kind'] | undefined>('kind') ?? 'main';
  return (
    <>
      <Form.Item name="kind" label={t('people.seats.kind')} extra={t(`people.seats.${kind}Hint`)}>
        <Radio.Group
          options={(['main', 'partTime'] as const).map(value => ({
            value,
            label: t(`people.seats.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'main' && (
        <Form.Item name="move" valuePropName="checked" extra={t('people.seats.moveHint')}>
          <Checkbox>{t('people.seats.move')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

export function VacateForm({ seat, ...props }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const words = { name: seat.occupant?.name ?? '', title: seat.title };
  return (
    <StepForm<{ from: string }>
      {...props}
      title={t('people.seats.vacateTitle', words)}
      text={t('people.seats.vacateText')}
      submit={t('people.seats.vacate')}
      ending
      to={() => ({ path: `${seat.id}/vacate`, body: {} })}
      done={() => t('people.seats.vacated', words)}
    />
  );
}

type Moving = { from: string; target: string };

/** From one main seat to another: the old one becomes vacant on the same day. */
export function TransferForm({ seat, ...props }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const { occupant } = seat;
  if (!occupant) return null;
  const { id: personId, name } = occupant;
  return (
    <StepForm<Moving>
      {...props}
      title={t('people.seats.transferTitle', { name })}
      text={t('people.seats.transferText', { title: seat.title })}
      submit={t('people.seats.transfer')}
      to={({ target }) => ({
        path: `${target}/occupy`,
        body: { personId, main: true, move: true },
      })}
      done={({ target }) =>
        t('people.seats.transferred', { name, title: seatIn(props.seen, target)?.title ?? '' })
      }
    >
      <OtherSeat
        seen={props.seen}
        name="target"
        label={t('people.seats.target')}
        hint={t('people.seats.targetHint')}
        only={one => !one.occupant}
        empty={t('people.seats.noneVacant')}
      />
    </StepForm>
  );
}

type Drawing = { from: string; reportsTo: string };

export function DrawForm({ seat, ...props }: Props & { seat: Seat }) {
  const { t } = useTranslation();
  const drawn = new Set(
    props.seen.dottedLines.filter(line => line.seatId === seat.id).map(line => line.reportsTo),
  );
  return (
    <StepForm<Drawing>
      {...props}
      title={t('people.seats.drawTitle', { title: seat.title })}
      text={t('people.seats.drawText')}
      submit={t('people.seats.draw')}
      to={({ reportsTo }) => ({ path: `${seat.id}/dotted-lines`, body: { reportsTo } })}
      done={() => t('people.seats.drawn')}
    >
      <OtherSeat
        seen={props.seen}
        name="reportsTo"
        label={t('people.seats.dottedTo')}
        only={one => one.id !== seat.id && one.id !== seat.superior && !drawn.has(one.id)}
      />
    </StepForm>
  );
}

export function EraseForm({ seat, above, ...props }: Props & { seat: Seat; above: Seat }) {
  const { t } = useTranslation();
  const seatName = useSeatName();
  return (
    <StepForm<{ from: string }>
      {...props}
      title={t('people.seats.erase')}
      text={t('people.seats.eraseText', { from: seatName(seat), to: seatName(above) })}
      submit={t('people.seats.erase')}
      ending
      to={() => ({ path: `${seat.id}/dotted-lines/end`, body: { reportsTo: above.id } })}
      done={() => t('people.seats.erased')}
    />
  );
}

type OtherProps = {
  seen: Organisation;
  name: string;
  label: string;
  hint?: string;
  only: (seat: Seat) => boolean;
  empty?: string;
};

function OtherSeat({ seen, name, label, hint, only, empty }: OtherProps) {
  const { t } = useTranslation();
  const then = useThen(seen);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, message: t('people.required') }]}
    >
      <SeatSelect organisation={then} only={only} {...(empty && { empty })} />
    </Form.Item>
  );
}
