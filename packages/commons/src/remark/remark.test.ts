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

  /** Without a collector its remarks are among its records, and in its history. */
  function fileWrittenAlone() {
    const alone = open();
    alone.put(action(1));
    alone.put(remark(2, { about: id(1) }));
    const read = readWorkspaceFile(JSON.stringify(snapshotOf(alone, { history: true })));
    assert.ok('snapshot' in read);
    return { alone, file: read.snapshot };
  }

  for (const replace of [false, true]) {
    test(`a file written alone, opened where a collector keeps remarks (replace: ${String(replace)}): each stands once, and goes when it is removed`, () => {
      const { file } = fileWrittenAlone();
      const workspace = shared();
      const merged = mergeFile(workspace, file, { replace });
      assert.deepEqual([merged.added, merged.same], [[id(1), id(2)], 0]);
      assert.deepEqual([workspace.all('remark').length, workspace.comments.all('remark').length, remarksIn(workspace).length], [0, 1, 1]);
      const again = mergeFile(workspace, file, { replace });
      assert.deepEqual([again.added, again.changed, again.removed, again.same], [[], [], [], 2]);
      assert.equal(removeRemark(workspace, id(2)), true);
      assert.deepEqual(remarksIn(workspace), []);
    });
  }

  test('who wrote the file alone loses no remark when the shared workspace comes back to them', () => {
    const { alone, file } = fileWrittenAlone();
    const workspace = shared();
    mergeFile(workspace, file);
    const merged = mergeFile(alone, snapshotOf(workspace, { history: true }));
    assert.deepEqual([merged.removed, merged.same], [[], 2]);
    assert.equal(remarksIn(alone).length, 1);
  });

  test('one that stands in both documents shows once, is one in a file, is put right by the next file, and goes from both', () => {
    const { file } = fileWrittenAlone();
    const workspace = shared();
    const double = () => {
      for (const room of [workspace, workspace.comments]) room.put(remark(2, { about: id(1) }));
    };
    double();
    assert.deepEqual([remarksIn(workspace).length, remarksOn(workspace, id(1)).length, snapshotOf(workspace).records.length], [1, 1, 1]);
    const merged = mergeFile(workspace, file);
    assert.deepEqual([merged.added, merged.removed, merged.same], [[id(1)], [], 1]);
    assert.deepEqual([workspace.all('remark').length, workspace.comments.all('remark').length], [0, 1]);
    double();
    assert.equal(removeRemark(workspace, id(2)), true);
    assert.deepEqual([remarksIn(workspace).length, workspace.get(id(2)), workspace.comments.get(id(2))], [0, undefined, undefined]);
  });
});
