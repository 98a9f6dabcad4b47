import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeTheme } from '@/shared/api/theme';
import { useTheme } from '@/shared/theme/choice';
import { useProblemText } from '@/shared/ui';
import { EyeOutlined, KeyOutlined, MessageOutlined, PlusOutlined, UserOutlined } from '@/shared/ui/icons';
import { useNavigation } from '../navigation';
import type { FrameActions } from './Finder';
import { actionSounds, pageSounds, type ActionKey, type MadePage } from './sounds';

export type Action = { key: string; sound: string; icon: ReactNode; path?: string; run?: () => void };

/** What can be done from anywhere: new records, and how the product looks and speaks. */
export function useActions(onMake: (page: string) => void, frame: FrameActions) {
  const { t } = useTranslation();
  const { creatable } = useNavigation();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const theme = useChangeTheme();
  const face = useTheme();
  const onError = (error: unknown) => void modal.error({ title: problemText(error) });
  const made: Action[] = creatable.map(({ key, path, form }) => ({
    key: `new-${key}`,
    sound: `xin jian ${pageSounds[key]}`,
    icon: <PlusOutlined />,
    ...(form ? { run: () => onMake(key) } : { path: `${path}?create=1` }),
  }));
  const own = (key: ActionKey, icon: ReactNode, what: Pick<Action, 'path' | 'run'>): Action => ({
    key,
    sound: actionSounds[key],
    icon,
    ...what,
  });
  const faces = [
    ['light', 'LIGHT'],
    ['dark', 'DARK'],
    ['system', 'SYSTEM'],
  ] as const;
  const commands: Action[] = [
    own('language', <MessageOutlined />, { run: frame.onLanguage }),
    ...faces
      .filter(([, value]) => value !== face)
      .map(([key, value]) => own(key, <EyeOutlined />, { run: () => theme.mutate(value, { onError }) })),
    own('profile', <UserOutlined />, { path: '/me' }),
    ...(frame.onKeys ? [own('keys', <KeyOutlined />, { run: frame.onKeys })] : []),
    own('signOut', <UserOutlined />, { run: frame.onSignOut }),
    own('everywhere', <UserOutlined />, { run: frame.onSignOutEverywhere }),
  ];
  const nameIn = (key: string, lng?: 'zh-CN' | 'en') => {
    const page = creatable.find(one => `new-${one.key}` === key);
    const spoken = lng ? { lng } : {};
    if (page) {
      return t('shell.jump.new', { ...spoken, what: t(`shell.one.${page.key as MadePage}`, spoken) });
    }
    return t(`shell.jump.action.${key as ActionKey}`, spoken);
  };
  return { made, commands, nameIn };
}
