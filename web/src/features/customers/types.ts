import type { Document } from '@/shared/api';

export type Contact = Document<'ContactState'>;

type Described = Document<'CustomerView'>;
type Certain =
  | 'id'
  | 'number'
  | 'name'
  | 'custom'
  | 'tags'
  | 'status'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'can'
  | 'collaborators'
  | 'contacts'
  | 'children';
/** Every field is there; only those not certain may be null, which the description does not say. */
export type Customer = {
  [Field in keyof Described]-?: NonNullable<Described[Field]> | (Field extends Certain ? never : null);
};

/** What a customer's opportunities come to. */
export type Deals = Document<'Summary'>;

/** A customer that may be the same; without an id it is out of reach and its name masked. */
export type Candidate = Document<'Candidate'>;
export type Likeness = Candidate['reasons'][number];
