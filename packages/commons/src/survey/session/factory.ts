/** Which class a definition's element becomes. */
import { ChoiceQuestion } from './choices.ts';
import { Panel } from './container.ts';
import type { Core } from './core.ts';
import type { Holder } from './holder.ts';
import { MatrixQuestion } from './matrix.ts';
import type { ElementImpl, Parent } from './node.ts';
import { Question } from './question.ts';
import { at, isRecord, listOf, type Json } from './values.ts';

/** A type of question, and the class that holds its answer. */
export type Kind = readonly [type: string, made: typeof Question];

const CHOICES = ['radiogroup', 'checkbox', 'dropdown', 'tagbox', 'ranking', 'imagepicker', 'rating', 'boolean'];
const CLASSES = new Map<unknown, typeof Question>([...CHOICES.map((type): Kind => [type, ChoiceQuestion]), ['matrix', MatrixQuestion]]);

/** Makes types known that a page only loads when its survey has one. */
export function addKinds(kinds: readonly Kind[]): void {
  for (const [type, made] of kinds) CLASSES.set(type, made);
}

export function makeElements(core: Core, elements: unknown, parent: Parent, holder: Holder, where: string, prefix?: string): ElementImpl[] {
  return listOf(elements).filter(isRecord).map((json, index) => makeElement(core, json, parent, holder, at(where, index), prefix && `${prefix}-${String(index)}`));
}

function makeElement(core: Core, json: Json, parent: Parent, holder: Holder, where: string, id: string | undefined): ElementImpl {
  if (json.type === 'panel' || json.type === 'flowpanel') return new Panel(core, json, parent, holder, where, id);
  return new (CLASSES.get(json.type) ?? Question)(core, json, parent, holder, where, id);
}
