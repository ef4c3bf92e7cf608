import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mel } from '../territory/mel.ts';
import { readActorFile } from './formats/any.ts';
import { readLinksCsv, writeLinksCsv } from './formats/links-csv.ts';
import { writeStandardCsv } from './formats/standard-v1.ts';
import { counter } from './formats/test-places.ts';
import { applyMerge, holdPlaces, libraryCoverage, linksToPropose, mergeActors } from './index.ts';
import type { ActorData } from './index.ts';

const NATIONAL = `id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,date_maj,services
lieu-1,00000000000000,Médiathèque fictive,Lambersart,59130,59328,1 rue Fictive,50.65,3.02,BIB,2026-01-02,Compréhension du monde numérique
lieu-2,00000000000000,Atelier fictif,Lille,59000,59350,2 rue Fictive,50.63,3.05,ASSO;EPN,2026-01-02,Accès internet et matériel informatique
`;

test('from the national file to a link, and from one copy to another with nothing lost', () => {
  const newId = counter();
  const file = readActorFile(NATIONAL, { newId });
  assert.ok('data' in file);
  // The file knows places; links go from actor to actor.
  const mine: ActorData = { ...holdPlaces(file.data.places, newId), links: [] };
  assert.deepEqual(mine.actors.map(({ kind }) => kind), ['bibliotheque', 'operateur_mediation']);
  assert.equal(libraryCoverage(mine).share, 0);

  const [proposal] = linksToPropose(mine, mel());
  assert.ok(proposal);
  const made = readLinksCsv(`source;cible;depuis\n${proposal.operator.name};${proposal.library.name};2026-11`, mine.actors, { newId });
  assert.ok('links' in made);
  const linked = { ...mine, links: made.links };
  assert.equal(libraryCoverage(linked).share, 1);
  assert.deepEqual(linksToPropose(linked, mel()), []);

  // Elsewhere, a person already has the library, under another identifier and with a telephone.
  const [library] = mine.actors;
  const theirs: ActorData = { actors: [{ ...library!, id: counter(500)(), phone: '+33320000000' }], places: [], links: [] };
  const again = readActorFile(JSON.stringify(linked), { newId });
  assert.ok('data' in again);
  const { data, waiting } = applyMerge(theirs, mergeActors(theirs, again.data));
  assert.deepEqual(waiting, { actors: [], places: [], links: [] });
  assert.deepEqual([data.actors.length, data.places.length, data.links.length, libraryCoverage(data).share, data.actors[0]?.phone], [2, 2, 1, 1, '+33320000000']);
  assert.equal(data.places[0]?.holder, theirs.actors[0]?.id);

  // And the two files that others read say the same again.
  const csv = readActorFile(writeStandardCsv(data.places, { withRecords: true }).text, { newId });
  assert.ok('data' in csv);
  assert.deepEqual(csv.data.places, data.places);
  assert.deepEqual(readLinksCsv(writeLinksCsv(data.links, data.actors), data.actors, { newId }), { links: data.links, problems: [] });
});
