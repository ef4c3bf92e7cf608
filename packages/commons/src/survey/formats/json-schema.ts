/** The answers of a survey as JSON Schema (2020-12): for a receiver that validates, a database, a generated form. */
import { localized, plain, type Json } from '../definition/items.ts';
import { definitionVersion, type ElementJson, type SurveyDefinition } from '../definition/model.ts';
import {
  answerKey, choicesOf, hasComment, isOn, itemsOf, questionsOf, templateQuestions, textItems, titleOf, type DefinedChoice,
} from '../definition/questions.ts';
import { plainText } from '../rich-text.ts';
import { calculatedQuestions, rowQuestions, totalQuestions } from './parts.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A schema that the answers of a completed session keep. It says what does not depend on other answers: kinds, codes,
 * bounds that are numbers, and `required` for what is asked of everybody. Conditions stay in the definition.
 */
export function answersJsonSchema(definition: SurveyDefinition, { lang = 'fr' }: { lang?: string } = {}): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required = new Set<string>();
  for (const { question, visibleIf } of questionsOf(definition)) {
    const key = answerKey(question);
    Object.assign(properties, field(question, key, lang, definition));
    if (properties[key] && question.isRequired === true && visibleIf.length === 0 && !conditional(question)) required.add(key);
  }
  for (const { name } of calculatedQuestions(definition)) properties[name] ??= {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(definition.id !== undefined && { $id: `urn:assembleurs:survey:answers:${encodeURIComponent(`${definition.id}@${definitionVersion(definition) ?? ''}`)}` }),
    title: plainText(localized(definition.title, lang)),
    type: 'object',
    properties,
    ...(required.size > 0 && { required: [...required] }),
    // A trigger may write under any name.
    additionalProperties: Array.isArray(definition.triggers) && definition.triggers.length > 0,
  };
}

/** Disabled questions may be passed without an answer; a condition of its own says when one is required. */
function conditional(question: Json): boolean {
  return question.readOnly === true || question.enableIf !== undefined || question.requiredIf !== undefined;
}

/** A question's own property and its comment's; none for what takes no answer. */
function field(question: ElementJson, key: string, lang: string, definition?: SurveyDefinition): Record<string, JsonSchema> {
  if (question.type === 'html' || question.type === 'image') return {};
  const description = plainText(localized(question.description, lang));
  return {
    [key]: { title: plainText(titleOf(question, lang)), ...(description && { description }), ...schemaOf(question, lang, definition) },
    ...(hasComment(question) && { [`${key}-Comment`]: { type: 'string' } }),
    ...(totalQuestions(question).length > 0 && { [`${key}-total`]: { type: 'object' } }),
  };
}

function schemaOf(question: ElementJson, lang: string, definition?: SurveyDefinition): JsonSchema {
  switch (question.type) {
    case 'text':
      return textSchema(question);
    case 'comment':
      return isOther(question) ? {} : { type: 'string', ...number('maxLength', question.maxLength) };
    case 'asb:commune':
      return { type: 'string', pattern: '^(\\d{2}|2[AB])\\d{3}$' };
    case 'boolean': case 'rating':
      return codes(choicesOf(question), lang);
    case 'radiogroup': case 'dropdown':
      return oneOf(question, lang, definition);
    case 'imagepicker':
      return question.multiSelect === true ? several(question, lang, definition) : oneOf(question, lang, definition);
    case 'checkbox': case 'tagbox': case 'ranking':
      return several(question, lang, definition);
    case 'slider':
      return question.sliderType === 'range' ? { type: 'array', items: { type: 'number' } } : { type: 'number' };
    case 'matrix': {
      const answer = question.cellType === 'checkbox' ? { type: 'array', items: codes(itemsOf(question.columns), lang) } : codes(itemsOf(question.columns), lang);
      return rowsSchema(question, answer, lang);
    }
    case 'matrixdropdown':
      return rowsSchema(question, parts(rowQuestions(question), lang), lang);
    case 'matrixdynamic':
      return { type: 'array', items: parts(rowQuestions(question), lang), ...number('maxItems', question.maxRowCount) };
    case 'paneldynamic':
      return { type: 'array', items: parts(templateQuestions(question), lang), ...number('maxItems', question.maxPanelCount) };
    case 'multipletext':
      return parts(textItems(question), lang);
    case 'file':
      return {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, type: { type: 'string' }, content: { type: 'string' } }, required: ['name'] },
      };
    default:
      // Calculated, or of a type that we do not know: anything.
      return {};
  }
}

/** A text field gives a text, but a formula or a default may write something else there. */
function isOther({ defaultValue, defaultValueExpression, setValueExpression }: Json): boolean {
  return defaultValueExpression !== undefined || setValueExpression !== undefined || (defaultValue !== undefined && typeof defaultValue !== 'string');
}

const FORMATS: Readonly<Record<string, string>> = { date: 'date', email: 'email', url: 'uri-reference' };

function textSchema(question: ElementJson): JsonSchema {
  const type = plain(question.inputType);
  if (type === 'number' || type === 'range') return { type: 'number', ...number('minimum', question.min), ...number('maximum', question.max) };
  if (isOther(question)) return {};
  const format = FORMATS[type];
  return { type: 'string', ...(format && { format }), ...number('maxLength', question.maxLength) };
}

/** What is written in place of "other" is a text that no list foresees. */
function oneOf(question: ElementJson, lang: string, definition?: SurveyDefinition): JsonSchema {
  const schema = codes(choicesOf(question, definition), lang);
  return freeOther(question, definition) ? { anyOf: [schema, { type: 'string' }] } : schema;
}

function several(question: ElementJson, lang: string, definition?: SurveyDefinition): JsonSchema {
  const wrapper = plain(question.valuePropertyName);
  const item = oneOf(question, lang, definition);
  return {
    type: 'array',
    uniqueItems: true,
    items: wrapper ? { type: 'object', properties: { [wrapper]: item }, required: [wrapper] } : item,
    ...(plain(question.maxSelectedChoices) !== '0' && number('maxItems', question.maxSelectedChoices)),
  };
}

function freeOther(question: ElementJson, definition?: SurveyDefinition): boolean {
  const stored = question.storeOthersAsComment ?? definition?.storeOthersAsComment ?? true;
  return stored === false && isOn(question, 'hasOther', 'showOtherItem');
}

/** Codes with their labels (`const` and `title`: what form generators read). */
function codes(choices: readonly DefinedChoice[] | undefined, lang: string): JsonSchema {
  if (!choices || choices.length === 0) return {};
  return { oneOf: choices.map((choice) => ({ const: choice.value, title: plainText(choice.text(lang)) })) };
}

function rowsSchema(question: ElementJson, answer: JsonSchema, lang: string): JsonSchema {
  const rows = itemsOf(question.rows).map((row) => [plain(row.value), { title: plainText(row.text(lang)), ...answer }]);
  return { type: 'object', properties: Object.fromEntries(rows) as JsonSchema, additionalProperties: false };
}

function parts(questions: readonly ElementJson[], lang: string): JsonSchema {
  return { type: 'object', properties: Object.assign({}, ...questions.map((question) => field(question, answerKey(question), lang))) as JsonSchema };
}

function number(keyword: string, value: unknown): JsonSchema {
  return typeof value === 'number' ? { [keyword]: value } : {};
}
