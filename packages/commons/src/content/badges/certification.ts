/** The national registers of certifications (RNCP, and répertoire spécifique), kept by France compétences: a sheet is known by its number. */
export interface CertificationSheet {
  /** `RNCP39848`, `RS6893` */
  readonly code: string;
  readonly framework: string;
  readonly url: string;
}

const FRAMEWORKS = { rncp: 'RNCP', rs: 'Répertoire spécifique' } as const;

/** `rncp 39848` → its code, and the address of its sheet; undefined when it is no such code. Does not know whether that sheet exists. */
export function certificationSheet(text: string): CertificationSheet | undefined {
  const [, name = '', number = ''] = /^\s*(rncp|rs)\s*(?:n°\s*)?(\d{1,6})\s*$/i.exec(text) ?? [];
  const register = name.toLowerCase();
  if (register !== 'rncp' && register !== 'rs') return undefined;
  return { code: `${register.toUpperCase()}${number}`, framework: FRAMEWORKS[register], url: `https://www.francecompetences.fr/recherche/${register}/${number}/` };
}
