import { Link } from 'react-router';
import { recordPath } from '@/shared/lists';
import type { About } from './types';
import styles from './followups.module.css';

type Props = {
  about: About;
  /** The record on whose page this stands, which needs no link to itself. */
  except?: string;
};

/** Customer, contact and opportunity, each leading to its page. */
export function SubjectLinks({ about, except }: Props) {
  const all = [
    { list: 'customers', ref: about.customer },
    { list: 'contacts', ref: about.contact },
    { list: 'opportunities', ref: about.opportunity },
  ].filter(({ ref }) => ref && ref.id !== except);
  if (all.length === 0) return null;
  return (
    <span className={styles.links}>
      {all.map(({ list, ref }) => (
        <Link key={list} to={recordPath(list, ref!.id) ?? '/'}>
          {ref!.name}
        </Link>
      ))}
    </span>
  );
}
