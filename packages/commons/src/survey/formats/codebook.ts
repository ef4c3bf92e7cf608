/** The dictionary of a survey: what each column of its answers means, for whoever reads the data later. */
import { isRecord, languagesOf, localized, plain, type Json } from '../definition/items.ts';
import type { ElementJson, SurveyDefinition } from '../definition/model.ts';
import {
  answerKey, choicesOf, hasComment, itemsOf, questionsOf, templateQuestions, textItems, titleOf, type DefinedChoice,
} from '../definition/questions.ts';
import { plainText } from '../rich-text.ts';
import { codebookTitle, word, type CodebookColumn } from './messages.ts';
import { calculatedQuestions, rowQuestions, totalQuestions } from './parts.ts';
import { writeXlsx, type Cell, type Table } from './table.ts';

export { toCsv, type Cell, type Table } from './table.ts';

export interface CodebookOptions {
  /** Of the headers; `fr` by default. */
  readonly lang?: string;
  /** Languages that titles and choices are given in; those of the definition by default. */
  readonly languages?: readonly string[];
}

type Line = Readonly<Record<string, Cell>>;

/**
 * One row a question, one a part of it (column of a matrix, field of a panel, item of a multiple text), one a comment,
 * a total, a calculated value that is part of the answers, each with its
 * name as in the exports, its titles and choices by language (`code = label`), conditions, checks and personal data.
 */
export function codebook(definition: SurveyDefinition, options: CodebookOptions = {}): Table {
  const lang = options.lang ?? 'fr';
  const found = [...languagesOf(definition.pages)].sort();
  const languages = options.languages ?? (found.length > 0 ? found : [typeof definition.locale === 'string' && definition.locale !== '' ? definition.locale : lang]);
  const by = (key: CodebookColumn) => languages.map((language) => ({ key: `${key}:${language}`, title: `${codebookTitle(key, lang)} (${language})` }));
  const one = (...keys: readonly CodebookColumn[]) => keys.map((key) => ({ key, title: codebookTitle(key, lang) }));
  const columns = [
    ...one('name', 'type', 'page'), ...by('title'), ...by('description'), ...by('choices'),
    ...one('required', 'visibleIf', 'requiredIf', 'enableIf', 'rules', 'personal', 'purpose', 'legalBasis', 'months', 'minCell', 'dimension', 'weight', 'id'),
  ];
  const lines = questionsOf(definition).flatMap(({ question, page, visibleIf }) => {
    const line = (json: ElementJson, name: string, conditions: readonly string[]): Line => ({
      ...describe(json, name, definition, languages, lang),
      page: plainText(titleOf(page, languages[0] ?? lang)),
      visibleIf: conditions.length > 1 ? conditions.map((condition) => `(${condition})`).join(' and ') : (conditions[0] ?? null),
      ...personalData(question, definition, lang),
    });
    const key = answerKey(question);
    return lay(question, key, visibleIf, languages).map(([part, name, conditions]) => line(part, name, conditions));
  });
  for (const value of calculatedQuestions(definition)) lines.push({ ...describe(value, value.name, definition, languages, lang), type: 'calculatedValue' });
  return { columns, rows: lines.map((line) => columns.map(({ key }) => line[key] ?? null)) };
}

/** The codebook as an .xlsx file. */
export function codebookXlsx(definition: SurveyDefinition, options: CodebookOptions = {}): Promise<Uint8Array> {
  return writeXlsx([{ sheet: word('codebook', options.lang ?? 'fr'), table: codebook(definition, options) }]);
}

function describe(json: ElementJson, name: string, definition: SurveyDefinition, languages: readonly string[], lang: string): Line {
  const line: Record<string, Cell> = {
    name,
    type: json.type === 'text' && typeof json.inputType === 'string' ? `text (${json.inputType})` : json.type,
    required: json.isRequired === true ? word('yes', lang) : typeof json.requiredIf === 'string' ? null : word('no', lang),
    requiredIf: text(json.requiredIf)[0] ?? null,
    enableIf: text(json.enableIf)[0] ?? null,
    rules: rules(json),
    dimension: json.dimension ?? null,
    weight: json.weight ?? null,
    id: json.id ?? null,
  };
  const choices = json.type === 'matrix' ? itemsOf(json.columns) : choicesOf(json, definition);
  const rows = json.type === 'matrix' || json.type === 'matrixdropdown' ? itemsOf(json.rows) : [];
  for (const language of languages) {
    line[`title:${language}`] = plainText(titleOf(json, language));
    line[`description:${language}`] = plainText(localized(json.description, language)) || null;
    line[`choices:${language}`] = [coded(rows, language), coded(choices ?? [], language)].filter(Boolean).join(' × ') || null;
  }
  return line;
}

function coded(choices: readonly DefinedChoice[], language: string): string {
  return choices.map((choice) => `${plain(choice.value)} = ${plainText(choice.text(language))}`).join(' | ');
}

/** A question, what stands in its answer, and what stands beside it, as columns of the answers' table. */
function lay(question: ElementJson, key: string, conditions: readonly string[], languages: readonly string[]): [ElementJson, string, readonly string[]][] {
  const titled = (more: (lang: string) => string) => Object.fromEntries(languages.map((lang) => [lang, `${plainText(titleOf(question, lang))} – ${more(lang)}`]));
  const beside = (suffix: string, json: Omit<ElementJson, 'name'> & { type: string }): [ElementJson, string, readonly string[]] => [{ ...json, name: question.name }, `${key}${suffix}`, conditions];
  return [
    [question, key, conditions],
    ...parts(question, key).flatMap(([part, name]) => lay(part, name, [...conditions, ...text(part.visibleIf)], languages)),
    ...(hasComment(question) ? [beside('-Comment', { type: 'comment', title: titled((lang) => word('comment', lang)) })] : []),
    ...totalQuestions(question).map((total) => beside(`-total.${total.name}`, { ...total, title: titled((lang) => `${word('total', lang)} – ${plainText(titleOf(total, lang))}`) })),
  ];
}

function parts(question: ElementJson, key: string): [ElementJson, string][] {
  switch (question.type) {
    case 'matrixdropdown':
      return rowQuestions(question).map((field) => [field, `${key}.*.${answerKey(field)}`]);
    case 'matrixdynamic':
      return rowQuestions(question).map((field) => [field, `${key}[].${answerKey(field)}`]);
    case 'paneldynamic':
      return templateQuestions(question).map((field) => [field, `${key}[].${answerKey(field)}`]);
    case 'multipletext':
      return textItems(question).map((item) => [item, `${key}.${item.name}`]);
    default:
      return [];
  }
}

/** Bounds and validators, as `name value` a line each: no sentence to translate. */
function rules(json: Json): string | null {
  const bounds = BOUNDS.filter((name) => json[name] !== undefined).map((name) => `${name} ${plain(json[name])}`);
  const validators = (Array.isArray(json.validators) ? json.validators : []).filter(isRecord).map((validator) => {
    const settings = Object.entries(validator).filter(([name]) => name !== 'type' && name !== 'text');
    return [plain(validator.type), ...settings.map(([name, value]) => `${name} ${plain(value)}`)].join(' ');
  });
  return [...bounds, ...validators].join(' ; ') || null;
}
const BOUNDS = [
  'min', 'max', 'step', 'minValueExpression', 'maxValueExpression', 'maxLength', 'minSelectedChoices', 'maxSelectedChoices', 'minRowCount',
  'maxRowCount', 'minPanelCount', 'maxPanelCount', 'acceptedTypes', 'maxSize', 'isUnique', 'keyName', 'eachRowRequired', 'isAllRowRequired', 'expression',
] as const;

/** The question's own, then the survey's. */
function personalData({ rgpd, aggregate }: ElementJson, definition: SurveyDefinition, lang: string): Line {
  const minCell = aggregate?.minCell ?? definition.aggregate?.minCell ?? null;
  if (!rgpd) return { minCell };
  return {
    minCell,
    personal: word(rgpd.donneePersonnelle ? 'yes' : 'no', lang),
    purpose: plainText(localized(rgpd.finalite ?? definition.rgpd?.finalite, lang)) || null,
    legalBasis: rgpd.baseLegale ?? definition.rgpd?.baseLegale ?? null,
    months: rgpd.dureeMois ?? definition.rgpd?.dureeMois ?? null,
  };
}

function text(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}
