/**
 * Fictitious actors, places and links on the real communes of a territory, for demonstrations and tests: plausible, the
 * same for the same seed, and marked as fictitious in what people read. No person is named; addresses end in `.example`.
 */
import type { ActorKind } from '../../actors/kinds.ts';
import type { ActorData, ActorRecord } from '../../actors/model.ts';
import type { Commune } from '../../territory/model.ts';
import type { Territory } from '../../territory/territory.ts';
import { Draw } from '../demo-answers/draw.ts';
import { demoLinks } from './links.ts';
import { FICTITIOUS, maker } from './maker.ts';
import { INSTITUTIONS, OPERATORS, communalName } from './names.ts';
import { demoPlaces } from './places.ts';

export { FICTITIOUS } from './maker.ts';

export function isFictitious(record: ActorRecord): boolean {
  const said = record.type === 'place' ? record['presentation_resume'] : record['note'];
  return typeof said === 'string' && said.startsWith(FICTITIOUS);
}

/** Same seed and territory: same actors, places and links, with the same identifiers. */
export function demoActors(seed: number, territory: Territory): ActorData {
  const make = maker(new Draw(seed));
  const { draw } = make;
  const [seat] = byPopulation(territory);
  const institutions = seat === undefined ? [] : INSTITUTIONS.map(([kind, name]) => make.actor(kind, name, seat));
  const operators = seat === undefined ? [] : OPERATORS.map((name) => make.actor('operateur_mediation', name, someTown(territory, draw)));
  const local = territory.communes.flatMap((commune) => kindsIn(commune, draw).map((kind) => make.actor(kind, communalName(kind, commune.name, draw), commune)));
  const actors = [...institutions, ...operators, ...local];
  const places = demoPlaces(make, actors, territory);
  return { actors, places, links: demoLinks(make, { actors, places, links: [] }, territory) };
}

const byPopulation = (territory: Territory): Commune[] => territory.communes.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0));

/** Operators settle where people are: one of the ten largest communes. */
function someTown(territory: Territory, draw: Draw): Commune | undefined {
  return draw.shuffled(byPopulation(territory).slice(0, 10))[0];
}

/** Every commune has its town hall; the larger it is, the more there is beside. */
function kindsIn({ population = 2_000 }: Commune, draw: Draw): ActorKind[] {
  const scale = Math.min(1, Math.max(0, Math.log10(population / 500) / 2.2));
  const chances: readonly (readonly [ActorKind, number])[] = [
    ['ccas', 0.25 + 0.75 * scale], ['bibliotheque', 0.4 + 0.6 * scale], ['bibliotheque', 0.5 * scale * scale], ['centre_social', 0.9 * scale], ['centre_social', 0.5 * scale * scale],
    ['france_services', 0.1 + 0.3 * scale], ['association', 0.15 + 0.7 * scale],
  ];
  return ['commune', ...chances.filter(([, chance]) => draw.chance(chance)).map(([kind]) => kind)];
}
