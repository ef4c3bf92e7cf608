import type { FieldKey } from './fields.fr.ts';

/** What the questions of a survey say, in English. */
export const fieldsEn = {
  required: '(required)',
  error: 'Error:',
  choose: 'Choose…',
  clear: 'Clear the answer',
  otherLabel: 'Please specify',
  commentLabel: 'Comment',
  maxLength: '{count} character at most.|{count} characters at most.',
  pickBetween: 'Choose from {min} to {max} answers.',
  pickAtLeast: 'Choose at least {count} answer.|Choose at least {count} answers.',
  pickAtMost: 'Choose {count} answer at most.|Choose {count} answers at most.',
  noAnswer: 'No answer',
} as const satisfies Record<FieldKey, string>;
