/**
 * The JSON Schema (2020-12) of a survey's definition, for editors to complete and check while one writes. Made from
 * the same table as the reader, so it cannot say something else. Point an editor at the file that
 * `JSON.stringify(definitionJsonSchema())` gives, by its own setting or by a relative `$schema`.
 */
import * as z from 'zod/mini';
import { KINDS, type Kind } from '../definition/kinds.ts';
import { QUESTION_TYPES, SURVEY_SCHEMA } from '../definition/model.ts';
import { CHOICES, PLACES, TRIGGERS, VALIDATORS, propertiesOf, type Place } from '../definition/properties.ts';
import type { JsonSchema } from './json-schema.ts';

/** The entries of each kind of list. */
const ENTRIES: Partial<Record<Kind, string>> = {
  pages: 'page',
  elements: 'element',
  items: 'item',
  columns: 'column',
  texts: 'multipletextitem',
  validators: 'validator',
  triggers: 'trigger',
  calculated: 'calculatedValue',
};
const BARE = { type: ['string', 'number', 'boolean'] };

export function definitionJsonSchema(): JsonSchema {
  const $defs: Record<string, JsonSchema> = { localizedText: kindSchema('text'), element: { anyOf: ['panel', ...QUESTION_TYPES].map((type) => ref(type)) } };
  for (const place of Object.keys(PLACES) as Place[]) if (place !== 'survey') $defs[place] = placeSchema(place);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SURVEY_SCHEMA,
    title: 'asb-survey',
    description: 'A survey: SurveyJS’s names, and rgpd, score, weight, dimension, aggregate, id, version.',
    ...placeSchema('survey'),
    anyOf: [{ required: ['pages'] }, { required: ['elements'] }, { required: ['questions'] }],
    $defs,
  };
}

function placeSchema(place: Place): JsonSchema {
  const properties = Object.fromEntries([...propertiesOf(place)].map(([name, kind]) => [name, property(name, kind, place)]));
  if (place === 'panel' || (QUESTION_TYPES as readonly string[]).includes(place)) {
    return { type: 'object', properties: { ...properties, type: { const: place } }, required: ['type'] };
  }
  switch (place) {
    case 'item':
      return { anyOf: [BARE, { type: 'object', properties, required: ['value'] }] };
    case 'multipletextitem':
      return { anyOf: [{ type: 'string' }, { type: 'object', properties, required: ['name'] }] };
    case 'column':
      // A column also takes the properties of the question that its cells are.
      return { anyOf: [{ type: 'string' }, { type: 'object', properties: { ...all(), ...properties }, required: ['name'] }] };
    case 'validator': case 'trigger': {
      const types = (place === 'validator' ? VALIDATORS : TRIGGERS).split(' ');
      return { type: 'object', properties: { ...properties, type: { enum: types } }, required: ['type'] };
    }
    default:
      return { type: 'object', properties };
  }
}

/** Every property that a cell may have, when all types agree on it. */
function all(): Record<string, JsonSchema> {
  const cells = ['text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'slider', 'expression'] as const;
  return Object.fromEntries(cells.flatMap((type) => [...propertiesOf(type)]).map(([name, kind]) => [name, name === 'rows' ? {} : property(name, kind, 'text')]));
}

function property(name: string, kind: Kind, place: Place): JsonSchema {
  const entries = ENTRIES[kind];
  if (entries) return { type: 'array', items: ref(entries) };
  const values = kind === 'choice' ? CHOICES[name] : undefined;
  if (values) return { enum: values.split(' ') };
  return kind === 'text' && place !== 'survey' ? ref('localizedText') : kindSchema(kind);
}

function kindSchema(kind: Kind): JsonSchema {
  const schema: Record<string, unknown> = { ...z.toJSONSchema(KINDS[kind], { unrepresentable: 'any' }) };
  delete schema.$schema;
  delete schema['~standard'];
  return schema;
}

function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
