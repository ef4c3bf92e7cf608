/** The names of what a strategy is made of, for whoever reads it: in the page, in files, on slides. */
import type { Confidence, Kind, Role } from './kinds.ts';

export interface StrategyNames {
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Heads of columns and lists. */
  readonly plurals: Readonly<Record<Kind, string>>;
  /** The question that a kind answers. */
  readonly questions: Readonly<Record<Kind, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly roles: Readonly<Record<Role, string>>;
}

const fr: StrategyNames = {
  kinds: { objective: 'Objectif', actor: 'Acteur', impact: 'Impact', deliverable: 'Livrable', effect: 'Effet espéré', facilitator: 'Facilitateur', obstacle: 'Obstacle', result: 'Résultat', activity: 'Réalisation', resource: 'Ressource' },
  plurals: { objective: 'Objectifs', actor: 'Acteurs', impact: 'Impacts', deliverable: 'Livrables', effect: 'Effets espérés', facilitator: 'Ce qui facilite', obstacle: 'Ce qui empêche', result: 'Résultats', activity: 'Réalisations', resource: 'Ressources' },
  questions: {
    objective: 'Pourquoi\u00a0?', actor: 'Qui\u00a0?', impact: 'Comment\u00a0?', deliverable: 'Quoi\u00a0?', effect: 'Quel effet espérer\u00a0?', facilitator: 'Qu’est-ce qui aide\u00a0?', obstacle: 'Qu’est-ce qui empêche\u00a0?',
    result: 'Pour obtenir quoi\u00a0?', activity: 'Que fait-on\u00a0?', resource: 'Avec quoi\u00a0?',
  },
  confidences: { low: 'peu de confiance', medium: 'confiance moyenne', high: 'bonne confiance' },
  roles: { design: 'Impliquer dans la conception', sharing: 'Partager avec' },
};

const en: StrategyNames = {
  kinds: { objective: 'Objective', actor: 'Actor', impact: 'Impact', deliverable: 'Deliverable', effect: 'Hoped-for effect', facilitator: 'Facilitator', obstacle: 'Obstacle', result: 'Result', activity: 'Activity', resource: 'Resource' },
  plurals: { objective: 'Objectives', actor: 'Actors', impact: 'Impacts', deliverable: 'Deliverables', effect: 'Hoped-for effects', facilitator: 'What helps', obstacle: 'What hinders', result: 'Results', activity: 'Activities', resource: 'Resources' },
  questions: {
    objective: 'Why?', actor: 'Who?', impact: 'How?', deliverable: 'What?', effect: 'What effect is hoped for?', facilitator: 'What helps?', obstacle: 'What hinders?',
    result: 'To obtain what?', activity: 'What is done?', resource: 'With what?',
  },
  confidences: { low: 'little confidence', medium: 'medium confidence', high: 'good confidence' },
  roles: { design: 'Involve in the design', sharing: 'Share with' },
};

/** English when the locale begins with `en`, else French. */
export const namesIn = (locale = 'fr'): StrategyNames => (/^en\b/i.test(locale) ? en : fr);
