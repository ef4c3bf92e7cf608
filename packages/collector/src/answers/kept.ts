/**
 * What is kept of the answers that were sent: all that a person answered, as sent; what the definition calculates, as
 * the server calculates it; nothing under a name that no version of the survey knows.
 */
import type { ElementNode, QuestionNode, SurveySession } from '@assembleurs/commons/survey';
import { parseExpression } from '@assembleurs/commons/survey';
import type { SurveyDefinition } from '@assembleurs/commons/survey/definition';
import { answerNames, calculatedQuestions, totalQuestions } from '@assembleurs/commons/survey/formats/parts';

export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a question's answer stands in the record that it belongs to. */
export const keyOf = ({ name, json: { valueName } }: QuestionNode): string => (typeof valueName === 'string' && valueName !== '' ? valueName : name);

/** The questions among `elements`, panels opened, hidden ones too. */
export const questionsAmong = (elements: readonly ElementNode[]): QuestionNode[] =>
  elements.flatMap((node) => (node.kind === 'panel' ? questionsAmong(node.elements) : [node]));

const written = new WeakMap<SurveyDefinition, ReadonlySet<string>>();
function namesOf(definition: SurveyDefinition): ReadonlySet<string> {
  const names = written.get(definition) ?? answerNames(definition);
  written.set(definition, names);
  return names;
}

/** The names of `answers` that this definition never writes. */
export function unknownNames(answers: Data, definition: SurveyDefinition): string[] {
  const known = namesOf(definition);
  return Object.keys(answers).filter((name) => !known.has(name));
}

/** `answers` without the names that no definition of `versions` writes. A page may hold an older version than it says. */
export function withoutUnknown(answers: Data, versions: readonly SurveyDefinition[]): Data {
  const unknown = new Set(Object.keys(answers));
  for (const definition of versions) for (const name of namesOf(definition)) unknown.delete(name);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !unknown.has(name)));
}

/** These give the same on the server only by chance: the clock, the language, the page around. */
const ELSEWHERE = /^(?:currentDate|today|currentYear|year|month|day|weekday|age|isContainerReady|isDisplayMode|displayValue|propertyValue|getComment)$/;
/** What a row or a panel calls its surroundings. */
const AROUND = ['panel', 'row', 'prevpanel', 'nextpanel', 'prevrow', 'nextrow', 'parentpanel', 'matrix', 'panelindex', 'visiblepanelindex', 'rowindex', 'visiblerowindex', 'rowvalue', 'rowname', 'item'];

/** Whether a formula reads nothing but answers, so that what it gives can be told again here. */
type Sure = (formula: unknown) => boolean;

function sureness(definition: SurveyDefinition): Sure {
  const known = new Set([...namesOf(definition), ...AROUND].map((name) => name.toLowerCase()));
  const calculated = Array.isArray(definition.calculatedValues) ? (definition.calculatedValues as readonly unknown[]).filter(isData) : [];
  const sure: Sure = (formula) => {
    const result = typeof formula === 'string' ? parseExpression(formula) : undefined;
    return result?.ok === true && !result.expression.functions.some((name) => ELSEWHERE.test(name))
      && result.expression.dependencies.every((path) => known.has(path.toLowerCase()) || known.has(path.toLowerCase().split(/[.[]/, 1)[0] ?? ''));
  };
  // A value that cannot be told makes those that read it so.
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const { name, expression } of calculated) if (!sure(expression)) known.delete(String(name).toLowerCase());
  }
  return sure;
}
const surenesses = new WeakMap<SurveyDefinition, Sure>();

/** `sent` with what this session calculates in place of what was sent for it. `session` holds the answers sent. */
export function withCalculated(session: SurveySession, sent: Data): Data {
  const sure = surenesses.get(session.definition) ?? sureness(session.definition);
  surenesses.set(session.definition, sure);
  const kept = renewed(questionsAmong(session.pages.flatMap(({ elements }) => elements)), sent, session.answers, sure);
  for (const { name, expression } of calculatedQuestions(session.definition)) if (sure(expression)) put(kept, name, session.answers[name]);
  return kept;
}

function renewed(questions: readonly QuestionNode[], sent: Data, own: Data, sure: Sure): Record<string, unknown> {
  const kept = { ...sent };
  for (const node of questions) {
    const key = keyOf(node);
    if (node.type === 'expression') {
      if (sure(node.json['expression'])) put(kept, key, node.value);
      continue;
    }
    const totals = totalQuestions(node.json);
    if (totals.length > 0 && totals.every(({ expression }) => sure(expression))) put(kept, `${key}-total`, own[`${key}-total`]);
    const value = sent[key];
    const mine = own[key];
    const inner = (at: string | number, elements: readonly ElementNode[]): void => {
      const whole = kept[key] as Record<string | number, unknown>;
      const record = whole[at];
      const calculated = (mine as Record<string | number, unknown> | undefined)?.[at];
      if (isData(record)) whole[at] = renewed(questionsAmong(elements), record, isData(calculated) ? calculated : {}, sure);
    };
    if (isData(value) || Array.isArray(value)) kept[key] = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
    else continue;
    for (const row of node.rows) inner(node.type === 'matrixdropdown' ? row.value : row.index, [...row.cells, ...row.detail]);
    for (const panel of node.panels) inner(panel.index, panel.elements);
  }
  return kept;
}

/** Only in place of what was sent: the page alone knows what showed last, and what was cleared with it. */
function put(kept: Record<string, unknown>, key: string, value: unknown): void {
  if (!Object.hasOwn(kept, key)) return;
  if (value === undefined || value === null || value === '') Reflect.deleteProperty(kept, key);
  else kept[key] = value;
}
