import type { shell } from '@/shared/i18n/zh/shell';
import type { PageKey } from '../navigation';

/** The pages of which one can make a new one. */
export type MadePage = keyof (typeof shell)['one'];

export type ActionKey =
  'language' | 'light' | 'dark' | 'system' | 'keys' | 'profile' | 'signOut' | 'everywhere';

/** How the Chinese names of pages sound, syllable by syllable. */
export const pageSounds: Record<PageKey, string> = {
  home: 'jin ri',
  notices: 'tong zhi',
  customers: 'ke hu',
  contacts: 'lian xi ren',
  opportunities: 'shang ji',
  activities: 'gen jin ji lu',
  tasks: 'dai ban',
  products: 'chan pin',
  organisation: 'zu zhi jia gou',
  people: 'ren yuan',
  pipelines: 'xiao shou liu cheng',
  reports: 'xiao shou bao biao',
  imports: 'dao ru',
  rates: 'hui lv',
  calendar: 'gong zuo ri li',
  jobs: 'hou tai ren wu',
  handovers: 'jiao jie',
  duplicates: 'chong fu cha zhao',
  bin: 'hui shou zhan',
  erasures: 'ge ren shu ju',
  accounts: 'zhang hao',
  roles: 'jue se',
  rights: 'quan xian he cha',
  company: 'gong si she zhi',
  customfields: 'zi ding yi zi duan',
  webhooks: 'webhook',
  audit: 'cao zuo ri zhi',
  system: 'xi tong yu bei fen',
};

export const actionSounds: Record<ActionKey, string> = {
  language: 'qie huan yu yan',
  light: 'qian se wai guan',
  dark: 'shen se wai guan',
  system: 'gen sui xi tong wai guan',
  keys: 'jian pan kuai jie jian',
  profile: 'ge ren she zhi',
  signOut: 'tui chu deng lu',
  everywhere: 'tui chu suo you she bei',
};

/** Whether these letters are a part of the name as it sounds, from a syllable on, or of its initials. */
export function soundsLike(sound: string, typed: string) {
  const letters = typed.toLowerCase().replace(/[\s']/g, '');
  if (letters.length < 2 || !/^[a-z]+$/.test(letters)) return false;
  const syllables = sound.split(' ');
  return (
    syllables.some((_, from) => syllables.slice(from).join('').startsWith(letters)) ||
    syllables
      .map(syllable => syllable.charAt(0))
      .join('')
      .includes(letters)
  );
}
