import i18next from 'i18next';
import './index';

/**
 * Texts that come with the parts of the client that need them, and are no burden to whoever does not open those. Each part
 * adds its own to this type.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface LateTexts {}

/** To be called where such a part begins; the same keys in both languages. */
export function late(zh: object, en: object) {
  i18next.addResourceBundle('zh-CN', 'translation', zh, true, true);
  i18next.addResourceBundle('en', 'translation', en, true, true);
}
