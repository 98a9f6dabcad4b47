import { Input, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/ui';
import { useFound } from './found';
import { useNavigation } from './navigation';
import styles from './app.module.css';

type Choice = { key: string; path: string; content: ReactNode };
type Section = { key: string; label: string; choices: Choice[] };
const idOf = (key: string) => `jump-${key}`;

/** Ctrl/⌘-K: type a part of a name and go to the page or the record. */
export default function Jump({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { sections, searching, error } = useSections(text.trim());
  const choices = sections.flatMap(section => section.choices);
  const current = Math.min(at, choices.length - 1);
  const key = choices[current]?.key;
  useEffect(() => {
    if (key) document.getElementById(idOf(key))?.scrollIntoView?.({ block: 'nearest' });
  }, [key]);
  const go = (path: string | undefined) => {
    if (!path) return;
    onClose();
    void navigate(path);
  };
  const hint = searching
    ? t('shell.jump.searching')
    : choices.length
      ? t('shell.jump.hint')
      : t('shell.jump.empty');
  return (
    <Modal open title={t('shell.jump.open')} footer={null} onCancel={onClose} width={560} style={{ top: 72 }}>
      <Input
        autoFocus
        role="combobox"
        aria-label={t('shell.jump.open')}
        aria-expanded
        aria-controls="jump-choices"
        aria-activedescendant={key && idOf(key)}
        placeholder={t('shell.jump.placeholder')}
        value={text}
        onChange={event => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, choices.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
          else if (event.key === 'Enter') go(choices[current]?.path);
          else return;
          event.preventDefault();
        }}
      />
      <div id="jump-choices" role="listbox" aria-label={t('shell.jump.found')} className={styles.jumpList}>
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
                onClick={() => go(choice.path)}
              >
                {choice.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.jumpHint} role="status">
        {error && !searching ? problemText(error) : hint}
      </p>
    </Modal>
  );
}

/** Pages found by their name in either language, then records. */
function useSections(wanted: string) {
  const { t, i18n } = useTranslation();
  const { reachable } = useNavigation();
  const { groups, searching, error } = useFound(wanted);
  const named = reachable.filter(({ key }) =>
    (['zh-CN', 'en'] as const).some(lng =>
      i18n.t(`shell.page.${key}`, { lng }).toLowerCase().includes(wanted.toLowerCase()),
    ),
  );
  const sections: Section[] = groups.map(({ list, found }) => ({
    key: list,
    label: t(`shell.page.${list}`),
    choices: found.map(({ id, name, hint, path }) => ({
      key: `${list}-${id}`,
      path,
      content: (
        <>
          {name} <small>{hint}</small>
        </>
      ),
    })),
  }));
  if (named.length > 0) {
    sections.unshift({
      key: 'pages',
      label: t('shell.jump.pages'),
      choices: named.map(({ key, path, icon }) => ({
        key,
        path,
        content: (
          <>
            {icon} {t(`shell.page.${key}`)}
          </>
        ),
      })),
    });
  }
  return { sections, searching, error };
}
