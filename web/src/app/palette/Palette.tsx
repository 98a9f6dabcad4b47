import { Button, Drawer, Input, Modal } from 'antd';
import { useEffect, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { usePhone, useProblemText } from '@/shared/ui';
import { SearchOutlined } from '@/shared/ui/icons';
import type { FrameActions } from './Finder';
import { useSections, type Choice } from './sections';
import styles from './palette.module.css';

const idOf = (key: string) => `jump-${key}`;
/** After so long a search is said to take long. */
const patience = 1500;

type Props = { onClose: () => void; onMake: (page: string) => void; frame: FrameActions };

/** Ctrl/⌘-K: type what one knows of a record, a page or something to do, and go there. */
export default function Palette({ onClose, onMake, frame }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const phone = usePhone();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // Entered before the answer was there: what comes first is opened as soon as it is.
  const [waiting, setWaiting] = useState<'here' | 'tab' | null>(null);
  const { sections, searching, error, again } = useSections(typed, onMake, frame);
  const slow = useLong(searching);
  const choices = sections.flatMap(section => section.choices);
  const current = Math.min(at, choices.length - 1);
  const key = choices[current]?.key;
  useEffect(() => {
    if (key) document.getElementById(idOf(key))?.scrollIntoView?.({ block: 'nearest' });
  }, [key]);

  const go = ({ path, run }: Choice, inTab: boolean) => {
    if (inTab && path) return void window.open(path, '_blank', 'noopener');
    onClose();
    if (run) run();
    else if (path) void navigate(path);
  };
  const enter = (inTab: boolean) => {
    const choice = choices[current];
    if (choice && !choice.old) go(choice, inTab);
    else if (searching) setWaiting(inTab ? 'tab' : 'here');
  };
  if (waiting && !searching) {
    setWaiting(null);
    const first = choices[current];
    if (first) queueMicrotask(() => go(first, waiting === 'tab'));
  }
  const type = (next: string) => {
    setText(next);
    if (composing) return;
    setTyped(next.trim());
    setAt(0);
    setWaiting(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(current + 1 < choices.length ? current + 1 : 0);
    else if (event.key === 'ArrowUp') setAt(current > 0 ? current - 1 : choices.length - 1);
    else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };

  const status = error
    ? problemText(error)
    : slow
      ? t('shell.jump.slow')
      : searching
        ? t('shell.jump.searching')
        : choices.length === 0
          ? t([...typed].length < 2 ? 'shell.jump.short' : 'shell.jump.empty')
          : phone
            ? ''
            : t('shell.jump.hint');
  const content = (
    <div className={styles.palette}>
      <Input
        autoFocus
        role="combobox"
        aria-label={t('shell.jump.open')}
        aria-expanded
        aria-controls="jump-choices"
        aria-activedescendant={key && idOf(key)}
        autoComplete="off"
        enterKeyHint="go"
        prefix={<SearchOutlined />}
        placeholder={t('shell.jump.placeholder')}
        allowClear={phone}
        maxLength={100}
        value={text}
        onChange={event => type(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={event => {
          setComposing(false);
          setTyped(event.currentTarget.value.trim());
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jump-choices" role="listbox" aria-label={t('shell.jump.found')} className={styles.list}>
        {sections.map(section => (
          <div key={section.key} role="group" aria-label={section.label}>
            <p aria-hidden="true">{section.label}</p>
            {section.choices.map(choice => (
              <div
                key={choice.key}
                id={idOf(choice.key)}
                role="option"
                aria-selected={choice.key === key}
                onMouseMove={() => setAt(choices.indexOf(choice))}
                onClick={(event: MouseEvent) => go(choice, event.ctrlKey || event.metaKey)}
                onAuxClick={(event: MouseEvent) => event.button === 1 && go(choice, true)}
              >
                {choice.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.status} role="status">
        {status}{' '}
        {error && (
          <Button type="link" size="small" onClick={again}>
            {t('common.retry')}
          </Button>
        )}
      </p>
    </div>
  );
  return (
    <Frame phone={phone} title={t('shell.jump.open')} onClose={onClose}>
      {content}
    </Frame>
  );
}

type FrameProps = { phone: boolean; title: string; onClose: () => void; children: ReactNode };

/** A dialog at the desk, the whole screen on a phone. */
function Frame({ phone, title, onClose, children }: FrameProps) {
  return phone ? (
    <Drawer open placement="bottom" size="100%" title={title} onClose={onClose}>
      {children}
    </Drawer>
  ) : (
    <Modal open title={title} footer={null} onCancel={onClose} width={640} style={{ top: 72 }}>
      {children}
    </Modal>
  );
}

/** Whether something has been going on for long. */
function useLong(going: boolean) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [going]);
  return long;
}
