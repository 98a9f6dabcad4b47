import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { listPath } from '@/shared/lists/paths';
import { ClockCircleOutlined, SearchOutlined } from '@/shared/ui/icons';
import { useNavigation, type PageKey } from '../navigation';
import { useActions } from './actions';
import type { FrameActions } from './Finder';
import { pathOf, useFound, useLately, type Hit } from './found';
import { Marked } from './Marked';
import { pageSounds, soundsLike } from './sounds';
import styles from './palette.module.css';

export type Choice = {
  key: string;
  content: ReactNode;
  path?: string;
  run?: () => void;
  /** Answers something typed before, until the newer answer is here. */
  old?: boolean;
};
export type Section = { key: string; label: string; choices: Choice[] };

const most = 5;
const languages = ['zh-CN', 'en'] as const;

/** Where in a name the text stands, case aside. */
function markIn(name: string, typed: string) {
  const from = typed ? name.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  return from < 0 ? [] : [{ from, to: from + typed.length }];
}

function useHit() {
  const { t } = useTranslation();
  const format = useFormat();
  const told = ({ kind, text }: Hit['beside'][number]) =>
    kind === 'DATE' ? format.day(text) : kind === 'INSTANT' ? format.instant(text) : text;
  return (hit: Hit, icon?: ReactNode) => (
    <>
      {icon}
      <span className={styles.name}>
        <Marked text={hit.title} marks={hit.marks} />
        {hit.by && (
          <span className={styles.by}>
            {hit.by.label} <Marked text={hit.by.text} marks={hit.by.marks} />
          </span>
        )}
      </span>
      {hit.beside.length > 0 && <small>{hit.beside.map(told).join(' · ')}</small>}
      {(hit.own || hit.opened) && (
        <small className={styles.why}>{t(hit.own ? 'shell.jump.own' : 'shell.jump.opened')}</small>
      )}
    </>
  );
}

/** What can be chosen: without text what one opened lately and can do, with text whatever goes by it. */
export function useSections(typed: string, onMake: (page: string) => void, frame: FrameActions) {
  const { t } = useTranslation();
  const { reachable } = useNavigation();
  const { made, commands, nameIn } = useActions(onMake, frame);
  const found = useFound(typed);
  const lately = useLately();
  const show = useHit();
  const named = (names: string[], sound: string) =>
    names.some(name => name.toLowerCase().includes(typed.toLowerCase())) || soundsLike(sound, typed);

  const pages = reachable
    .filter(({ key }) =>
      named(
        languages.map(lng => t(`shell.page.${key}`, { lng })),
        pageSounds[key],
      ),
    )
    .map(({ key, path, icon }) => ({
      key: `page-${key}`,
      path,
      content: (
        <>
          {icon}
          <span className={styles.name}>
            <Marked text={t(`shell.page.${key}`)} marks={markIn(t(`shell.page.${key}`), typed)} />
          </span>
        </>
      ),
    }));
  const actions = [...made, ...commands]
    .filter(({ key, sound }) =>
      named(
        languages.map(lng => nameIn(key, lng)),
        sound,
      ),
    )
    .map(({ key, icon, path, run }) => ({
      key: `action-${key}`,
      ...(path && { path }),
      ...(run && { run }),
      content: (
        <>
          {icon}
          <span className={styles.name}>
            <Marked text={nameIn(key)} marks={markIn(nameIn(key), typed)} />
          </span>
        </>
      ),
    }));

  const opened = (lately.data ?? []).map(hit => ({
    key: `opened-${hit.list}-${hit.id}`,
    path: pathOf(hit),
    content: show(hit, iconOf(hit.list)),
  }));
  function iconOf(list: string) {
    return reachable.find(({ key }) => key === list)?.icon ?? <ClockCircleOutlined />;
  }

  const order = (list: string) => {
    const at = reachable.findIndex(({ key }) => key === (list as PageKey));
    return at < 0 ? reachable.length : at;
  };
  const records: Section[] = [...found.groups]
    .sort((a, b) => order(a.list) - order(b.list))
    .sort((a, b) => Number(b.hits.some(hit => hit.exact)) - Number(a.hits.some(hit => hit.exact)))
    .map(({ list, label, hits, more }) => ({
      key: list,
      label,
      choices: [
        ...hits.map(hit => ({
          key: `${list}-${hit.id}`,
          path: pathOf(hit),
          content: show(hit),
          old: found.searching,
        })),
        ...(more && listPath(list) && !/^[a-z' ]+$/i.test(typed)
          ? [
              {
                key: `${list}-more`,
                path: `${listPath(list)}?q=${encodeURIComponent(typed)}`,
                content: (
                  <>
                    <SearchOutlined />
                    <span className={styles.name}>{t('shell.jump.more', { list: label })}</span>
                  </>
                ),
              },
            ]
          : []),
      ],
    }));

  const pagesOf = (choices: Choice[]) => ({ key: 'pages', label: t('shell.jump.pages'), choices });
  const actionsOf = (choices: Choice[]) => ({ key: 'actions', label: t('shell.jump.actions'), choices });
  const sections: Section[] = typed
    ? [pagesOf(pages.slice(0, most)), actionsOf(actions.slice(0, most)), ...records]
    : [{ key: 'opened', label: t('shell.jump.lately'), choices: opened }, actionsOf(actions), pagesOf(pages)];
  return { ...found, sections: sections.filter(({ choices }) => choices.length > 0) };
}
