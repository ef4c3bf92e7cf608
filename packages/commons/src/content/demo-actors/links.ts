import type { Actor, ActorData, Link } from '../../actors/model.ts';
import { gapBetween, whereabouts } from '../../actors/whereabouts.ts';
import type { Territory } from '../../territory/territory.ts';
import type { Draw } from '../demo-answers/draw.ts';
import type { Maker, NewLink } from './maker.ts';

/** About half of the libraries have an operator, nearer ones more often; some actors know nobody: that is what coordination is for. */
export function demoLinks(make: Maker, data: ActorData, territory: Territory): Link[] {
  const { draw, link } = make;
  const where = whereabouts(data, territory);
  const of = (kind: Actor['kind']): Actor[] => data.actors.filter((actor) => actor.kind === kind);
  const operators = of('operateur_mediation');
  const near = (actor: Actor): Actor[] => operators
    .map((operator) => ({ operator, gap: gapBetween(where.get(actor.id), where.get(operator.id))?.kilometres ?? Infinity }))
    .sort((a, b) => a.gap - b.gap)
    .map(({ operator }) => operator);
  const links: Link[] = [];
  for (const library of of('bibliotheque')) {
    const [first, second] = near(library);
    if (first && draw.chance(0.45)) links.push(link(first, library, draw.weighted({ intervention: 3, partenariat: 2, convention: 1 }), life(draw)));
    if (second && draw.chance(0.12)) links.push(link(second, library, 'intervention', life(draw)));
  }
  for (const [kind, chance] of [['ccas', 0.35], ['centre_social', 0.4], ['france_services', 0.5]] as const) {
    for (const actor of of(kind)) {
      const [first] = near(actor);
      if (first && draw.chance(chance)) links.push(link(actor, first, draw.weighted({ orientation: 3, partenariat: 1, mutualisation: 0.5 }), life(draw)));
    }
  }
  links.push(...withinCommunes(make, data));
  const [metropolis] = of('epci');
  if (metropolis) links.push(...operators.filter(() => draw.chance(0.6)).map((operator) => link(metropolis, operator, 'financement', life(draw))));
  return links;
}

/** The town hall and its social services meet; libraries and community centres of one commune sometimes do. */
function withinCommunes({ draw, link }: Maker, { actors }: ActorData): Link[] {
  const halls = new Map(actors.filter(({ kind }) => kind === 'commune').map((hall) => [hall.commune, hall]));
  return actors.flatMap((actor) => {
    const hall = halls.get(actor.commune);
    const chance = { ccas: 0.7, bibliotheque: 0.35, centre_social: 0.3 }[actor.kind as string] ?? 0;
    return hall && draw.chance(chance) ? [link(hall, actor, draw.weighted({ partenariat: 2, instance: 1, mutualisation: 1 }), life(draw))] : [];
  });
}

function life(draw: Draw): NewLink {
  const status = draw.weighted({ existant: 8, souhaite: 1.5, rompu: 0.5 });
  if (status === 'souhaite') return { status };
  const month = String(1 + Math.floor(draw.next() * 12)).padStart(2, '0');
  return {
    status,
    ...(draw.chance(0.85) && { since: `${draw.weighted({ 2022: 1, 2023: 1, 2024: 2, 2025: 3 })}${draw.chance(0.7) ? `-${month}` : ''}` }),
    frequency: draw.weighted({ rarement: 1, annuel: 2, trimestriel: 2, mensuel: 1.5 }),
  };
}
