import type { Ref } from '@/shared/api';

/** A seat as it is on one day. */
export type Seat = {
  id: string;
  unitId: string;
  title: string;
  duties: string | null;
  head: boolean;
  /** The seat above, where one was named. */
  reportsTo: string | null;
  /** The seat above, named or implied by the tree. */
  superior: string | null;
  occupant: Ref | null;
  /** Whether it is the occupant's main seat. */
  main: boolean;
  version: number;
};
export type Unit = {
  id: string;
  parentId: string | null;
  name: string;
  nameEn: string | null;
  position: number;
  head: { seatId: string; person: Ref | null } | null;
  seats: Seat[];
  version: number;
};
/** The organisation of one day; parents stand before their children. */
export type Organisation = {
  on: string;
  units: Unit[];
  dottedLines: { seatId: string; reportsTo: string }[];
};

/** Where a person sat for some time, in the words of that time; `until` is the first day it no longer held. */
export type Stay = {
  seatId: string;
  title: string;
  unitId: string;
  unit: string;
  main: boolean;
  from: string;
  until: string | null;
};
export type Person = {
  id: string;
  name: string;
  nameEn: string | null;
  employeeNumber: string | null;
  email: string | null;
  mobile: string | null;
  hiredOn: string | null;
  /** The first day on which they no longer work here. */
  leftOn: string | null;
  externalId: string | null;
  unit: Ref | null;
  title: string | null;
  manager: Ref | null;
  seats: Stay[];
  version: number;
};
