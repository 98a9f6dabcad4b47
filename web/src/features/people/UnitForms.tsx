import './texts';
import { Alert, App, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, useStale } from '@/shared/forms';
import { usePeopleChanged } from './data';
import { FromField, UnitSelect, useFollow, useThen } from './fields';
import { within } from './tree';
import type { Organisation, Unit } from './types';

type Values = Document<'NewUnit'>;
type Props = { seen: Organisation; onClose: () => void };

const told = ({ name, nameEn, parentId, position }: Unit) => ({ name, nameEn, parentId, position });
const unitIn = (organisation: Organisation, id: string) =>
  organisation.units.find(unit => unit.id === id) ?? null;

/** A new unit, or another name or place of one, from a day on. */
export function UnitForm({ seen, onClose, unit: given, parent }: Props & { unit?: Unit; parent?: Unit }) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [unit] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  const change = (values: Values, version: number) =>
    http.put(`/api/organisation/units/${unit?.id}`, {
      ...values,
      version,
    } satisfies Document<'ChangeUnit'>);
  const stale = useStale<Values>({
    fields: [
      { key: 'name', label: t('people.unit.name') },
      { key: 'nameEn', label: t('people.unit.nameEn') },
      {
        key: 'parentId',
        label: t('people.unit.parent'),
        render: id => (id ? (unitIn(seen, String(id))?.name ?? String(id)) : null),
      },
      { key: 'position', label: t('people.change.position') },
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
        title={unit ? t('people.unit.editTitle', { name: unit.name }) : t('people.unit.add')}
        onClose={onClose}
        initial={{ from: seen.on, ...(unit ? told(unit) : { parentId: parent?.id ?? null }) }}
        save={(values, idempotencyKey) =>
          unit
            ? change(values, unit.version)
            : http.post('/api/organisation/units', values, { idempotencyKey })
        }
        onStale={stale.onStale}
        onSaved={(_, { name }) => {
          void changed();
          void message.success(t(unit ? 'people.unit.changed' : 'people.unit.added', { name }));
        }}
      >
        <FromField />
        <UnitFields seen={seen} {...(unit && { unit })} />
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

function UnitFields({ seen, unit }: { seen: Organisation; unit?: Unit }) {
  const { t } = useTranslation();
  const then = useThen(seen);
  return (
    <>
      {unit && <Followed seen={seen} then={then} unit={unit} />}
      <Form.Item
        name="name"
        label={t('people.unit.name')}
        rules={[{ required: true, whitespace: true, message: t('people.required') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('people.unit.nameEn')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="parentId" label={t('people.unit.parent')} extra={t('people.unit.parentHint')}>
        <UnitSelect units={then.units} allowClear {...(unit && { without: within(then.units, unit.id) })} />
      </Form.Item>
      <Form.Item name="position" label={t('people.change.position')} extra={t('people.change.positionHint')}>
        <InputNumber min={0} max={9999} precision={0} style={{ width: 120 }} />
      </Form.Item>
    </>
  );
}

function Followed({ seen, then, unit }: { seen: Organisation; then: Organisation; unit: Unit }) {
  const now = unitIn(then, unit.id);
  return useFollow(told(unitIn(seen, unit.id) ?? unit), now && told(now), then.on);
}

type Ending = Document<'EndsOn'>;

export function CloseUnitForm({ seen, onClose, unit }: Props & { unit: Unit }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  return (
    <FormDrawer<Ending, unknown>
      open
      title={t('people.unit.closeTitle', { name: unit.name })}
      submitText={t('people.unit.close')}
      onClose={onClose}
      initial={{ from: seen.on }}
      save={(values, idempotencyKey) =>
        http.post(`/api/organisation/units/${unit.id}/close`, values, { idempotencyKey })
      }
      onSaved={() => {
        void changed();
        void message.success(t('people.unit.closed', { name: unit.name }));
      }}
    >
      <p style={{ marginBottom: 16 }}>{t('people.unit.closeText')}</p>
      <FromField ending />
      <StillThere seen={seen} unit={unit} />
    </FormDrawer>
  );
}

function StillThere({ seen, unit }: { seen: Organisation; unit: Unit }) {
  const { t } = useTranslation();
  const then = useThen(seen);
  const seats = unitIn(then, unit.id)?.seats.length ?? 0;
  const units = then.units.filter(one => one.parentId === unit.id).length;
  if (seats + units === 0) return null;
  return (
    <Alert type="warning" showIcon title={t('people.unit.closeBlocked', { day: then.on, seats, units })} />
  );
}
