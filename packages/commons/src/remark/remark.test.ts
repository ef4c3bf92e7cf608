import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeFile, readWorkspaceFile, snapshotOf } from '../workspace/file.ts';
import { action, id, open } from '../workspace/test-records.ts';
import { REMARK_TYPE } from '../workspace/types.ts';
import type { YjsWorkspace } from '../workspace/workspace.ts';
import { remarkRoom, remarksIn, remarksOn, removeRemark } from './index.ts';

const remark = (n: number, more: Record<string, unknown> = {}) => ({ id: id(n), type: 'remark', version: 1, derivedFrom: [], day: '2026-11-27', by: 'Accueil', text: `Remarque ${String(n)}`, ...more });

/** As a collector gives it: the remarks are in a document of their own. */
function shared(): YjsWorkspace & { readonly comments: YjsWorkspace } {
  const workspace = open();
  workspace.comments = open({ types: [REMARK_TYPE] });
  return workspace as YjsWorkspace & { readonly comments: YjsWorkspace };
}

describe('remarks', () => {
  test('who may only comment writes beside the records, and listeners of the workspace hear it', () => {
    const workspace = shared();
    workspace.put(action(1));
    workspace.reader = true;
    const heard: boolean[] = [];
    workspace.subscribe(({ local }) => { heard.push(local); });
    const room = remarkRoom(workspace);
    room?.put(remark(2, { about: id(1) }));
    room?.put(remark(3, { day: '2026-11-01' }));
    assert.deepEqual(remarksOn(workspace, id(1)).map(({ text }) => text), ['Remarque 2']);
    assert.deepEqual(remarksIn(workspace).map(({ text }) => text), ['Remarque 3', 'Remarque 2'], 'the oldest first');
    assert.deepEqual([heard, workspace.records().length], [[true, true], 1]);
    assert.equal(removeRemark(workspace, id(1)), false, 'not a remark');
    assert.equal(removeRemark(workspace, id(2)), true);
    assert.equal(remarksIn(workspace).length, 1);
  });

  test('who only reads has no place to write', () => {
    const workspace = shared();
    workspace.reader = workspace.comments.reader = true;
    assert.equal(remarkRoom(workspace), undefined);
  });

  test('what is no remark is not taken for one, whoever wrote it', () => {
    const workspace = shared();
    assert.ok('problems' in workspace.comments.put(action(1)));
    assert.ok('problems' in workspace.comments.put(remark(2, { text: 3 })));
    assert.deepEqual(remarksIn(workspace), []);
  });

  test('a file holds them; opened elsewhere they are read there, opened where a collector keeps them they go to it and none is taken away', () => {
    const workspace = shared();
    workspace.put(action(1));
    workspace.comments.put(remark(2, { about: id(1) }));
    const read = readWorkspaceFile(JSON.stringify(snapshotOf(workspace, { history: true })));
    assert.ok('snapshot' in read);
    const alone = open();
    assert.deepEqual(mergeFile(alone, read.snapshot).added, [id(1), id(2)]);
    assert.deepEqual(remarksOn(alone, id(1)).map(({ text }) => text), ['Remarque 2']);
    const other = shared();
    other.comments.put(remark(3));
    const merged = mergeFile(other, read.snapshot, { replace: true });
    assert.deepEqual([merged.added, merged.removed], [[id(1), id(2)], []]);
    assert.deepEqual([other.comments.all('remark').length, other.all('remark').length], [2, 0]);
  });
});
