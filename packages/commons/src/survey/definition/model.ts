/**
 * A survey's definition: SurveyJS's JSON, with its names wherever the meaning is the same, plus a few names of ours
 * that SurveyJS ignores (`rgpd`, `score`, `weight`, `dimension`, `aggregate`, `id`, `version`). An existing SurveyJS
 * definition is nearly always one of ours as it is; what we do not do stays in the data and is reported.
 */

/**
 * What `$schema` holds in a definition of this format. A URN, not a URL: it names the format and its major version
 * without promising that a server answers at that address for ever, and no editor or browser is tempted to fetch it.
 * `$schema` may also be absent, or the address of any JSON Schema (a local file, SurveyJS's own).
 */
export const SURVEY_SCHEMA = 'urn:assembleurs:survey:1';

/** A text, or one text a language (`{ default: …, en: … }`; `fr` is the house's default). */
export type LocalizedText = string | Readonly<Record<string, string>>;

export const QUESTION_TYPES = [
  'text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'ranking', 'imagepicker',
  'matrix', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'paneldynamic', 'file', 'image', 'html', 'expression',
  'slider', 'asb:commune',
] as const;
/** A type that the engine knows; another one is kept, reported, and takes part in nothing. */
export type QuestionType = (typeof QUESTION_TYPES)[number] | 'unsupported';

/** The six legal bases of article 6(1) of the RGPD, a to f. */
export const LEGAL_BASES = [
  'consentement', 'contrat', 'obligation-legale', 'interets-vitaux', 'mission-interet-public', 'interet-legitime',
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/**
 * A question's personal data, for the information notice, the codebook and the register of processing. French names,
 * because they are those of the French register that they fill.
 */
export interface QuestionRgpd {
  /** The answer says something of a person who can be identified (a professional address is personal data too). */
  readonly donneePersonnelle: boolean;
  /** Why it is asked, when it differs from the survey's purpose. */
  readonly finalite?: LocalizedText;
  /** How long it is kept, in months, when it differs from the survey's. */
  readonly dureeMois?: number;
  /** When it differs from the survey's: `consentement` for "may we call you back?". */
  readonly baseLegale?: LegalBasis;
}

/** What the notice shown before the first question says (RGPD, articles 12 and 13). Each text may be localised. */
export interface SurveyRgpd {
  /** The controller: who decides why and how, with a postal address or another way to reach it (13-1-a). */
  readonly responsable: LocalizedText;
  /** How to reach the data protection officer: an e-mail address, a URL or a sentence (13-1-b). */
  readonly contactDpo?: LocalizedText;
  /** The purpose (13-1-c). */
  readonly finalite: LocalizedText;
  /** The legal basis (13-1-c). */
  readonly baseLegale: LegalBasis;
  /** Who receives the answers, one entry each (13-1-e). */
  readonly destinataires?: readonly LocalizedText[];
  /** How long the answers are kept, in months (13-2-a). */
  readonly dureeMois?: number;
  /** The same in words, when a number of months does not say it ("until the end of the 2027 programme"). Wins over `dureeMois`. */
  readonly duree?: LocalizedText;
  /** The person's rights and how to use them (13-2-b). Absent: the usual sentence, with `contactDpo`. */
  readonly droits?: LocalizedText;
  /** Where to complain (13-2-d). Absent: the CNIL. */
  readonly reclamation?: LocalizedText;
  /** Which answers are mandatory and what happens without them (13-2-e). Absent: "the questions marked * are". */
  readonly caractereObligatoire?: LocalizedText;
  /** Transfers outside the European Union (13-1-f). Absent: none. */
  readonly transferts?: LocalizedText;
  /** Address of the whole privacy notice, http(s) or relative. */
  readonly url?: string;
}

/** The least number of answers that a published figure may stand on; below, it is withheld. */
export interface Aggregate {
  readonly minCell: number;
}

/** A choice, row, column or rate value: a bare value, or a value with its text and conditions. */
export type ItemJson = string | number | boolean | {
  readonly value: unknown;
  readonly text?: LocalizedText;
  readonly visibleIf?: string;
  readonly enableIf?: string;
  /** Reserved for scoring: the points of this answer; `null` is "not concerned", which leaves the denominator. */
  readonly score?: number | null;
  readonly [property: string]: unknown;
};

/** A question or a panel, with SurveyJS's property names. */
export interface ElementJson {
  readonly type: string;
  readonly name: string;
  /** A name for machines that outlives a rename of `name`, to compare two versions of a survey. */
  readonly id?: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleIf?: string;
  readonly enableIf?: string;
  readonly requiredIf?: string;
  readonly isRequired?: boolean;
  readonly elements?: readonly ElementJson[];
  readonly choices?: readonly ItemJson[];
  readonly rgpd?: QuestionRgpd;
  /** Reserved for scoring: what the question measures (the name of a dimension). */
  readonly dimension?: string;
  /** Reserved for scoring: how much the question counts in its dimension; 1 when absent. */
  readonly weight?: number;
  /** Reserved for scoring: points by answer, for types without choices: `{ "true": 2, "false": 0 }`. */
  readonly score?: Readonly<Record<string, number | null>>;
  /** Wins over the survey's. */
  readonly aggregate?: Aggregate;
  readonly [property: string]: unknown;
}

export interface PageJson {
  readonly name: string;
  readonly title?: LocalizedText;
  readonly elements: readonly ElementJson[];
  readonly [property: string]: unknown;
}

/** Pages that the reader made of elements at the root: the paths of what they hold begin there. */
export const LOOSE_PAGES = new WeakSet<object>();

export interface SurveyDefinition {
  readonly $schema?: string;
  /** The survey's name for machines; the same from one version to the next. */
  readonly id?: string;
  /** This version's name, sent with every answer: `2`, `2026-11`, `1.2.0`. `meta.version` is read when it is absent. */
  readonly version?: string;
  readonly meta?: { readonly version?: string; readonly [property: string]: unknown };
  readonly pages: readonly PageJson[];
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly rgpd?: SurveyRgpd;
  readonly aggregate?: Aggregate;
  readonly [property: string]: unknown;
}

/** The version to send with an answer, or null when the definition names none. */
export function definitionVersion(definition: SurveyDefinition): string | null {
  return definition.version ?? definition.meta?.version ?? null;
}
