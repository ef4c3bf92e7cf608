/** What a question answers by itself: its bounds, its formula, `setValueIf`, `setValueExpression`, `resetValueIf`. */
import type { Expression } from '../expression/index.ts';
import type { Question } from './question.ts';
import { STAGE } from './rules.ts';
import { numberOf, same } from './values.ts';

/** A day without a time zone, as fields write it. */
export function isoDay(date: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return Number.isNaN(date.getTime()) ? '' : `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The result of an expression as an answer: dates as texts. */
export function answerOf(result: unknown): unknown {
  return result instanceof Date ? isoDay(result) : result;
}

/** `min` and `max`, fixed or calculated (`minValueExpression`, or `min: "={other}"`). */
export function startBounds(question: Question): void {
  if (question.type !== 'text' && question.type !== 'slider') return;
  const { json, core, holder, where } = question;
  for (const bound of ['min', 'max'] as const) {
    const given = json[bound];
    const property = `${bound}ValueExpression`;
    const written = typeof given === 'string' && given.startsWith('=');
    if (!written && (typeof given === 'number' || typeof given === 'string') && given !== '') question[bound] = given;
    else if (question.type === 'slider') question[bound] = bound === 'min' ? 0 : 100;
    question.rule(STAGE.condition, written ? core.expression({ [bound]: given.slice(1) }, bound, where) : core.expression(json, property, where), (expression) => {
      const result = answerOf(expression.evaluate(holder.scope));
      const value = typeof result === 'number' || typeof result === 'string' ? result : undefined;
      if (value === question[bound]) return;
      question[bound] = value;
      question.touch();
    });
  }
}

/** An expression question is its formula's result. */
export function startFormula(question: Question): void {
  if (question.type !== 'expression') return;
  const { json, core, holder, where } = question;
  const precision = numberOf(json.precision, -1);
  question.rule(STAGE.condition, core.expression(json, 'expression', where), (expression) => {
    if (!question.enabled && json.runIfReadOnly !== true) return;
    const result = answerOf(expression.evaluate(holder.scope));
    question.assign(result === Infinity ? undefined : typeof result === 'number' && precision >= 0 ? Number(result.toFixed(Math.min(precision, 20))) : result);
  });
}

export function startTriggers(question: Question): void {
  const { json, core, holder, where } = question;
  trigger(question, 'resetValueIf', (expression) => {
    if (question.empty || !expression.test(holder.scope)) return;
    if (question.hasDefault) question.writeDefault();
    else question.clear();
  });
  const setter = core.expression(json, 'setValueExpression', where);
  const set = (): void => {
    if (setter) question.assign(answerOf(setter.evaluate(holder.scope)));
  };
  if (json.setValueIf === undefined) {
    if (setter) trigger(question, 'setValueExpression', set);
    return;
  }
  trigger(question, 'setValueIf', (expression) => {
    if (!expression.test(holder.scope)) return;
    if (setter) set();
    else question.clear();
  }, setter?.dependencies);
}

/** Runs when something that it reads changed, and not because the person answers this very question. */
function trigger(question: Question, property: string, run: (expression: Expression) => void, alsoReads: readonly string[] = []): void {
  const { core, holder } = question;
  const expression = core.expression(question.json, property, question.where);
  if (!expression) return;
  const paths = [...expression.dependencies, ...alsoReads];
  const look = (): unknown[] => paths.map((path) => holder.scope.get(path));
  let last = look();
  question.rule(STAGE.question, expression, () => {
    const now = look();
    // In a row or a panel the rule hears of every answer of the whole: only what it reads counts.
    const moved = paths.length === 0 || holder === core || now.some((value, index) => !same(value, last[index]));
    last = now;
    if (moved && core.origin !== question) run(expression);
  }, false, paths.length === 0 ? ['*'] : alsoReads);
}
