/** What the questions of a survey say, in French. `a|b`: one, or several, by `{count}`. */
export const fieldsFr = {
  required: '(obligatoire)',
  error: 'Erreur :',
  choose: 'Choisir…',
  clear: 'Effacer la réponse',
  otherLabel: 'Précisez',
  commentLabel: 'Commentaire',
  maxLength: '{count} caractère au plus.|{count} caractères au plus.',
  pickBetween: 'Choisissez de {min} à {max} réponses.',
  pickAtLeast: 'Choisissez au moins {count} réponse.|Choisissez au moins {count} réponses.',
  pickAtMost: 'Choisissez {count} réponse au plus.|Choisissez {count} réponses au plus.',
  noAnswer: 'Pas de réponse',
} as const;
export type FieldKey = keyof typeof fieldsFr;
