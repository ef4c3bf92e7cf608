/** What a property may hold, in zod. An error's message is a key of the catalogue, not a sentence. */
import * as z from 'zod/mini';
import { LEGAL_BASES } from './model.ts';

z.config({ jitless: true });

const text = z.union([z.string(), z.record(z.string(), z.string())], { error: 'text' });
const string = z.string({ error: 'string' });
const number = z.number({ error: 'number' });
const count = z.number({ error: 'count' }).check(z.gte(0, { error: 'count' }));
const flag = z.boolean({ error: 'flag' });
const list = z.array(z.unknown(), { error: 'list' });
const legalBasis = z.enum(LEGAL_BASES, { error: 'legalBasis' });
const object = { error: 'object' };

export const KINDS = {
  any: z.unknown(),
  text,
  string,
  /** One of `CHOICES`; another string is a problem, not an error. */
  choice: string,
  expression: z.string({ error: 'expression' }),
  flag,
  number,
  count,
  /** A number, a date or an expression between quotes: `min`, `max`. */
  bound: z.union([z.string(), z.number()], { error: 'bound' }),
  points: z.nullable(number),
  score: z.record(z.string(), z.nullable(number), { error: 'object' }),
  meta: z.looseObject({ version: z.optional(string) }, object),
  aggregate: z.looseObject({ minCell: count }, object),
  questionRgpd: z.looseObject({
    donneePersonnelle: flag,
    finalite: z.optional(text),
    dureeMois: z.optional(count),
    baseLegale: z.optional(legalBasis),
  }, object),
  surveyRgpd: z.looseObject({
    responsable: text,
    contactDpo: z.optional(text),
    finalite: text,
    baseLegale: legalBasis,
    destinataires: z.optional(z.array(text, { error: 'list' })),
    dureeMois: z.optional(count),
    duree: z.optional(text),
    droits: z.optional(text),
    reclamation: z.optional(text),
    caractereObligatoire: z.optional(text),
    transferts: z.optional(text),
    url: z.optional(string),
  }, object),
  // Lists: their entries are read one by one, so that an error names the entry.
  pages: list,
  elements: list,
  items: list,
  columns: list,
  texts: list,
  validators: list,
  triggers: list,
  calculated: list,
};
export type Kind = keyof typeof KINDS;
