/** Headings of the files and slides, in both languages. */
const fr = {
  strategy: 'Stratégie d’impact', map: 'Carte d’impact', theory: 'Théorie du changement', logic: 'Mise en œuvre', stakeholders: 'Parties prenantes', tools: 'Outils de suivi', sharing: 'Partager ce qu’on apprend',
  more: '{title} (suite)', unanswered: 'Obstacles sans réponse', unansweredOne: 'sans réponse', answeredBy: 'Réponse\u00a0: {titles}', again: '{text} (déjà décrit plus haut)', noActor: 'Sans acteur', confidence: 'Confiance', evidence: 'Preuves',
  who: 'Qui', why: 'Pourquoi', how: 'Comment', when: 'Quand', validates: 'Ce qu’il valide', validatedOn: '{what} (validé le {date})', toValidate: '{what} (à valider)',
  kind: 'Type', text: 'Texte', serves: 'Sert', note: 'Note', replies: 'Réponses', page: '{at} sur {all}', previous: 'Précédente', next: 'Suivante', fullScreen: 'Plein écran', keys: 'Flèches\u00a0: passer d’une diapositive à l’autre. F\u00a0: plein écran.', noText: 'Rien n’est encore écrit ici.', colon: '\u00a0: ',
};
export type FormatWord = keyof typeof fr;

const en: Record<FormatWord, string> = {
  strategy: 'Impact strategy', map: 'Impact map', theory: 'Theory of change', logic: 'Implementation', stakeholders: 'Stakeholders', tools: 'Follow-up tools', sharing: 'Sharing what is learnt',
  more: '{title} (continued)', unanswered: 'Obstacles without an answer', unansweredOne: 'without an answer', answeredBy: 'Answer: {titles}', again: '{text} (described above)', noActor: 'Without an actor', confidence: 'Confidence', evidence: 'Evidence',
  who: 'Who', why: 'Why', how: 'How', when: 'When', validates: 'What they validate', validatedOn: '{what} (validated on {date})', toValidate: '{what} (to be validated)',
  kind: 'Kind', text: 'Text', serves: 'Serves', note: 'Note', replies: 'Answers', page: '{at} of {all}', previous: 'Previous', next: 'Next', fullScreen: 'Full screen', keys: 'Arrows: from one slide to the other. F: full screen.', noText: 'Nothing is written here yet.', colon: ': ',
};

/** English when the locale begins with `en`, else French. */
export function formatWord(key: FormatWord, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  return (/^en\b/i.test(locale) ? en : fr)[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A day in words; a day has no time zone. */
export const dayText = (day: string, locale = 'fr'): string => new Intl.DateTimeFormat(/^en\b/i.test(locale) ? 'en-GB' : 'fr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
