import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bounded } from './widths';
import styles from './lists.module.css';

type Props = {
  label: string;
  /** While it is dragged; nothing when it was let go. */
  onDrag: (width: number | null) => void;
  /** Nothing makes the column as wide as its contents again. */
  onWidth: (width: number | null) => void;
};

/** The edge of a head, by which its column is made wider; the column chooser does the same without a mouse. */
export function WidthGrip({ label, onDrag, onWidth }: Props) {
  const { t } = useTranslation();
  const from = useRef<{ x: number; width: number } | null>(null);
  const at = ({ clientX }: PointerEvent) =>
    from.current && bounded(from.current.width + clientX - from.current.x);
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const head = event.currentTarget.parentElement!;
    from.current = { x: event.clientX, width: head.getBoundingClientRect().width };
  };
  const end = (event: PointerEvent) => {
    const width = at(event);
    const moved = from.current && Math.abs(event.clientX - from.current.x) > 2;
    from.current = null;
    onDrag(null);
    if (width !== null && moved) onWidth(width);
  };
  return (
    <span
      aria-hidden="true"
      className={styles.grip}
      title={t('lists.columns.drag', { label })}
      onPointerDown={begin}
      onPointerMove={event => from.current && onDrag(at(event))}
      onPointerUp={end}
      onPointerCancel={() => {
        from.current = null;
        onDrag(null);
      }}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
