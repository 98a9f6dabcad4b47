import { Input, type InputRef } from 'antd';
import { useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_DataRouterContext as RouterContext, useLocation, useNavigation } from 'react-router';
import { isTyping, useKeys } from '@/shared/ui';
import { SearchOutlined } from '@/shared/ui/icons';
import styles from './lists.module.css';

type Props = { label: string; value: string; onChange: (text: string) => void };

/** Searches while one types, but not in the middle of a Chinese word; `/` leads here. */
export function QuickSearch({ label, value, onChange }: Props) {
  const input = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const [composing, setComposing] = useState(false);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  if (given !== value) {
    setGiven(value);
    // What was just searched for comes back without its spaces: a word may still follow them.
    if (value !== text.trim()) setText(value);
  }
  // A search written to the address while a page is on its way would call back whoever goes there. The state that
  // React shows is too late to tell: a click's is drawn after the timer has run, so the router itself is asked.
  const router = useContext(RouterContext)?.router;
  const { pathname } = useLocation();
  const leaving = useNavigation().state !== 'idle';
  useEffect(() => {
    if (leaving || composing || text.trim() === value) return;
    const timer = setTimeout(() => {
      const now = router?.state;
      const here = !now || (now.navigation.state === 'idle' && now.location.pathname === pathname);
      if (here) latest.current(text.trim());
    }, 300);
    return () => clearTimeout(timer);
  }, [text, value, composing, leaving, router, pathname]);
  useKeys(event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    input.current?.focus({ cursor: 'all' });
  });
  return (
    <Input
      ref={input}
      className={styles.search}
      prefix={<SearchOutlined />}
      allowClear
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => !composing && onChange(text.trim())}
      suffix={text ? null : <kbd className={styles.key}>/</kbd>}
    />
  );
}
