/** Words of the report, in French and English. */

const fr = {
  title: 'Diagnostic de coordination : {territory}',
  noTerritory: 'territoire à préciser',
  subtitle: '{grid}, version {version}. Rapport du {date}.',
  results: 'Où en est la coordination',
  scoreLine: 'Score : {score} ({band}).',
  scoreBare: 'Score : {score}. Trop peu de critères sont renseignés pour lui donner un nom.',
  completenessLine: 'Complétude : {count} critère renseigné sur {all}.|Complétude : {count} critères renseignés sur {all}.',
  quickMode: 'Version rapide : une question par axe. La version complète dit plus, et ses scores ne se comparent pas à ceux-ci.',
  howScored: 'Le niveau 1 ne donne aucun point, le niveau 4 tous. Un critère « non concerné » laisse ses points aux autres. « Ne sait pas » baisse la complétude, pas le score. Le score ne sert pas à classer des communes.',
  noScore: 'pas encore de score',
  outOf100: '{score} sur 100',
  of: '{done} sur {all}',
  radarAlt: 'Radar des scores par axe, de 0 au centre à 100 au bord. Le tableau qui suit donne les mêmes nombres.',
  byAxis: 'Score et complétude par axe',
  axis: 'Axe',
  score: 'Score',
  completeness: 'Complétude',
  band: 'Niveau',
  now: 'Aujourd’hui',
  before: 'Avant',
  strengths: 'Points forts',
  obstacles: 'À construire',
  strengthLine: '{name} : {text}',
  noneYet: 'Aucun pour l’instant.',
  since: 'Ce qui a changé depuis le {date}',
  changes: 'Niveaux qui ont changé',
  nothingChanged: 'Aucun niveau n’a changé.',
  notComparable: 'La grille a changé de version majeure : les scores ne se comparent pas.',
  lost: 'Critères de l’ancienne grille, qui n’ont plus d’équivalent : {names}.',
  levelOnly: 'niveau {level}',
  levelText: 'Niveau {level} : {text}',
  unanswered: 'pas de réponse',
  notAgreed: 'pas encore de niveau retenu ensemble',
  na: 'non concerné',
  dk: 'ne sait pas',
  byRule: 'Non concerné : {why}',
  details: 'Critère par critère',
  criterion: 'Critère',
  agreed: 'Niveau retenu',
  spread: 'Entre les personnes',
  note: 'Remarque',
  evidenceWrong: '{text} (lien incomplet)',
  apart: 'de {lowest} à {highest}',
  together: 'même niveau',
  advice: 'Préconisations',
  adviceKept: 'Préconisations retenues',
  howOrdered: 'Ordre : 3 points par niveau d’écart, 3, 2 ou 1 pour le premier, deuxième ou troisième besoin, 2 pour un effort faible et 1 pour un effort moyen. Ce qui doit venir avant vient avant.',
  noAdvice: 'Aucune préconisation : répondez à quelques critères.',
  noAdviceLeft: 'Aucune préconisation : ce qui est renseigné est au niveau 4, ou ne concerne pas cette commune.',
  resource: 'Ressource : {name}',
  firstStep: 'Premier pas :',
  who: 'Qui :',
  effort: 'Effort :',
  effort_low: 'faible (quelques heures).',
  effort_medium: 'moyen (quelques jours).',
  effort_high: 'important (plusieurs semaines, un vote ou un budget).',
  delay: 'Délai habituel : {count} mois.|Délai habituel : {count} mois.',
  lever: 'Levier :',
  obstacle: 'Frein levé :',
  why: 'Pourquoi vous la voyez :',
  whyLevel: '« {criterion} » est au niveau {level} : il manque {count} niveau.|« {criterion} » est au niveau {level} : il manque {count} niveaux.',
  whyAnswer: '« {criterion} » : réponse « {answer} ».',
  whyCondition: 'Condition remplie : {condition}.',
  whyUnknown: 'À vérifier, l’information manque : {condition}.',
  whyNeed: 'Répond à votre besoin n° {rank} : {need}.',
  whyAfter: 'À faire après : {names}.',
  ownOne: 'Ajoutée par le territoire.',
  aside: 'Écartées',
  interview: 'Entretien',
  interviewDate: 'Entretien du {date}.',
  capacity: 'Capacité à agir',
  people: 'Personnes :',
  respondents: 'Qui a répondu',
  byRole: 'Nombre de personnes par rôle',
  time: 'Temps :',
  budget: 'Budget :',
  needs: 'Besoins, le plus pressant en premier',
  appointments: 'Prochains rendez-vous',
  role: 'Rôle',
  noRole: 'rôle non précisé',
  howMany: 'Personnes',
  tooFew: 'Trop peu pour montrer ses réponses à part (il en faut {count}).|Trop peu pour montrer ses réponses à part (il en faut {count}).',
  coordination: 'Coordonner, c’est donner aux acteurs un cadre et un espace. Ce diagnostic est un appui à la discussion, jamais un classement.',
  logoAlt: 'Logo',
} satisfies Record<string, string>;

export type ReportKey = keyof typeof fr;

const en: Record<keyof typeof fr, string> = {
  title: 'Coordination diagnosis: {territory}',
  noTerritory: 'area to be named',
  subtitle: '{grid}, version {version}. Report of {date}.',
  results: 'Where coordination stands',
  scoreLine: 'Score: {score} ({band}).',
  scoreBare: 'Score: {score}. Too few criteria are answered to give it a name.',
  completenessLine: 'Completeness: {count} criterion answered out of {all}.|Completeness: {count} criteria answered out of {all}.',
  quickMode: 'Quick version: one question an axis. The full one says more, and its scores do not compare with these.',
  howScored: 'Level 1 gives no point, level 4 all of them. A criterion that is “not concerned” leaves its points to the others. “Don’t know” lowers completeness, not the score. The score is not for ranking communes.',
  noScore: 'no score yet',
  outOf100: '{score} out of 100',
  of: '{done} of {all}',
  radarAlt: 'Radar of the scores by axis, from 0 in the centre to 100 at the rim. The table that follows gives the same numbers.',
  byAxis: 'Score and completeness by axis',
  axis: 'Axis',
  score: 'Score',
  completeness: 'Completeness',
  band: 'Level',
  now: 'Today',
  before: 'Before',
  strengths: 'Strengths',
  obstacles: 'To be built',
  strengthLine: '{name}: {text}',
  noneYet: 'None for now.',
  since: 'What has changed since {date}',
  changes: 'Levels that changed',
  nothingChanged: 'No level has changed.',
  notComparable: 'The grid has a new major version: scores cannot be compared.',
  lost: 'Criteria of the former grid that have no equivalent: {names}.',
  levelOnly: 'level {level}',
  levelText: 'Level {level}: {text}',
  unanswered: 'no answer',
  notAgreed: 'no level agreed together yet',
  na: 'not concerned',
  dk: 'don’t know',
  byRule: 'Not concerned: {why}',
  details: 'Criterion by criterion',
  criterion: 'Criterion',
  agreed: 'Agreed level',
  spread: 'Between people',
  note: 'Remark',
  evidenceWrong: '{text} (incomplete link)',
  apart: 'from {lowest} to {highest}',
  together: 'same level',
  advice: 'Recommendations',
  adviceKept: 'Recommendations kept',
  howOrdered: 'Order: 3 points for each missing level, 3, 2 or 1 for the first, second or third need, 2 for a low effort and 1 for a medium one. What must come first comes first.',
  noAdvice: 'No recommendation: answer a few criteria.',
  noAdviceLeft: 'No recommendation: what is answered is at level 4, or does not concern this commune.',
  resource: 'Resource: {name}',
  firstStep: 'First step:',
  who: 'Who:',
  effort: 'Effort:',
  effort_low: 'low (a few hours).',
  effort_medium: 'medium (a few days).',
  effort_high: 'high (several weeks, a vote or a budget).',
  delay: 'Usual delay: {count} month.|Usual delay: {count} months.',
  lever: 'Lever:',
  obstacle: 'Obstacle lifted:',
  why: 'Why you see it:',
  whyLevel: '“{criterion}” is at level {level}: {count} level is missing.|“{criterion}” is at level {level}: {count} levels are missing.',
  whyAnswer: '“{criterion}”: answer “{answer}”.',
  whyCondition: 'Condition met: {condition}.',
  whyUnknown: 'To be checked, the information is missing: {condition}.',
  whyNeed: 'Answers your need no. {rank}: {need}.',
  whyAfter: 'To be done after: {names}.',
  ownOne: 'Added by the area.',
  aside: 'Set aside',
  interview: 'Interview',
  interviewDate: 'Interview of {date}.',
  capacity: 'Capacity to act',
  people: 'People:',
  respondents: 'Who answered',
  byRole: 'Number of people by role',
  time: 'Time:',
  budget: 'Budget:',
  needs: 'Needs, the most pressing first',
  appointments: 'Next appointments',
  role: 'Role',
  noRole: 'role not told',
  howMany: 'People',
  tooFew: 'Too few to show their answers apart (it takes {count}).|Too few to show their answers apart (it takes {count}).',
  coordination: 'To coordinate is to give actors a frame and a space. This diagnosis supports discussion; it is never a ranking.',
  logoAlt: 'Logo',
};

export interface ReportWords {
  readonly lang: 'fr' | 'en';
  readonly t: (key: ReportKey, params?: Readonly<Record<string, string | number>>) => string;
  readonly number: (value: number) => string;
  /** Of an instant. */
  readonly date: (iso: string) => string;
  /** Of a day (`2026-11-26`), wherever the reader is. */
  readonly day: (iso: string) => string;
}

const made: Partial<Record<'fr' | 'en', ReportWords>> = {};

/** English when the locale begins with `en`, else French. */
export function reportWords(locale: string): ReportWords {
  const lang = /^en\b/i.test(locale) ? 'en' : 'fr';
  const known = made[lang];
  if (known) return known;
  const tag = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const catalogue: Record<string, string> = lang === 'fr' ? fr : en;
  const plural = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long' });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const write = (format: Intl.DateTimeFormat, iso: string): string => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : format.format(time);
  };
  return (made[lang] = {
    lang,
    t: (key, params = {}) => {
      const [one = '', several] = (catalogue[key] ?? key).split('|');
      const message = several === undefined || plural.select(Number(params['count'])) === 'one' ? one : several;
      return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
    },
    number: (value) => number.format(value),
    date: (iso) => write(date, iso),
    day: (iso) => write(day, iso),
  });
}
