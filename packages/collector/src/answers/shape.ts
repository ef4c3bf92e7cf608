/**
 * Whether each answer has a shape that its question can give, and names a choice that was offered. On the page the
 * fields see to that; over HTTP anyone can send anything.
 */
import { errorText } from '@assembleurs/commons/survey';
import type { ElementNode, QuestionNode } from '@assembleurs/commons/survey';
import type { Language } from '../http/language.ts';
import { reason } from '../http/problems.ts';
import { isData, keyOf, questionsAmong } from './kept.ts';
import type { Data } from './kept.ts';

export interface ShapeFault {
  readonly path: string;
  readonly code: 'notAChoice' | 'external' | 'duplicate' | 'maxCount' | 'maxRows' | 'maxLength' | 'min' | 'max';
  readonly text: string;
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
const isList = (check: (item: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.every(check);
const isRows = isList((row) => isAbsent(row) || isData(row));

const isFile = (value: unknown): boolean =>
  isData(value) && typeof value['name'] === 'string' && (isAbsent(value['content']) || typeof value['content'] === 'string');
const isNumbers = (value: unknown): boolean => isScalar(value) || isList((item) => typeof item === 'number')(value);
/** Choices may stand for objects, so their own check is the list of what was offered. */
const anything = (): boolean => true;

/** A day that the calendar has: `Date` takes 31 February for 3 March. What is not written as a day is read as a program would. */
function isDay(text: string): boolean {
  const [day] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text) ?? [];
  if (Number.isNaN(Date.parse(text))) return false;
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Whatever the browser, a field for a number, a day or an hour never gives other words: they would stand in the export as answers. */
const READABLE: Readonly<Record<string, (text: string) => boolean>> = {
  'number': (text) => Number.isFinite(Number(text.replace(',', '.'))),
  'date': isDay,
  'datetime-local': isDay,
  'time': (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(text),
};
const isReadable = ({ type, json }: QuestionNode, value: unknown): boolean =>
  type !== 'text' || typeof value !== 'string' || typeof json['inputType'] !== 'string' || !Object.hasOwn(READABLE, json['inputType'])
  || READABLE[json['inputType']]?.(value) === true;

/** What an answer of each type looks like (SurveyJS's shapes). */
const SHAPES: Record<QuestionNode['type'], (value: unknown) => boolean> = {
  'text': isScalar,
  'comment': isScalar,
  'asb:commune': isScalar,
  'radiogroup': anything,
  'dropdown': anything,
  'rating': anything,
  'boolean': anything,
  'imagepicker': anything,
  'checkbox': Array.isArray,
  'tagbox': Array.isArray,
  'ranking': Array.isArray,
  'matrix': isData,
  'matrixdropdown': isData,
  'multipletext': isData,
  'matrixdynamic': isRows,
  'paneldynamic': isRows,
  'file': isList(isFile),
  'slider': isNumbers,
  'expression': anything,
  'image': anything,
  'html': anything,
  'unsupported': anything,
};

const CHOOSING: ReadonlySet<string> = new Set(['radiogroup', 'dropdown', 'rating', 'boolean', 'imagepicker', 'checkbox', 'tagbox', 'ranking']);

const same = (a: unknown, b: unknown): boolean =>
  a === b || (isScalar(a) && isScalar(b) ? String(a) === String(b) : JSON.stringify(a) === JSON.stringify(b));

/** What a wrapped choice stands for (`valuePropertyName`). */
const unwrapped = ({ json: { valuePropertyName } }: QuestionNode, item: unknown): unknown =>
  typeof valuePropertyName === 'string' && isData(item) && Object.hasOwn(item, valuePropertyName) ? item[valuePropertyName] : item;

const isSeveral = ({ type, json }: QuestionNode): boolean => SHAPES[type] === Array.isArray || (type === 'imagepicker' && json['multiSelect'] === true);

/** Every chosen value is one of those offered. A list that comes from elsewhere, or is typed in freely, is not ours to judge. */
function areChoices(node: QuestionNode, given: readonly unknown[]): boolean {
  const { choices, json } = node;
  const free = choices.some(({ kind }) => kind === 'other') && json['storeOthersAsComment'] === false;
  if (choices.length === 0 || free || json['choicesByUrl'] !== undefined) return true;
  return given.every((item) => choices.some((choice) => same(choice.value, item)));
}

const bound = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : Infinity);
const numbersIn = (value: unknown): number[] => (Array.isArray(value) ? (value as unknown[]) : [value]).map(Number);

/** The faults of `elements`, whose answers stand in `data`. What is hidden keeps its shape too: it is stored as well. */
export function* shapeFaults(elements: readonly ElementNode[], data: Data, language: Language): Generator<ShapeFault> {
  const questions = questionsAmong(elements);
  const shown = new Set(questions.filter(({ visible }) => visible).map(keyOf));
  for (const node of questions) {
    if (node.visible) yield* questionFaults(node, data, language);
    // Several questions may take turns at one answer: the one that shows judges it.
    else if (!shown.has(keyOf(node)) && !questions.some((other) => keyOf(other) === keyOf(node) && isWell(other, data[keyOf(node)]))) yield wrongShape(node, language);
  }
}

const isWell = (node: QuestionNode, value: unknown): boolean => isAbsent(value) || (SHAPES[node.type](value) && isReadable(node, value) && !isTooLong(node, value));
const isTooLong = ({ type, json }: QuestionNode, value: unknown): boolean =>
  (type === 'text' || type === 'comment') && typeof value === 'string' && value.length > bound(json['maxLength']);
const wrongShape = ({ path }: QuestionNode, language: Language): ShapeFault => ({ path, code: 'external', text: reason('wrong-shape', language) });

function* questionFaults(node: QuestionNode, data: Data, language: Language): Generator<ShapeFault> {
  const value = data[keyOf(node)];
  const fault = (code: Exclude<ShapeFault['code'], 'external'>, limit?: number): ShapeFault =>
    ({ path: node.path, code, text: errorText(code, language, limit === undefined ? {} : { value: limit }) });
  if (isAbsent(value)) return;
  if (!SHAPES[node.type](value) || !isReadable(node, value)) {
    yield wrongShape(node, language);
    return;
  }
  if (isTooLong(node, value)) yield fault('maxLength', bound(node.json['maxLength']));
  if (CHOOSING.has(node.type)) yield* choiceFaults(node, value, fault);
  if (node.type === 'slider') {
    const [least, most] = [Number(node.min ?? 0), Number(node.max ?? 100)];
    if (numbersIn(value).some((number) => number < least)) yield fault('min', least);
    if (numbersIn(value).some((number) => number > most)) yield fault('max', most);
  }
  const most = bound(node.json[node.type === 'paneldynamic' ? 'maxPanelCount' : 'maxRowCount']);
  if (SHAPES[node.type] === isRows && (value as unknown[]).length > most) yield fault('maxRows', most);
  if (node.type === 'matrix') yield* matrixFaults(node, value as Data, language);
  const part = (key: string | number): Data => {
    const inner = (value as Record<string | number, unknown>)[key];
    return isData(inner) ? inner : {};
  };
  for (const item of node.items) yield* questionFaults(item, value as Data, language);
  for (const row of node.rows) {
    yield* shapeFaults([...row.cells, ...row.detail], part(node.type === 'matrixdropdown' ? row.value : row.index), language);
  }
  for (const panel of node.panels) yield* shapeFaults(panel.elements, part(panel.index), language);
}

/** What no hand can tick: a stranger, one choice twice, more than are allowed, "none of these" with others. */
function* choiceFaults(node: QuestionNode, value: unknown, fault: (code: 'notAChoice' | 'duplicate' | 'maxCount', limit?: number) => ShapeFault): Generator<ShapeFault> {
  const several = isSeveral(node) && Array.isArray(value);
  const given = (several ? (value as unknown[]) : [value]).map((item) => unwrapped(node, item));
  if (!areChoices(node, given)) yield fault('notAChoice');
  if (!several) return;
  if (new Set(given.map((item) => (isScalar(item) ? String(item) : JSON.stringify(item)))).size < given.length) yield fault('duplicate');
  if (given.length > bound(node.json['maxSelectedChoices'])) yield fault('maxCount', bound(node.json['maxSelectedChoices']));
  if (given.length > 1 && given.some((item) => node.choices.some((choice) => choice.exclusive && same(choice.value, item)))) yield fault('notAChoice');
}

function* matrixFaults({ path, columns, matrixRows }: QuestionNode, value: Data, language: Language): Generator<ShapeFault> {
  if (columns.length === 0) return;
  for (const row of matrixRows) {
    const answer = value[row.value];
    const given = Array.isArray(answer) ? answer : [answer];
    if (isAbsent(answer) || given.every((item) => columns.some((column) => same(column.value, item)))) continue;
    yield { path: `${path}.${row.value}`, code: 'notAChoice', text: errorText('notAChoice', language) };
  }
}
