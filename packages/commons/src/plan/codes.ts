/** The closed lists of an action plan, in the words of the national tools that it exchanges with. */

export const STATUSES = ['À venir', 'En cours', 'Réalisé', 'En pause', 'Abandonné', 'Bloqué', 'En retard', 'A discuter'] as const;
export type Status = (typeof STATUSES)[number];

export const PRIORITIES = ['Élevé', 'Moyen', 'Bas'] as const;
export type Priority = (typeof PRIORITIES)[number];
