/** Who is bound to whom: a picture, and the list that says the same. */
import type { Link } from '@assembleurs/commons/actors';
import type { ActorEntry, ActorIndex } from '@assembleurs/commons/actors/facets';
import { html, nothing } from 'lit';
import { Brought } from './brought.ts';
import type { ViewContext } from './context.ts';
import { type Hold, heldPicture } from './held-picture.ts';
import { type Edge, type Spots, byForces, inRings } from './layout.ts';
import { renderLegend } from './legend.ts';
import { type NetworkLibraries, loadNetworkLibraries } from './map-libraries.ts';
import { ON_SHEET, renderMovingTools } from './moving-tools.ts';
import { NetworkPicture, type NetworkScene } from './network-picture.ts';
import { shapeOf } from './points.ts';
import type { Work } from './work.ts';

const LAYOUTS = ['forces', 'rings'] as const;
type Layout = (typeof LAYOUTS)[number];

interface Standing {
  layout: Layout;
  /** By forces, of whoever was drawn once: the picture must be the one that people learnt. */
  spots: Spots;
  /** The actors among whom everybody has a spot. */
  placed?: ActorIndex | undefined;
  /** In rings, which follow from who shows; for whom. */
  rings?: { readonly of: string; readonly spots: Spots } | undefined;
  readonly holds: Readonly<Record<Layout, Hold<NetworkPicture>>>;
}

const standings = new WeakMap<Work, Standing>();

function standingOf(work: Work): Standing {
  const known = standings.get(work) ?? { layout: 'forces', spots: new Map(), holds: { forces: {}, rings: {} } };
  standings.set(work, known);
  return known;
}

/** Past so many actors with links, those alone that show are placed: nobody waits for the whole country. */
const MANY = 1000;

const brought = new Brought(loadNetworkLibraries);

const nodesOf = (entries: readonly ActorEntry[]): Parameters<typeof inRings>[0] => entries.map(({ actor: { id, kind } }) => ({ id, shape: shapeOf(kind) }));

/** All who have a link are placed together, so that filters take away and bring back without moving anybody; whoever comes later finds a spot among them. */
function forcesOf(libraries: NetworkLibraries, standing: Standing, { index, data }: Work, shown: readonly ActorEntry[]): Spots {
  if (standing.placed === index) return standing.spots;
  const bound = index.entries.filter(({ links }) => links.length > 0);
  const few = bound.length <= MANY;
  const wanted = few ? bound : shown;
  if (wanted.some(({ actor }) => !standing.spots.has(actor.id))) {
    const ids = new Set(wanted.map(({ actor }) => actor.id));
    const edges = data.links.filter(({ source, target }) => ids.has(source) && ids.has(target)).map(({ source, target }): Edge => ({ source, target }));
    standing.spots = new Map([...standing.spots, ...byForces(libraries, nodesOf(wanted), edges, standing.spots)]);
  }
  standing.placed = few ? index : undefined;
  return standing.spots;
}

function ringsOf(standing: Standing, { found: { entries } }: Work, drawn: readonly ActorEntry[]): Spots {
  const among = new Set(drawn);
  const shown = entries.filter((entry) => among.has(entry));
  const of = shown.map(({ actor }) => actor.id).join();
  if (standing.rings?.of !== of) standing.rings = { of, spots: inRings(nodesOf(shown)) };
  return standing.rings.spots;
}

const picture = heldPicture(NetworkPicture);

/** Shapes and lines; the names of the chosen actor and of its neighbours matter most. */
function renderPicture(context: ViewContext, libraries: NetworkLibraries, sorted: readonly ActorEntry[], links: readonly Link[]): unknown {
  const { work, words: { t, number }, openActor } = context;
  const standing = standingOf(work);
  const hold = standing.holds[standing.layout];
  const spots = standing.layout === 'rings' ? ringsOf(standing, work, sorted) : forcesOf(libraries, standing, work, sorted);
  const at = (id: string): readonly [number, number] => spots.get(id) ?? [0, 0];
  const chosen = ({ source, target }: Link): boolean => source === work.selected || target === work.selected;
  const near = new Set(links.filter(chosen).flatMap(({ source, target }) => [source, target]));
  const first = ({ actor: { id } }: ActorEntry): number => (id === work.selected ? 2 : near.has(id) ? 1 : 0);
  const scene: NetworkScene = {
    knots: sorted.toSorted((a, b) => first(b) - first(a)).map(({ actor: { id, name, kind } }) => ({ id, name, shape: shapeOf(kind), spot: at(id), chosen: id === work.selected })),
    bonds: links.map((link) => ({ from: at(link.source), to: at(link.target), status: link.status, strong: chosen(link) })),
    label: t('networkLabel', { actors: number(sorted.length), links: number(links.length) }), open: openActor,
  };
  return html`<div class="row maptools">${renderMovingTools(ON_SHEET, context.words, () => hold.picture)}</div><p class="soft">${t('networkHelp')}</p>
    <div class="network" part="network" ${picture(hold, scene, libraries)}></div>
    ${renderLegend(context.words, nothing)}`;
}

function renderBonds(sorted: readonly ActorEntry[], links: readonly Link[], { work, words: { t, linkKind, status }, openActor }: ViewContext): unknown {
  const name = (id: string): string => work.index.get(id)?.actor.name ?? '';
  const bonds = new Map<string, string[]>();
  for (const { source, target, kind, status: stands } of links) {
    for (const [own, other] of [[source, target], [target, source]] as const) bonds.set(own, [...(bonds.get(own) ?? []), `${name(other)} (${linkKind(kind)}, ${status(stands)})`]);
  }
  return html`<h4>${t('networkList')}</h4><ul class="sides bonds">${sorted.map(({ actor: { id, name: own } }) => html`<li><button type="button" class="plain" part="button" data-actor=${id} @click=${() => { openActor(id); }}>${own}</button>
    <span class="soft block">${(bonds.get(id) ?? []).join(' ; ')}</span></li>`)}</ul>`;
}

export function renderNetwork(context: ViewContext): unknown {
  const { work, words: { t, number, compare } } = context;
  const standing = standingOf(work);
  const { entries } = work.found;
  const ids = new Set(entries.map(({ actor }) => actor.id));
  const links = work.data.links.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const ends = new Set(links.flatMap(({ source, target }) => [source, target]));
  const nodes = entries.filter(({ actor }) => ends.has(actor.id));
  if (nodes.length === 0) return html`<div class="empty"><p>${t('noLinks')}</p></div>`;
  const sorted = nodes.toSorted((a, b) => b.links.length - a.links.length || compare(a.actor.name, b.actor.name));
  const choose = (layout: Layout): void => {
    standing.layout = layout;
    work.show({});
  };
  return html`<fieldset class="row maptools"><legend class="vh">${t('layout')}</legend>${LAYOUTS.map((layout) => html`<label class="value"><input type="radio" name="layout" .checked=${standing.layout === layout} @change=${() => { choose(layout); }}><span>${t(`layout_${layout}`)}</span></label>`)}</fieldset>
    <p>${t('networkCount', { actors: number(nodes.length), links: number(links.length), alone: number(entries.length - nodes.length) })}</p>
    ${brought.here ? renderPicture(context, brought.here, sorted, links) : brought.renderWaiting(context)}
    ${renderBonds(sorted, links, context)}`;
}
