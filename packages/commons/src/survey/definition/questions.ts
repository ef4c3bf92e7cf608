/** The questions of a definition one by one, for formats that lay them flat. */
import { wordOf } from '../messages.ts';
import { rates, numberedChoices } from '../session/rates.ts';
import { isRecord, itemText, itemValue, localized, type Json } from './items.ts';
import type { ElementJson, PageJson, SurveyDefinition } from './model.ts';

export interface PlacedQuestion {
  readonly question: ElementJson;
  /** `pages[0].elements[3]` */
  readonly path: string;
  readonly page: PageJson;
  /** Conditions of visibility of the page, the panels and the question itself, outermost first. */
  readonly visibleIf: readonly string[];
}

/** Every question of every page and panel, in order; not the ones inside a matrix or a panel template. */
export function questionsOf(definition: SurveyDefinition): PlacedQuestion[] {
  const found: PlacedQuestion[] = [];
  definition.pages.forEach((page, i) => {
    collect(page.elements, `pages[${String(i)}].elements`, page, conditionOf(page), found);
  });
  return found;
}

function collect(elements: readonly ElementJson[], path: string, page: PageJson, above: readonly string[], found: PlacedQuestion[]): void {
  elements.forEach((element, i) => {
    const at = `${path}[${String(i)}]`;
    const visibleIf = [...above, ...conditionOf(element)];
    if (element.type === 'panel') collect(element.elements ?? [], `${at}.elements`, page, visibleIf, found);
    else found.push({ question: element, path: at, page, visibleIf });
  });
}

function conditionOf({ visibleIf, visible }: Json): string[] {
  if (typeof visibleIf === 'string' && visibleIf.trim() !== '') return [visibleIf];
  return visible === false ? ['false'] : [];
}

/** The key of a question's answer in the data. */
export function answerKey(question: ElementJson): string {
  return typeof question.valueName === 'string' && question.valueName !== '' ? question.valueName : question.name;
}

/** One of several properties is true: SurveyJS renamed some (`hasOther`, `showOtherItem`). */
export function isOn(json: Json, ...names: readonly string[]): boolean {
  return names.some((name) => json[name] === true);
}

/** The question writes a second answer beside its own, under `name-Comment`. */
export function hasComment(question: Json): boolean {
  return isOn(question, 'hasComment', 'showCommentArea') || isOn(question, 'hasOther', 'showOtherItem');
}

export interface DefinedChoice {
  readonly value: unknown;
  text(lang: string): string;
}

/** SurveyJS's values for the choices that a definition asks for without writing them. */
const SPECIAL = [
  { value: 'none', flags: ['hasNone', 'showNoneItem'], property: 'noneText', word: 'none' },
  { value: 'refused', flags: ['showRefuseItem'], property: 'refuseText', word: 'refuse' },
  { value: 'dontknow', flags: ['showDontKnowItem'], property: 'dontKnowText', word: 'dontknow' },
  { value: 'other', flags: ['hasOther', 'showOtherItem'], property: 'otherText', word: 'other' },
] as const;

/**
 * What a question offers, conditions aside. Undefined when it cannot be known from the definition alone: a free
 * answer, or choices that come from another question's answers.
 */
export function choicesOf(question: ElementJson, definition?: SurveyDefinition): DefinedChoice[] | undefined {
  switch (question.type) {
    case 'boolean':
      return ([['True', true, 'yes'], ['False', false, 'no']] as const).map(([suffix, value, word]) => ({
        value: question[`value${suffix}`] ?? value,
        text: (lang) => localized(question[`label${suffix}`], lang) || wordOf(word, lang),
      }));
    case 'rating': {
      const values = listOf(question.rateValues);
      return (values.length > 0 ? values : rates(question)).map(choice);
    }
    case 'radiogroup': case 'checkbox': case 'dropdown': case 'tagbox': case 'ranking': case 'imagepicker': {
      const own = ownChoices(question, definition);
      const special = SPECIAL.filter(({ flags }) => isOn(question, ...flags)).map(({ value, property, word }) => ({
        value,
        text: (lang: string) => localized(question[property], lang) || wordOf(word, lang),
      }));
      return own && [...own, ...special];
    }
    default:
      return undefined;
  }
}

function ownChoices(question: ElementJson, definition: SurveyDefinition | undefined): DefinedChoice[] | undefined {
  const source = question.choicesFromQuestion;
  if (typeof source === 'string' && source !== '' && source !== question.name) {
    const other = definition && questionsOf(definition).find((placed) => placed.question.name === source)?.question;
    return other && other.choicesFromQuestion === undefined ? choicesOf(other) : undefined;
  }
  if (question.choicesByUrl !== undefined) return undefined;
  const ranged = question.choicesMax === undefined ? [] : numberedChoices(question);
  return [...listOf(question.choices), ...ranged].map(choice);
}

function choice(item: unknown): DefinedChoice {
  return { value: itemValue(item), text: (lang) => itemText(item, lang) };
}

/** Rows or columns as choices: a value and its text. */
export function itemsOf(list: unknown): DefinedChoice[] {
  return listOf(list).map(choice);
}

/** The question that the cells of a matrix column are. */
export function cellQuestion(column: Json, matrix: ElementJson): ElementJson {
  const named = [column.cellType, matrix.cellType].filter((each) => typeof each === 'string');
  return { ...column, type: named.find((each) => each !== 'default') ?? 'dropdown', name: String(column.name), choices: (column.choices ?? matrix.choices ?? []) as never };
}

/** The fields of a multiple text: text questions. */
export function textItems(question: ElementJson): ElementJson[] {
  return listOf(question.items).filter(isRecord).map((item) => ({ ...item, type: 'text', name: String(item.name) }));
}

/** The columns of a matrix of questions, as questions. */
export function columnQuestions(matrix: ElementJson): ElementJson[] {
  return listOf(matrix.columns).filter(isRecord).map((column) => cellQuestion(column, matrix));
}

/** The questions of a panel template, panels opened. */
export function templateQuestions(question: ElementJson): ElementJson[] {
  const open = (elements: readonly ElementJson[]): ElementJson[] =>
    elements.flatMap((element) => (element.type === 'panel' ? open(element.elements ?? []) : [element]));
  return open(listOf(question.templateElements) as readonly ElementJson[]);
}

/** The title of a question, column, page or item in a language, with its markup; its name when it has none. */
export function titleOf(json: Json, lang: string): string {
  return localized(json.title, lang) || localized(json.name, lang);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
