import type { LocalizedText } from '@assembleurs/commons/survey';
import { fieldsEn } from '../messages/fields.en.ts';
import { type FieldKey, fieldsFr } from '../messages/fields.fr.ts';
import { type Translator, translator } from '../messages/translate.ts';
import type { ElementNode, QuestionNode } from '@assembleurs/commons/survey';

export type Translate = Translator<FieldKey>;

/** The fields' own words in a language: English when asked, French otherwise. */
export const fieldMessages = (lang: string): Translate =>
  /^en\b/i.test(lang) ? translator(fieldsEn, 'en') : translator(fieldsFr, 'fr');

/** One commune of a closed list, as the `asb:commune` question offers it. */
export interface CommuneEntry {
  /** INSEE code, the answer that is kept. */
  readonly code: string;
  readonly name: string;
  readonly postcodes?: readonly string[];
}

/** What `asb:commune` asks of a territory. */
export interface TerritoryLookup {
  readonly communes: readonly CommuneEntry[];
  byCode(code: string): CommuneEntry | undefined;
  search(text: string, limit?: number): readonly CommuneEntry[];
  byPostcode(postcode: string): readonly CommuneEntry[];
}

/** What a question needs from the survey around it in order to be drawn. */
export interface FieldContext {
  readonly lang: string;
  readonly t: Translate;
  /** Absent while it loads, or when the survey has none: the commune's code is typed then. */
  readonly territory: TerritoryLookup | undefined;
  readonly readOnly: boolean;
  /** Level of a panel's heading; nested panels go one deeper. */
  readonly headingLevel: number;
  /** The answer to `name` in words, for `{name}` in a definition's texts. */
  pipe(name: string): string;
  /** Says something in the survey's polite live region. */
  announce(text: string): void;
  readonly display: 'form' | 'summary';
}

/** Draws a question or panel inside another one. */
export type Draw = (node: ElementNode, context: FieldContext) => unknown;

/** Draws one type of question. */
export type Drawer = (node: QuestionNode, context: FieldContext, draw: Draw) => unknown;

/** A text of the definition in the survey's language. */
export function localized(text: unknown, lang: string): string {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null) return '';
  const texts = text as Exclude<LocalizedText, string>;
  return texts[lang] ?? texts[lang.split('-')[0] ?? ''] ?? texts.default ?? texts.fr ?? '';
}

/** A number property of the definition, that may be written as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A text property of the definition; empty when it is something else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
