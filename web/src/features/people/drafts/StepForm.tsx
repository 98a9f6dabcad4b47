import './texts';
import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer, PersonSelect } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { SeatSelect, UnitSelect } from '../fields';
import { within } from '../tree';
import type { Organisation, Seat, Unit } from '../types';
import type { NewStep } from './data';

/** A change that needs to be told more before it is one. */
export type Asked =
  | { what: 'addUnit'; unit: Unit | null }
  | { what: 'moveUnit' | 'renameUnit' | 'addSeat'; unit: Unit }
  | { what: 'moveSeat' | 'renameSeat' | 'report' | 'fill' | 'transfer'; seat: Seat };

type Values = {
  to?: string | null;
  name?: string;
  nameEn?: string | null;
  head?: boolean;
  person?: string;
};
type Props = {
  asked: Asked;
  organisation: Organisation;
  onClose: () => void;
  save: (step: NewStep) => Promise<unknown>;
};
type Form_ = { title: string; initial?: Values; fields: ReactNode; step: (values: Values) => NewStep };

/** Asks what a change needs; who is refused is told why, and can choose otherwise. */
export function StepForm({ asked, organisation, onClose, save }: Props) {
  const { t } = useTranslation();
  const { title, initial, fields, step } = useForm(asked, organisation);
  return (
    <FormDrawer<Values, unknown>
      open
      title={title}
      submitText={t('drafts.add')}
      onClose={onClose}
      {...(initial && { initial })}
      save={values => save(step(values))}
    >
      {fields}
    </FormDrawer>
  );
}

function useForm(asked: Asked, organisation: Organisation): Form_ {
  const { t } = useTranslation();
  const format = useFormat();
  const { units } = organisation;
  const required = [{ required: true, whitespace: true, message: t('drafts.required') }];
  const chosen = [{ required: true, message: t('drafts.required') }];
  const name = (label: string) => (
    <Form.Item key="name" name="name" label={label} rules={required}>
      <Input autoFocus maxLength={100} />
    </Form.Item>
  );
  const nameEn = (
    <Form.Item key="nameEn" name="nameEn" label={t('drafts.unit.nameEn')}>
      <Input maxLength={100} />
    </Form.Item>
  );
  if ('unit' in asked) {
    const { unit } = asked;
    const called = unit ? format.localName(unit) : '';
    switch (asked.what) {
      case 'addUnit':
        return {
          title: unit ? t('drafts.unit.addTitle', { name: called }) : t('drafts.unit.addTopTitle'),
          fields: [name(t('drafts.unit.name')), nameEn],
          step: values => ({ kind: 'ADD_UNIT', to: unit?.id ?? null, ...values }),
        };
      case 'renameUnit':
        return {
          title: t('drafts.unit.renameTitle', { name: called }),
          initial: { name: asked.unit.name, nameEn: asked.unit.nameEn },
          fields: [name(t('drafts.unit.name')), nameEn],
          step: values => ({ kind: 'RENAME_UNIT', subject: asked.unit.id, ...values }),
        };
      case 'moveUnit':
        return {
          title: t('drafts.unit.moveTitle', { name: called }),
          initial: { to: asked.unit.parentId },
          fields: (
            <Form.Item name="to" label={t('drafts.unit.parent')} extra={t('drafts.unit.parentHint')}>
              <UnitSelect units={units} allowClear without={within(units, asked.unit.id)} />
            </Form.Item>
          ),
          step: ({ to }) => ({ kind: 'MOVE_UNIT', subject: asked.unit.id, to: to ?? null }),
        };
      case 'addSeat':
        return {
          title: t('drafts.unit.addSeatTitle', { name: called }),
          initial: { head: false },
          fields: [
            name(t('drafts.seat.name')),
            <Form.Item key="head" name="head" valuePropName="checked">
              <Checkbox>{t('drafts.seat.head')}</Checkbox>
            </Form.Item>,
          ],
          step: values => ({ kind: 'ADD_SEAT', to: asked.unit.id, ...values }),
        };
    }
  }
  const { seat } = asked;
  const subject = seat.id;
  switch (asked.what) {
    case 'moveSeat':
      return {
        title: t('drafts.seat.moveTitle', { name: seat.title }),
        initial: { to: seat.unitId },
        fields: (
          <Form.Item name="to" label={t('drafts.seat.unit')} extra={t('drafts.seat.moveHint')} rules={chosen}>
            <UnitSelect units={units} />
          </Form.Item>
        ),
        step: ({ to }) => ({ kind: 'MOVE_SEAT', subject, to: to ?? null }),
      };
    case 'renameSeat':
      return {
        title: t('drafts.seat.renameTitle', { name: seat.title }),
        initial: { name: seat.title },
        fields: name(t('drafts.seat.name')),
        step: values => ({ kind: 'RENAME_SEAT', subject, ...values }),
      };
    case 'report':
      return {
        title: t('drafts.seat.reportTitle', { name: seat.title }),
        initial: { to: seat.reportsTo },
        fields: (
          <Form.Item name="to" label={t('drafts.seat.reportTo')} extra={t('drafts.seat.reportHint')}>
            <SeatSelect organisation={organisation} allowClear only={one => one.id !== seat.id} />
          </Form.Item>
        ),
        step: ({ to }) => ({ kind: 'REPORT', subject, to: to ?? null }),
      };
    case 'fill':
      return {
        title: t('drafts.seat.fillTitle', { name: seat.title }),
        fields: (
          <Form.Item
            name="person"
            label={t('drafts.seat.person')}
            extra={t('drafts.seat.fillHint')}
            rules={chosen}
          >
            <PersonSelect />
          </Form.Item>
        ),
        step: ({ person }) => ({ kind: 'SEAT_PERSON', subject, person: person ?? null }),
      };
    case 'transfer':
      return {
        title: t('drafts.seat.transferTitle', { name: seat.occupant?.name ?? '' }),
        fields: (
          <Form.Item name="to" label={t('drafts.seat.target')} rules={chosen}>
            <SeatSelect
              organisation={organisation}
              only={one => !one.occupant}
              empty={t('drafts.seat.noneVacant')}
            />
          </Form.Item>
        ),
        step: ({ to }) => ({ kind: 'SEAT_PERSON', subject: to ?? '', person: seat.occupant?.id ?? null }),
      };
  }
}
