import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '@/shared/api/types';
import { zh } from './zh';

export const languages: readonly Language[] = ['zh-CN', 'en'];
const remembered = 'zhanggui.language';

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** The language last used on this device. */
function rememberedLanguage() {
  try {
    const value = localStorage.getItem(remembered);
    return isLanguage(value) ? value : null;
  } catch {
    // Storage may be forbidden; the default serves.
    return null;
  }
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh-CN');

/** What is said in English whatever the language: the product's name and how to change to Chinese. */
const alwaysEnglish = { common: { product: 'Zhanggui' }, shell: { language: '中文' } };
let english: Promise<void> | null = null;

/** English loads where it is wanted; without it, where no network brings it, everything is said in Chinese. */
export const loadTexts = (language: Language) =>
  language === 'en'
    ? (english ??= import('./en').then(
        ({ en }) => void i18next.addResourceBundle('en', 'translation', en, true, true),
        () => void (english = null),
      ))
    : Promise.resolve();

function apply(language: Language) {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = language;
}

i18next.on('languageChanged', language => isLanguage(language) && apply(language));

void i18next.use(initReactI18next).init({
  showSupportNotice: false,
  lng: rememberedLanguage() ?? 'zh-CN',
  fallbackLng: 'zh-CN',
  supportedLngs: languages,
  interpolation: { escapeValue: false },
  returnNull: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: alwaysEnglish } },
});

/** To be waited for before anything is drawn. */
export const textsReady = loadTexts(currentLanguage());

/** Switches every text at once; lists are asked for again because their keys carry the language. */
export async function switchLanguage(language: Language) {
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // Only the memory of the choice is lost.
  }
  await loadTexts(language);
  await i18next.changeLanguage(language);
}

/** The company's language, for who has never chosen one on this device. */
export async function offerLanguage(language: Language) {
  if (rememberedLanguage()) return;
  await loadTexts(language);
  await i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN';
}

export { i18next };
export * from './format';
