import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { strategyTemplate } from '../content/strategy/index.ts';
import { recordId, type RecordId } from '../record/id.ts';
import {
  addNode, addOrShare, type Branch, flat, graphOf, indentNode, isAnswered, isRefused, type Kind, KINDS, linkNode, logicOf, mayServe, moveNode, newStrategy, outdentNode, outlineOf, questionsOf, removedWith, removeFrom,
  removeNode, type Strategy, type StrategyNode, strategyFrom, settingsOf, SHARED_STRATEGY_ID, theoryOf, unanswered, withNodePatch,
} from './index.ts';
import { problemText, readStrategy } from './read.ts';

let made = 0;
const newId = (): RecordId => recordId(Uint8Array.from({ length: 16 }, (_, at) => (at < 4 ? ((made += at === 0 ? 1 : 0) >> (8 * (3 - at))) & 255 : 7)));
const programme = (locale = 'fr'): Strategy => strategyTemplate('programme', { newId, locale });
const find = (strategy: Strategy, text: RegExp): StrategyNode => {
  const found = strategy.nodes.find((node) => text.test(node.text));
  assert.ok(found, String(text));
  return found;
};
const branch = (strategy: Strategy, text: RegExp, under?: RegExp): Branch => {
  const found = flat(outlineOf(strategy)).find(({ node, parent, again }) => text.test(node.text) && (under ? parent && under.test(parent.text) : !again));
  assert.ok(found, String(text));
  return found;
};
const done = (edited: ReturnType<typeof moveNode>): Strategy => {
  if (isRefused(edited)) assert.fail(edited.refused);
  return edited;
};
const lines = (strategy: Strategy): readonly string[] => flat(outlineOf(strategy)).map(({ node, depth, again }) => `${'.'.repeat(depth)}${node.text}${again ? ' *' : ''}`);
/** Objective A with actors B (impact C) and D. */
const small = (): Strategy => {
  let strategy = newStrategy(newId());
  const add = (kind: Kind, text: string, under?: string): void => {
    strategy = addNode(strategy, { id: newId(), kind, text, parent: under === undefined ? undefined : find(strategy, new RegExp(`^${under}$`)) });
  };
  add('objective', 'A');
  add('actor', 'B', 'A');
  add('impact', 'C', 'B');
  add('actor', 'D', 'A');
  return strategy;
};

describe('the impact map', () => {
  test('what several share is written out once, then named', () => {
    const all = lines(programme());
    assert.equal(all.filter((line) => line.includes('Mieux connaître')).length, 3);
    assert.equal(all.filter((line) => line.includes('Mieux connaître') && line.endsWith('*')).length, 2);
    assert.equal(all[0], 'Mise en place de la coordination locale');
    assert.ok(!all.some((line) => line.includes('dynamique territoriale')), 'the impact of the logic model is not a stray of the map');
  });

  test('what serves nobody yet stands at the end, in its column', () => {
    const strategy = addNode(small(), { id: newId(), kind: 'deliverable', text: 'E' });
    assert.deepEqual(lines(strategy), ['A', '.B', '..C', '.D', '...E']);
  });

  test('one level deeper and back, with all that it has', () => {
    let strategy = small();
    strategy = done(indentNode(strategy, branch(strategy, /^D$/)));
    assert.deepEqual(lines(strategy), ['A', '.B', '..C', '..D']);
    strategy = done(outdentNode(strategy, branch(strategy, /^D$/)));
    assert.deepEqual(lines(strategy), ['A', '.B', '..C', '.D']);
  });

  test('a level that does not exist is refused with its reason', () => {
    const strategy = small();
    assert.deepEqual(indentNode(strategy, branch(strategy, /^B$/)), { refused: 'noneBefore' });
    assert.deepEqual(outdentNode(strategy, branch(strategy, /^A$/)), { refused: 'highest' });
    const deep = addNode(addNode(strategy, { id: newId(), kind: 'deliverable', text: 'E', parent: find(strategy, /^C$/) }), { id: newId(), kind: 'actor', text: 'F', parent: find(strategy, /^A$/) });
    const two = addNode(deep, { id: newId(), kind: 'deliverable', text: 'G', parent: find(deep, /^C$/) });
    assert.deepEqual(indentNode(two, branch(two, /^G$/)), { refused: 'deepest' });
    const theirs = programme();
    assert.deepEqual(indentNode(theirs, branch(theirs, /acteurs du territoire/)), { refused: 'sharedStays' });
  });

  test('order: up, down, and back at the ends', () => {
    const strategy = small();
    const a = find(strategy, /^A$/);
    const down = done(moveNode(strategy, find(strategy, /^B$/), a, 1));
    assert.deepEqual(lines(down), ['A', '.D', '.B', '..C']);
    assert.deepEqual(moveNode(down, find(down, /^B$/), a, 1), { refused: 'alreadyLast' });
    assert.deepEqual(lines(done(moveNode(down, find(down, /^B$/), a, -1))), ['A', '.B', '..C', '.D']);
  });

  test('between two neighbours there is always room', () => {
    let strategy = small();
    const a = find(strategy, /^A$/);
    for (let at = 0; at < 200; at += 1) strategy = addNode(strategy, { id: newId(), kind: 'actor', text: `n${String(at)}`, parent: graphOf(strategy).get(a.id), after: find(strategy, /^B$/) });
    assert.deepEqual(lines(strategy).filter((line) => line.startsWith('.n')).map((line) => line.slice(2)), Array.from({ length: 200 }, (_, at) => String(199 - at)));
  });

  test('a shared deliverable leaves one place and stays in the other; the last one takes it away', () => {
    const strategy = programme();
    const node = find(strategy, /coordinations à l’échelle/i);
    const [first, second] = graphOf(strategy).served(node);
    const once = removeFrom(strategy, node, first);
    assert.deepEqual(graphOf(once).served(find(once, /coordinations à l’échelle/i)).map(({ id }) => id), [second?.id]);
    assert.equal(removeFrom(once, find(once, /coordinations à l’échelle/i), second).nodes.length, strategy.nodes.length - 1);
  });

  test('what is taken away takes what served it alone, and leaves what others share', () => {
    const strategy = programme();
    const commune = find(strategy, /commune accompagnée/);
    const left = removeNode(strategy, commune.id);
    assert.equal(removedWith(strategy, commune.id), strategy.nodes.length - left.nodes.length - 1);
    assert.ok(find(left, /Mieux connaître/));
    assert.ok(!left.nodes.some(({ text }) => /référent numérique désigné/i.test(text)));
    assert.ok(left.nodes.every(({ serves }) => serves.every((id) => left.nodes.some((node) => node.id === id))));
  });

  test('the same words are shared, not written twice', () => {
    const strategy = programme();
    const impact = find(strategy, /compétences internes/);
    const after = addOrShare(strategy, { id: newId(), kind: 'deliverable', text: '  des temps FORTS ', parent: impact });
    assert.equal(after.nodes.length, strategy.nodes.length);
    assert.ok(graphOf(after).under(graphOf(after).get(impact.id) ?? impact, 'deliverable').some(({ text }) => text === 'Des temps forts'));
  });
});

describe('the theory of change', () => {
  test('by actor; obstacles stand out until something answers them', () => {
    const strategy = programme();
    const [commune] = theoryOf(strategy);
    assert.deepEqual(commune?.effects.map(({ facilitators, obstacles }) => [facilitators.length, obstacles.length]), [[5, 4]]);
    assert.equal(unanswered(strategy).length, 6);
    const budget = find(strategy, /budget/);
    const replied = withNodePatch(strategy, budget.id, { replies: [{ id: 'r', title: 'Demander une subvention' }] });
    assert.equal(unanswered(replied).length, 5);
    assert.ok(isAnswered(budget, [{ id: newId(), derivedFrom: [budget.id] }]), 'an action of the plan that comes from it answers it');
  });
});

describe('the logic model', () => {
  test('rows of the programme; the impact that three results share is one cell', () => {
    const rows = logicOf(programme());
    assert.deepEqual(rows.map(({ impactRows }) => impactRows), [3, 0, 0]);
    assert.deepEqual(rows.map(({ activity }) => activity?.text), ['Enquête, supports, visites aux communes', 'Entretiens de diagnostic', 'Amorçage de l’animation locale']);
    assert.equal(rows[0]?.resources[0], rows[2]?.resources[0], 'one resource, shared');
  });

  test('what leads nowhere yet has a row, too', () => {
    let strategy = addNode(newStrategy(newId()), { id: newId(), kind: 'resource', text: 'R' });
    strategy = addNode(strategy, { id: newId(), kind: 'activity', text: 'A' });
    assert.deepEqual(logicOf(strategy).map(({ activity, resources }) => [activity?.text, resources[0]?.text]), [['A', undefined], [undefined, 'R']]);
  });
});

test('the guide asks what comes next of what is there', () => {
  const empty = strategyTemplate('guided', { newId });
  assert.deepEqual(questionsOf(empty).map(({ key }) => key), ['objective', 'design', 'sharing']);
  assert.deepEqual(questionsOf(small()).map(({ key, about }) => `${key} ${about?.text ?? ''}`), ['objective ', 'actor A', 'impact B', 'impact D', 'deliverable C', 'effect B', 'effect D', 'result C', 'design ', 'sharing ']);
});

describe('files', () => {
  test('what is written is read back equal, and unknown properties stay', () => {
    const strategy = { ...programme(), later: { a: [1] } };
    assert.deepEqual(readStrategy(JSON.stringify(strategy), { id: newId() }), { strategy });
  });

  test('the smallest file opens', () => {
    assert.ok('strategy' in readStrategy({ type: 'strategy', nodes: [] }, { id: newId() }));
  });

  test('what is wrong is told with where', () => {
    const broken = programme();
    const texts = (input: unknown, locale = 'fr'): string => {
      const read = readStrategy(input, { id: newId(), locale });
      return 'problems' in read ? read.problems.map((each) => problemText(each, locale)).join('\n') : '';
    };
    assert.match(texts('{'), /pas du JSON/);
    assert.match(texts([]), /objet JSON/);
    assert.match(texts({ type: 'plan', actions: [] }), /stratégie d’impact/);
    assert.match(texts({ ...broken, version: 9 }), /plus récente/);
    assert.match(texts({ ...broken, nodes: broken.nodes.map((node, at) => (at === 2 ? { ...node, kind: 'dream' } : node)) }), /nodes\[2\]\.kind/);
    assert.match(texts({ ...broken, nodes: [...broken.nodes, broken.nodes[0]] }), /même identifiant/);
    const [objective] = broken.nodes;
    assert.match(texts({ ...broken, nodes: broken.nodes.map((node) => (node.kind === 'deliverable' ? { ...node, serves: [objective?.id] } : node)) }, 'en'), /Deliverable cannot serve: Objective/);
  });

  test('in a workspace: what is beside the nodes is one record of one name', () => {
    const strategy = programme();
    const again = strategyFrom(settingsOf(strategy), strategy.nodes, strategy.stakeholders);
    assert.equal(again.id, SHARED_STRATEGY_ID);
    assert.deepEqual(lines(again), lines(strategy));
    assert.deepEqual([...again.stakeholders].map(({ name }) => name).sort(), strategy.stakeholders.map(({ name }) => name).sort());
  });

  test('both languages say the same', () => {
    const [fr, en] = [programme('fr'), programme('en')];
    assert.deepEqual(en.nodes.map(({ kind }) => kind), fr.nodes.map(({ kind }) => kind));
    assert.equal(en.nodes.length > 20 && en.nodes.every(({ text }, at) => text !== fr.nodes[at]?.text || /MEL/.test(text)), true);
  });
});

/** One of the edits that people do, on whatever stands at that place. */
const anEdit = fc.record({ what: fc.constantFrom('add', 'indent', 'outdent', 'up', 'down', 'remove', 'link', 'share'), at: fc.nat(60), other: fc.nat(60), kind: fc.constantFrom(...KINDS) });
function applied(strategy: Strategy, { what, at, other, kind }: { what: string; at: number; other: number; kind: Kind }): Strategy {
  const branches = flat(outlineOf(strategy));
  const place = branches[at % Math.max(branches.length, 1)];
  const node = strategy.nodes[at % Math.max(strategy.nodes.length, 1)];
  const target = strategy.nodes[other % Math.max(strategy.nodes.length, 1)];
  const kept = (edited: ReturnType<typeof moveNode>): Strategy => (isRefused(edited) ? strategy : edited);
  if (what === 'add' || !place || !node || !target) return addNode(strategy, { id: newId(), kind, text: `${kind} ${String(other % 5)}`, parent: target && mayServe(kind, target.kind) ? target : undefined, after: node?.kind === kind ? node : undefined });
  switch (what) {
    case 'indent': return kept(indentNode(strategy, place));
    case 'outdent': return kept(outdentNode(strategy, place));
    case 'up': return kept(moveNode(strategy, place.node, place.parent, -1));
    case 'down': return kept(moveNode(strategy, place.node, place.parent, 1));
    case 'remove': return removeFrom(strategy, place.node, place.parent);
    case 'link': return kept(linkNode(strategy, node, target));
    default: return mayServe(kind, target.kind) ? addOrShare(strategy, { id: newId(), kind, text: `${kind} ${String(at % 5)}`, parent: target }) : strategy;
  }
}

describe('whatever people do', () => {
  test('no link goes up, no node is in two minds, every node is shown, the file opens again', () => {
    fc.assert(fc.property(fc.array(anEdit, { maxLength: 60 }), (edits) => {
      const strategy = edits.reduce(applied, newStrategy(newId()));
      const read = readStrategy(JSON.stringify(strategy), { id: newId() });
      assert.ok('strategy' in read, 'problems' in read ? read.problems.map((each) => problemText(each)).join() : '');
      const shown = new Set([
        ...flat(outlineOf(strategy)).map(({ node }) => node.id),
        ...theoryOf(strategy).flatMap(({ actor, effects }) => [actor, ...effects.flatMap(({ effect, facilitators, obstacles }) => [effect, ...facilitators, ...obstacles])]).flatMap((node) => node?.id ?? []),
        ...logicOf(strategy).flatMap(({ resources, activity, result, impact }) => [...resources, activity, result, impact]).flatMap((node) => node?.id ?? []),
      ]);
      const stray = strategy.nodes.filter(({ id }) => !shown.has(id));
      assert.deepEqual(stray.map(({ kind, text }) => `${kind} ${text}`), []);
    }), { numRuns: 300 });
  });

  test('levels and order change no words and lose nothing', () => {
    fc.assert(fc.property(fc.array(anEdit.filter(({ what }) => !['add', 'remove', 'link', 'share'].includes(what)), { maxLength: 30 }), (edits) => {
      const before = programme();
      const after = edits.reduce(applied, before);
      assert.deepEqual(after.nodes.map(({ id, text }) => `${id} ${text}`).sort(), before.nodes.map(({ id, text }) => `${id} ${text}`).sort());
    }), { numRuns: 200 });
  });
});
