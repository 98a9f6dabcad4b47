import './texts';
import { Alert, Form, Select, TreeSelect } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '@/shared/forms/DateInput';
import { today, useFormat } from '@/shared/i18n';
import { useOrganisation } from './data';
import { seatsOf, treeOf, type Node } from './tree';
import type { Organisation, Seat, Unit } from './types';

/** The day from which a change holds, and what that means for the days before and after. */
export function FromField({ ending = false }: { ending?: boolean }) {
  const { t } = useTranslation();
  const from = Form.useWatch<string | undefined>('from');
  const words = from && `${t(ending ? 'people.change.endHint' : 'people.change.fromHint', { day: from })}`;
  return (
    <>
      <Form.Item
        name="from"
        label={t('people.change.from')}
        extra={words}
        rules={[{ required: true, message: t('people.required') }]}
      >
        <DateInput allowClear={false} />
      </Form.Item>
      {from && from < today() && (
        <Alert type="warning" showIcon title={t('people.change.pastHint')} style={{ marginBottom: 16 }} />
      )}
    </>
  );
}

/** The organisation on the day of the change; until it has arrived, the one in sight. */
export function useThen(seen: Organisation) {
  const from = Form.useWatch<string | undefined>('from') ?? seen.on;
  const { data } = useOrganisation(from, from !== seen.on);
  return data && from !== seen.on ? data : seen;
}

/** Fields nobody touched follow the day of the change: nothing planned for that day is undone by accident. */
export function useFollow(seen: object, then: object | null, day: string) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const text = JSON.stringify(then);
  useEffect(() => {
    const values = JSON.parse(text) as Record<string, unknown> | null;
    for (const [name, value] of Object.entries(values ?? {})) {
      if (!form.isFieldTouched(name)) form.setFields([{ name, value }]);
    }
  }, [form, text]);
  if (!then) {
    return <Alert type="warning" showIcon title={t('people.change.notThen', { day })} style={gap} />;
  }
  if (text === JSON.stringify(seen)) return null;
  return <Alert type="info" showIcon title={t('people.change.renewed', { day })} style={gap} />;
}
const gap = { marginBottom: 16 };

type UnitSelectProps = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  units: Unit[];
  /** Units that may not be chosen. */
  without?: ReadonlySet<string>;
  allowClear?: boolean;
};

export function UnitSelect({ id, value, onChange, units, without, allowClear = false }: UnitSelectProps) {
  const { t } = useTranslation();
  const format = useFormat();
  type Item = { value: string; title: string; disabled: boolean; children: Item[] };
  const item = ({ unit, children }: Node): Item => ({
    value: unit.id,
    title: format.localName(unit),
    disabled: without?.has(unit.id) ?? false,
    children: children.map(item),
  });
  return (
    <TreeSelect<string | undefined>
      {...(id && { id })}
      value={value ?? undefined}
      onChange={next => onChange?.(next ?? null)}
      treeData={treeOf(units).map(item)}
      treeDefaultExpandAll={units.length <= 60}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={allowClear}
      placeholder={t('forms.record')}
      notFoundContent={t('forms.nothingFound')}
      style={{ width: '100%' }}
    />
  );
}

/** What a seat is called together with who sits there. */
export function useSeatName() {
  const { t } = useTranslation();
  return ({ title, occupant }: Pick<Seat, 'title' | 'occupant'>) =>
    occupant
      ? t('people.seat.withOccupant', { title, name: occupant.name })
      : t('people.seat.vacantNamed', { title });
}

type SeatSelectProps = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  organisation: Organisation;
  /** Only seats that pass. */
  only?: (seat: Seat) => boolean;
  allowClear?: boolean;
  empty?: string;
};

export function SeatSelect(props: SeatSelectProps) {
  const { id, value, onChange, organisation, only = () => true, allowClear = false, empty } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const seatName = useSeatName();
  const { units } = organisation;
  const unitName = new Map(units.map(unit => [unit.id, format.localName(unit)]));
  return (
    <Select<string | undefined>
      {...(id && { id })}
      value={value ?? undefined}
      onChange={next => onChange?.(next ?? null)}
      options={seatsOf(organisation)
        .filter(only)
        .map(seat => ({
          value: seat.id,
          label: t('people.seat.inUnit', { unit: unitName.get(seat.unitId), seat: seatName(seat) }),
        }))}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={allowClear}
      placeholder={t('people.seats.choose')}
      notFoundContent={empty ?? t('forms.nothingFound')}
      style={{ width: '100%' }}
    />
  );
}
