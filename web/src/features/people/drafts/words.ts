import { useTranslation } from 'react-i18next';
import type { Step } from './data';

/** A change in a sentence. */
export function useStepWords() {
  const { t } = useTranslation();
  return ({ kind, subject, person, from, to, head }: Step) => {
    const top = t('drafts.step.top');
    const words = { subject, person: person?.name ?? t('common.dash'), from: from ?? top, to: to ?? top };
    if (kind === 'ADD_UNIT' && to === null) return t('drafts.step.ADD_UNIT_top', words);
    if ((kind === 'ADD_SEAT' || kind === 'LEAD') && head) return t(`drafts.step.${kind}_head`, words);
    if (kind === 'REPORT') return t('drafts.step.REPORT', { ...words, to: to ?? t('drafts.step.tree') });
    return t(`drafts.step.${kind}`, words);
  };
}
