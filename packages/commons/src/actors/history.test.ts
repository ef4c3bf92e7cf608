import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withHistory } from './history.ts';
import type { Actor, ActorData, Link, Place } from './model.ts';
import { readActor } from './read.ts';

const id = (n: number): string => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const actor = (n: number, more: Partial<Actor> = {}): Actor => ({ id: id(n), type: 'actor', version: 1, derivedFrom: [], name: `Acteur ${String(n)}`, kind: 'association', ...more });
const place: Place = { id: id(8), type: 'place', version: 1, derivedFrom: [], nom: 'Annexe', holder: id(1) };
const link: Link = { id: id(9), type: 'link', version: 1, derivedFrom: [], source: id(1), target: id(2), kind: 'partenariat', status: 'existant' };
const data = (actors: readonly Actor[], more: Partial<ActorData> = {}): ActorData => ({ actors, places: [], links: [], ...more });
const day = { day: '2026-11-27', by: 'Accueil' };
const said = ({ actors }: ActorData, n: number) => actors.find((each) => each.id === id(n))?.history?.map(({ what, did, name, fields }) => [what, did, name, fields.join()].filter(Boolean).join(' '));

test('an actor remembers what was done to it, its places and its links', () => {
  const start = data([actor(1), actor(2)]);
  const linked = withHistory(start, { ...start, places: [place], links: [link] }, day);
  assert.deepEqual([said(linked, 1), said(linked, 2)], [['place added Annexe', 'link added Acteur 2'], ['link added Acteur 1']]);
  const renamed = withHistory(linked, { ...linked, actors: linked.actors.map((each) => (each.id === id(1) ? { ...each, phone: '03', email: 'a@b.example' } : each)) }, day);
  const gone = withHistory(renamed, { ...renamed, links: [], places: [{ ...place, horaires: 'Mo 09:00-12:00', date_maj: '2026-11-27' }] }, day);
  assert.deepEqual(said(gone, 1), ['place added Annexe', 'link added Acteur 2', 'actor changed phone,email', 'place changed Annexe horaires', 'link removed Acteur 2']);
  assert.deepEqual(gone.actors[0]?.history?.[0], { ...day, what: 'place', did: 'added', name: 'Annexe', fields: [] });
  assert.ok('record' in readActor(gone.actors[0]), 'and is still a valid record');
});

test('the same thing again on one day is one entry; another day or service is another', () => {
  let now = data([actor(1)]);
  const change = (more: Partial<Actor>, moment = day): void => { now = withHistory(now, data([{ ...now.actors[0]!, ...more }]), moment); };
  change({ phone: '1' });
  change({ phone: '2', url: 'a.example' });
  change({ phone: '3' }, { ...day, day: '2026-11-28' });
  change({ phone: '4' }, { day: '2026-11-28', by: 'CCAS' });
  assert.deepEqual(now.actors[0]?.history?.map((entry) => `${entry.day} ${entry.by} ${entry.fields.join()}`), ['2026-11-27 Accueil phone,url', '2026-11-28 Accueil phone', '2026-11-28 CCAS phone']);
});

test('what changes nothing leaves everything as it was; an import of hundreds is no story of each', () => {
  const start = data([actor(1)]);
  const same = data([{ ...actor(1) }]);
  assert.equal(withHistory(start, same, day), same);
  const many = data(Array.from({ length: 300 }, (_, n) => actor(n)));
  assert.equal(withHistory(start, many, day), many);
});
