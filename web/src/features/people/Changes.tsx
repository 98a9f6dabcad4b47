import type { ComponentType } from 'react';
import {
  CloseSeatForm,
  DrawForm,
  EraseForm,
  OccupyForm,
  SeatForm,
  TransferForm,
  VacateForm,
} from './SeatForms';
import type { Organisation, Seat, Unit } from './types';
import { CloseUnitForm, UnitForm } from './UnitForms';

/** What someone is about to change. */
export type Change =
  | { what: 'addUnit'; parent: Unit | null }
  | { what: 'editUnit' | 'closeUnit'; unit: Unit }
  | { what: 'addSeat'; unit: Unit }
  | { what: 'editSeat'; seat: Seat; unit: Unit }
  | { what: SeatStep; seat: Seat }
  | { what: 'erase'; seat: Seat; above: Seat };
export type SeatStep = 'closeSeat' | 'occupy' | 'vacate' | 'transfer' | 'draw';

type Around = { seen: Organisation; onClose: () => void };
const steps: Record<SeatStep, ComponentType<Around & { seat: Seat }>> = {
  closeSeat: CloseSeatForm,
  occupy: OccupyForm,
  vacate: VacateForm,
  transfer: TransferForm,
  draw: DrawForm,
};

/** The drawer of the change at hand. */
export function Changes({ change, ...around }: Around & { change: Change | null }) {
  if (!change) return null;
  switch (change.what) {
    case 'addUnit':
      return <UnitForm {...around} {...(change.parent && { parent: change.parent })} />;
    case 'editUnit':
      return <UnitForm {...around} unit={change.unit} />;
    case 'closeUnit':
      return <CloseUnitForm {...around} unit={change.unit} />;
    case 'addSeat':
      return <SeatForm {...around} unit={change.unit} />;
    case 'editSeat':
      return <SeatForm {...around} unit={change.unit} seat={change.seat} />;
    case 'erase':
      return <EraseForm {...around} seat={change.seat} above={change.above} />;
    default: {
      const Step = steps[change.what];
      return <Step {...around} seat={change.seat} />;
    }
  }
}
