import { Button, Popover, type ButtonProps } from 'antd';
import { Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Bars } from '@/shared/ui/Bars';

type Props = Omit<ButtonProps, 'children'> & {
  children?: ReactNode;
  placement: 'bottomLeft' | 'bottomRight';
  /** What opens under the button. */
  panel: (close: () => void) => ReactNode;
};

/** A button that opens a panel: the focus goes into it and comes back when it closes. */
export function PanelButton({ panel, placement, ...button }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={next => {
        if (!next && inside.current?.contains(document.activeElement)) close();
        else setOpen(next);
      }}
      trigger="click"
      placement={placement}
      arrow={false}
      destroyOnHidden
      content={
        <div ref={inside} onKeyDown={event => isFreeEscape(event) && close()}>
          <Suspense fallback={<Bars rows={2} />}>
            <Focused panel={panel} close={close} />
          </Suspense>
        </div>
      }
    >
      <Button {...button} ref={opener} aria-expanded={open} aria-haspopup="dialog" />
    </Popover>
  );
}

/** Escape first closes what is open inside the panel. */
const isFreeEscape = ({ key, target }: KeyboardEvent) =>
  key === 'Escape' && (target as HTMLElement).getAttribute('aria-expanded') !== 'true';

const tries = 30;

function Focused({ panel, close }: { panel: Props['panel']; close: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    // A panel is hidden until it has found its place, and what is hidden takes no focus.
    const focus = (left: number) => {
      const first = place.current?.querySelector<HTMLElement>('input,button,select,textarea,[tabindex]');
      first?.focus({ preventScroll: true });
      if (document.activeElement !== first && left > 0) frame = requestAnimationFrame(() => focus(left - 1));
    };
    focus(tries);
    return () => cancelAnimationFrame(frame);
  }, []);
  return <div ref={place}>{panel(close)}</div>;
}
