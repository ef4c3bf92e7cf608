/** What the definition calculates by itself. */
import type { Core } from './core.ts';
import { STAGE } from './rules.ts';
import { at, isRecord, listOf, textOf } from './values.ts';

export function startCalculated(core: Core): void {
  listOf(core.definition.calculatedValues).forEach((item, index) => {
    if (!isRecord(item)) return;
    const name = textOf(item.name);
    const where = at('calculatedValues', index);
    const expression = core.expression(item, 'expression', where);
    if (name === '' || !expression) return;
    if (item.includeIntoResult === true) core.included.set(name, name.toLowerCase());
    core.rules.add(STAGE.calculated, core.names(expression.dependencies), () => { core.setVariable(name, expression.evaluate(core.scope) ?? undefined); }, true, where);
  });
}
