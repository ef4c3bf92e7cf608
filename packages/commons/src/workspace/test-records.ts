import fc from 'fast-check';
import * as Y from 'yjs';
import { recordId, type RecordId } from '../record/id.ts';
import { Action } from '../plan/model.ts';
import { openWorkspace, type WorkspaceOptions, type YjsWorkspace } from './workspace.ts';

export const id = (n: number): RecordId => recordId(new Uint8Array(16).fill(n));

export const action = (n: number, more: Partial<Action> = {}): Action => Action.parse({ id: id(n), type: 'action', title: `Action ${String(n)}`, ...more });

/** Each change its own step of undo: tests are faster than people. */
export const open = (options: WorkspaceOptions = {}): YjsWorkspace => openWorkspace(new Y.Doc(), { undoWithin: 0, ...options });

/** What each does not have of the other. */
export function meet(one: YjsWorkspace, two: YjsWorkspace): void {
  const [toTwo, toOne] = [Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(two.doc)), Y.encodeStateAsUpdate(two.doc, Y.encodeStateVector(one.doc))];
  Y.applyUpdate(two.doc, toTwo, 'network');
  Y.applyUpdate(one.doc, toOne, 'network');
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const words = fc.array(text, { maxLength: 4 });

/** An action as its model gives it, with what a later version may have added. */
export const anyAction = (ids: fc.Arbitrary<number>): fc.Arbitrary<Action> => fc.record({
  n: ids,
  fields: fc.record({
    title: text, context: text, description: text, notes: text, needs: words, pilots: words, partners: words,
    status: fc.constantFrom('En cours', 'Réalisé', 'A discuter'),
    steps: fc.array(fc.record({ text, done: fc.boolean() }), { maxLength: 4 }),
    territory: fc.record({ code: fc.constant('59350'), name: text }),
    later: fc.jsonValue({ maxDepth: 3, noDuplicateKeys: true } as fc.JsonSharedConstraints),
    people: fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), role: text }), { selector: (each) => each.id, maxLength: 3 }),
  }),
}).map(({ n, fields }) => JSON.parse(JSON.stringify(action(n, fields as Partial<Action>)).replaceAll('"__proto__"', '"proto"').replaceAll('-0,', '0,')) as Action);
