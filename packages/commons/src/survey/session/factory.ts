/** Which class a definition's element becomes. */
import { ChoiceQuestion } from './choices.ts';
import { Panel } from './container.ts';
import type { Core } from './core.ts';
import { PanelsQuestion } from './entries.ts';
import type { Holder } from './holder.ts';
import { TextsQuestion } from './items.ts';
import { MatrixQuestion } from './matrix.ts';
import type { ElementImpl, Parent } from './node.ts';
import { Question } from './question.ts';
import { TableQuestion } from './table.ts';
import { at, isRecord, listOf, type Json } from './values.ts';

const CLASSES = new Map<unknown, typeof Question>([
  ...['radiogroup', 'checkbox', 'dropdown', 'tagbox', 'ranking', 'imagepicker', 'rating', 'boolean'].map((type): [string, typeof Question] => [type, ChoiceQuestion]),
  ['matrix', MatrixQuestion],
  ['matrixdropdown', TableQuestion],
  ['matrixdynamic', TableQuestion],
  ['paneldynamic', PanelsQuestion],
  ['multipletext', TextsQuestion],
]);

export function makeElements(core: Core, elements: unknown, parent: Parent, holder: Holder, where: string, prefix?: string): ElementImpl[] {
  return listOf(elements).filter(isRecord).map((json, index) => makeElement(core, json, parent, holder, at(where, index), prefix && `${prefix}-${String(index)}`));
}

function makeElement(core: Core, json: Json, parent: Parent, holder: Holder, where: string, id: string | undefined): ElementImpl {
  if (json.type === 'panel' || json.type === 'flowpanel') return new Panel(core, json, parent, holder, where, id);
  return new (CLASSES.get(json.type) ?? Question)(core, json, parent, holder, where, id);
}
