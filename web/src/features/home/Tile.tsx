import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './home.module.css';

type Props = {
  title: string;
  /** How many, and how much; nothing while it is not known. */
  count?: string | undefined;
  sum?: ReactNode;
  href: string;
  action?: ReactNode;
  error: unknown;
  onRetry: () => void;
  loading: boolean;
  /** Said instead of an empty list. */
  empty: string;
  children: ReactNode[];
};

/** A titled part of the first screen: the first few records and the way to all of them. */
export function Tile(props: Props) {
  const { title, count, sum, href, action, error, onRetry, loading, empty, children } = props;
  const id = useId();
  return (
    <section className={styles.tile} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <Link to={href}>
            {title} {count !== undefined && <span className="numbers">{count}</span>}
          </Link>
        </h2>
        {sum && <span className={`${styles.sum} numbers`}>{sum}</span>}
        {action}
      </header>
      {error ? (
        <ProblemAlert error={error} onRetry={onRetry} />
      ) : loading ? (
        <Bars rows={4} height={36} />
      ) : children.length === 0 ? (
        <p className={styles.none}>{empty}</p>
      ) : (
        <ul>{children}</ul>
      )}
    </section>
  );
}
