/** A text, or one text a language (`{ default: …, en: … }`; `fr` is the house's default). */
export type LocalizedText = string | Readonly<Record<string, string>>;

export const QUESTION_TYPES = [
  'text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'ranking', 'imagepicker',
  'matrix', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'paneldynamic', 'file', 'image', 'html', 'expression',
  'slider', 'asb:commune',
] as const;
/** A type that the engine knows; another one is kept, reported, and takes part in nothing. */
export type QuestionType = (typeof QUESTION_TYPES)[number] | 'unsupported';

/** A choice, row, column or rate value: a bare value, or a value with its text and conditions. */
export type ItemJson = string | number | boolean | {
  readonly value: unknown;
  readonly text?: LocalizedText;
  readonly visibleIf?: string;
  readonly enableIf?: string;
  readonly [property: string]: unknown;
};

/** A question or a panel, with SurveyJS's property names. */
export interface ElementJson {
  readonly type: string;
  readonly name: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleIf?: string;
  readonly enableIf?: string;
  readonly requiredIf?: string;
  readonly isRequired?: boolean;
  readonly elements?: readonly ElementJson[];
  readonly choices?: readonly ItemJson[];
  readonly [property: string]: unknown;
}

export interface PageJson {
  readonly name: string;
  readonly title?: LocalizedText;
  readonly elements: readonly ElementJson[];
  readonly [property: string]: unknown;
}

export interface SurveyDefinition {
  readonly pages: readonly PageJson[];
  readonly title?: LocalizedText;
  readonly [property: string]: unknown;
}
