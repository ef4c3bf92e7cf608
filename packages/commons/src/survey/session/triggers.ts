/** What a definition does by itself when a condition comes to hold. Most surveys have no trigger, so a page loads this apart (see ../core.ts). */
import type { Core } from './core.ts';
import { answerOf } from './question-rules.ts';
import { STAGE } from './rules.ts';
import { at, isEmpty, isRecord, listOf, same, textOf, type Json } from './values.ts';

/** `{q} = 'value'` from a trigger's older `name`, `operator` and `value`. */
function conditionOf(trigger: Json): string {
  if (textOf(trigger.expression)) return textOf(trigger.expression);
  const name = textOf(trigger.name);
  const operator = textOf(trigger.operator) || 'equal';
  if (name === '') return '';
  if (operator === 'empty' || operator === 'notempty') return `{${name}} ${operator}`;
  return isEmpty(trigger.value) ? '' : `{${name}} ${operator} ${JSON.stringify(trigger.value)}`;
}

/** A trigger that waits for the person to leave the page: `complete` and `skip`. */
export interface LeaveTrigger {
  readonly holds: () => boolean;
  readonly complete: boolean;
  readonly goTo: string;
  readonly names: ReadonlySet<string>;
}

/** Triggers that write in an answer. */
export const WRITING: ReadonlySet<string> = new Set(['setvalue', 'copyvalue', 'runexpression']);

export function startTriggers(core: Core): LeaveTrigger[] {
  const leaving: LeaveTrigger[] = [];
  listOf(core.definition.triggers).forEach((trigger, index) => {
    if (!isRecord(trigger)) return;
    const type = textOf(trigger.type).replace(/trigger$/, '');
    const where = at('triggers', index);
    const text = conditionOf(trigger);
    const expression = text === '' ? undefined : core.expression({ expression: text }, 'expression', where);
    const holds = (): boolean => expression?.test(core.scope) ?? false;
    const reads = [...(expression?.dependencies ?? [])];
    if (type === 'skip' && !core.byName(textOf(trigger.gotoName))) core.problem('invalid', `${where}.gotoName`, textOf(trigger.gotoName));
    if (WRITING.has(type) && textOf(trigger.setToName) === '') core.problem('invalid', `${where}.setToName`, '');
    if (type === 'complete' || type === 'skip') {
      if (expression) leaving.push({ holds, complete: type === 'complete', goTo: textOf(trigger.gotoName), names: core.names(reads) });
      return;
    }
    const run = actionOf(core, trigger, type, where);
    if (!run) return;
    if (type === 'copyvalue') reads.push(textOf(trigger.fromName));
    if (!expression && type !== 'copyvalue') return;
    const look = (): unknown[] => reads.map((path) => core.scope.get(path));
    let last = look();
    const target = textOf(trigger.setToName);
    core.rules.add(STAGE.trigger, core.names(reads.filter((name) => name !== target)), () => {
      const now = look();
      const moved = now.some((value, place) => !same(value, last[place]));
      last = now;
      if (moved) run(!expression || holds());
    }, type === 'visible', where);
  });
  return leaving;
}

/** What a trigger does with its condition's result. */
function actionOf(core: Core, trigger: Json, type: string, where: string): ((holds: boolean) => void) | undefined {
  const target = textOf(trigger.setToName);
  const write = (value: unknown): void => {
    const question = core.target(target);
    if (question) question.assign(value);
    else if (!target.includes('.')) core.write(target, value);
  };
  switch (type) {
    case 'setvalue':
      if (target === '') return undefined;
      return (holds) => {
        if (!holds) return;
        if (trigger.isVariable === true) core.setVariable(target, trigger.setValue);
        else write(trigger.setValue);
      };
    case 'copyvalue':
      return (holds) => {
        const from = textOf(trigger.fromName);
        const value = core.scope.get(from);
        const question = core.question(from);
        // An empty record leaves nothing to copy; an empty answer empties its copy.
        if (holds && target !== '' && (value !== undefined || (question && question.children.length === 0))) write(trigger.copyDisplayValue === true ? core.quote(from) : value);
      };
    case 'runexpression': {
      const expression = core.expression(trigger, 'runExpression', where);
      return (holds) => {
        if (!holds || !expression || target === '') return;
        const value = expression.evaluate(core.scope);
        if (value !== undefined) write(answerOf(value));
      };
    }
    case 'visible':
      return (holds) => {
        for (const name of [...listOf(trigger.pages), ...listOf(trigger.questions)]) {
          for (const node of core.nodes.values()) if (node.name === name) node.show(holds);
        }
      };
    default:
      core.problem('unsupported', where, type);
      return undefined;
  }
}

