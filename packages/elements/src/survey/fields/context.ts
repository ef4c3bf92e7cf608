import { type FieldKey, fieldsFr } from '../messages/fields.fr.ts';
import { type Translator, translator } from '../../internal/translate.ts';
import type { ElementNode, QuestionNode } from '@assembleurs/commons/survey';

export type Translate = Translator<FieldKey>;

const french: Translate = translator(fieldsFr, 'fr');
let english: Translate | undefined;

/** English comes when it is asked for: see `words.ts`. */
export function learnEnglish(catalogue: Readonly<Record<FieldKey, string>>): void {
  english = translator(catalogue, 'en');
}

/** The fields' own words in a language: English when asked and there, French otherwise. */
export const fieldMessages = (lang: string): Translate => (/^en\b/i.test(lang) ? english : undefined) ?? french;

/** One commune of a closed list, as the `asb:commune` question offers it. */
export interface CommuneEntry {
  /** INSEE code, the answer that is kept. */
  readonly code: string;
  readonly name: string;
  readonly postcodes?: readonly string[];
}

/** « Lille (59350) » */
export const communeText = (commune: CommuneEntry): string => `${commune.name} (${commune.code})`;

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
  /** Says something in the survey's polite live region. */
  readonly announce: (text: string) => void;
  readonly display: 'form' | 'summary';
}

/** Draws a question or panel inside another one. */
export type Draw = (node: ElementNode, context: FieldContext) => unknown;

/** Draws one type of question. */
export type Drawer = (node: QuestionNode, context: FieldContext, draw: Draw) => unknown;

/** A text of the definition in the survey's language. */
export function localized(text: unknown, { lang }: { readonly lang: string }): string {
  if (typeof text !== 'object' || text === null) return textOf(text);
  const texts = text as Readonly<Record<string, unknown>>;
  return textOf(texts[lang] ?? texts[lang.slice(0, 2)] ?? texts.default ?? texts.fr);
}

/** A number property of the definition, that may be written as text; 0 when it is something else. */
export const numberOf = (value: unknown): number => (typeof value === 'string' || typeof value === 'number' ? Number(value) || 0 : 0);

/** A text property of the definition, or a number as text; empty when it is something else. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
