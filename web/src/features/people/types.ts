import type { Document } from '@/shared/api';

/** A seat as it is on one day: `reportsTo` is the seat above where one was named, `superior` named or implied. */
export type Seat = Document<'SeatView'>;
export type Unit = Document<'UnitView'>;
/** The organisation of one day; parents stand before their children. */
export type Organisation = Document<'OrganisationView'>;

/** Where a person sat for some time, in the words of that time; `until` is the first day it no longer held. */
export type Stay = Document<'Stint'>;
/** `leftOn` is the first day on which they no longer work here. */
export type Person = Document<'PersonView'>;
