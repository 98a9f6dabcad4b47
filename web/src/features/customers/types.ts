import type { Money, Ref } from '@/shared/api';

export type Contact = {
  id: string;
  customer: Ref;
  name: string;
  title: string | null;
  department: string | null;
  role: string | null;
  mobile: string | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  birthday: string | null;
  main: boolean;
  note: string | null;
  externalId: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
};

export type Customer = {
  id: string;
  number: string;
  name: string;
  nameEn: string | null;
  shortName: string | null;
  creditCode: string | null;
  parent: Ref | null;
  industry: string | null;
  employees: number | null;
  annualRevenue: Money | null;
  level: string | null;
  source: string | null;
  country: string | null;
  province: string | null;
  city: string | null;
  district: string | null;
  address: string | null;
  site: string | null;
  phone: string | null;
  tags: string[];
  status: string;
  description: string | null;
  owner: Ref | null;
  unit: Ref | null;
  lastFollowedAt: string | null;
  externalId: string | null;
  createdBy: Ref | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  can: { edit: boolean; delete: boolean; assign: boolean; share: boolean };
  collaborators: { person: Ref; mayWrite: boolean }[];
  contacts: Contact[];
  children: number;
};

/** What a customer's opportunities come to. */
export type Deals = {
  openCount: number;
  openAmount: number;
  wonCount: number;
  wonAmount: number;
  lostCount: number;
  winRate: number | null;
  lastWonOn: string | null;
  currency: string;
};

export type Likeness = 'CREDIT_CODE' | 'NAME_SAME' | 'NAME_SIMILAR' | 'PHONE' | 'DOMAIN';
/** A customer that may be the same; without an id it is out of reach and its name masked. */
export type Candidate = {
  id: string | null;
  name: string;
  owner: string | null;
  unit: string | null;
  reasons: Likeness[];
  score: number;
  visible: boolean;
};
