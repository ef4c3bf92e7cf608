import { t } from '../text.ts';

export { t };

/** A choice: the code that is kept, and its words. */
export const choice = (value: string, fr: string, en: string): { readonly value: string; readonly text: { readonly fr: string; readonly en: string } } => ({
  value,
  text: t(fr, en),
});

/** The honest answer, offered wherever the person may well not know. */
export const unknown = choice('nsp', 'Je ne sais pas', 'I don’t know');

/** `yes`, `no`, and not knowing, for a question of fact. */
export const yesNo = [choice('oui', 'Oui', 'Yes'), choice('non', 'Non', 'No'), unknown];

/** The same honest answer where several may be ticked (it unticks the others), or after “other”. */
export const orUnknown = { showDontKnowItem: true, dontKnowText: unknown.text } as const;

/** “None”, in words that suit the question. */
export const orNone = (fr: string, en: string): { readonly showNoneItem: true; readonly noneText: { readonly fr: string; readonly en: string } } => ({
  showNoneItem: true,
  noneText: t(fr, en),
});

/** “Other”, with a text to fill; before “none” and “I don’t know”, which close a list. */
export const orOther = {
  showOtherItem: true,
  otherFirst: true,
  otherText: t('Autre', 'Other'),
  otherPlaceholder: t('Précisez', 'Please specify'),
} as const;
