import type { Hit } from './found';
import styles from './palette.module.css';

type Props = { text: string; marks: Hit['marks'] };

/** A text with the parts marked that were looked for. */
export function Marked({ text, marks }: Props) {
  const mark = marks[0];
  if (!mark) return text;
  return (
    <>
      {text.slice(0, mark.from)}
      <mark className={styles.mark}>{text.slice(mark.from, mark.to)}</mark>
      {text.slice(mark.to)}
    </>
  );
}
