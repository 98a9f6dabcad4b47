import type { ReactNode } from 'react';
import styles from './ui.module.css';

type Props = { title: ReactNode; text?: ReactNode; action?: ReactNode };

/** An empty state: what belongs here, and the one thing to do about it. */
export function Blank({ title, text, action }: Props) {
  return (
    <div className={styles.blank}>
      <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true">
        <path d="M8 6.5h56M8 18.5h56M8 30.5h56M8 42.5h56" stroke="var(--line)" />
        <path d="M22.5 1v46" stroke="var(--vermilion)" strokeOpacity=".35" />
      </svg>
      <p className={styles.blankTitle}>{title}</p>
      {text && <p className={styles.blankText}>{text}</p>}
      {action}
    </div>
  );
}
