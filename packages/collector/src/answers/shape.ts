/**
 * Whether each answer has a shape that its question can give, and names a choice that was offered. On the page the
 * fields see to that; over HTTP anyone can send anything.
 */
import { errorText } from '@assembleurs/commons/survey';
import type { ElementNode, QuestionNode } from '@assembleurs/commons/survey';
import type { Language } from '../http/language.ts';
import { reason } from '../http/problems.ts';

export interface ShapeFault {
  readonly path: string;
  readonly code: 'notAChoice' | 'external';
  readonly text: string;
}

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
const isList = (check: (item: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.every(check);
const isRows = isList((row) => isAbsent(row) || isData(row));

const isFile = (value: unknown): boolean =>
  isData(value) && typeof value['name'] === 'string' && (isAbsent(value['content']) || typeof value['content'] === 'string');
const isNumbers = (value: unknown): boolean => isScalar(value) || isList((item) => typeof item === 'number')(value);
/** Choices may stand for objects, so their own check is the list of what was offered. */
const anything = (): boolean => true;

/** Whatever the browser, a field for a number or a day never gives other words: they would stand in the export as answers. */
const READABLE: Readonly<Record<string, (text: string) => boolean>> = {
  'number': (text) => Number.isFinite(Number(text.replace(',', '.'))),
  'date': (text) => !Number.isNaN(Date.parse(text)),
  'datetime-local': (text) => !Number.isNaN(Date.parse(text)),
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

/** Every chosen value is one of those offered. A list that comes from elsewhere, or is typed in freely, is not ours to judge. */
function areChoices({ type, choices, json }: QuestionNode, value: unknown): boolean {
  const free = choices.some(({ kind }) => kind === 'other') && json['storeOthersAsComment'] === false;
  if (choices.length === 0 || free || json['choicesByUrl'] !== undefined) return true;
  const several = SHAPES[type] === Array.isArray || (type === 'imagepicker' && json['multiSelect'] === true);
  return (several && Array.isArray(value) ? value : [value]).every((item: unknown) => choices.some((choice) => same(choice.value, item)));
}

/** The faults of `elements`, whose answers stand in `data`. */
export function* shapeFaults(elements: readonly ElementNode[], data: Data, language: Language): Generator<ShapeFault> {
  for (const node of elements) {
    if (!node.visible) continue;
    if (node.kind === 'panel') yield* shapeFaults(node.elements, data, language);
    else yield* questionFaults(node, data, language);
  }
}

function* questionFaults(node: QuestionNode, data: Data, language: Language): Generator<ShapeFault> {
  const { valueName } = node.json;
  const value = data[typeof valueName === 'string' && Object.hasOwn(data, valueName) ? valueName : node.name];
  if (isAbsent(value)) return;
  if (!SHAPES[node.type](value) || !isReadable(node, value)) {
    yield { path: node.path, code: 'external', text: reason('wrong-shape', language) };
    return;
  }
  if (CHOOSING.has(node.type) && !areChoices(node, value)) {
    yield { path: node.path, code: 'notAChoice', text: errorText('notAChoice', language) };
  }
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

function* matrixFaults({ path, columns, matrixRows }: QuestionNode, value: Data, language: Language): Generator<ShapeFault> {
  if (columns.length === 0) return;
  for (const row of matrixRows) {
    const answer = value[row.value];
    const given = Array.isArray(answer) ? answer : [answer];
    if (isAbsent(answer) || given.every((item) => columns.some((column) => same(column.value, item)))) continue;
    yield { path: `${path}.${row.value}`, code: 'notAChoice', text: errorText('notAChoice', language) };
  }
}
