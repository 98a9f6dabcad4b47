import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useNavigation } from './navigation';
import styles from './app.module.css';

/** Ctrl/⌘-K: type a few letters of a page and go there. */
export function Jump({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { pages } = useNavigation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  // A page is found by its name in either language.
  const found = pages.filter(({ key }) =>
    (['zh-CN', 'en'] as const).some(lng =>
      i18n.t(`shell.page.${key}`, { lng }).toLowerCase().includes(wanted),
    ),
  );
  const current = Math.min(at, found.length - 1);
  const go = (path: string | undefined) => {
    if (!path) return;
    onClose();
    void navigate(path);
  };
  return (
    <Modal open title={t('shell.jump.open')} footer={null} onCancel={onClose} width={480} style={{ top: 72 }}>
      <Input
        autoFocus
        role="combobox"
        aria-label={t('shell.jump.open')}
        aria-expanded
        aria-controls="jump-pages"
        aria-activedescendant={found[current] && `jump-${found[current].key}`}
        placeholder={t('shell.jump.placeholder')}
        value={text}
        onChange={event => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
          else if (event.key === 'Enter') go(found[current]?.path);
          else return;
          event.preventDefault();
        }}
      />
      <ul id="jump-pages" role="listbox" aria-label={t('shell.navigation')} className={styles.jumpList}>
        {found.map((page, index) => (
          <li
            key={page.key}
            id={`jump-${page.key}`}
            role="option"
            aria-selected={index === current}
            onMouseEnter={() => setAt(index)}
            onClick={() => go(page.path)}
          >
            {page.icon} {t(`shell.page.${page.key}`)}
          </li>
        ))}
      </ul>
      <p className={styles.jumpHint}>{found.length ? t('shell.jump.hint') : t('shell.jump.empty')}</p>
    </Modal>
  );
}
