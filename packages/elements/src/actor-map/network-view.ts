/** Who is bound to whom: a picture, and the list that says the same. */
import type { Link } from '@assembleurs/commons/actors';
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import { html, nothing, svg } from 'lit';
import type { ViewContext } from './context.ts';
import { type Spots, byForces, inRings } from './layout.ts';
import { SHAPES, shapeOf } from './points.ts';
import { shapeIcon, shapePath } from './shapes.ts';
import type { Work } from './work.ts';

interface Standing {
  layout: 'forces' | 'rings';
  key?: readonly unknown[];
  spots: Spots;
}

/** Positions stay while the person is here: the picture must be the one that they learnt. */
const standings = new WeakMap<Work, Standing>();

const MARGIN = 40;
/** Names beside every node only where they can be read. */
const NAMED = 60;

function spotsOf(standing: Standing, nodes: readonly ActorEntry[], links: readonly Link[]): Spots {
  const key = [standing.layout, nodes.map(({ actor }) => actor.id).join(), links.map(({ id }) => id).join()];
  if (!standing.key?.every((each, at) => each === key[at])) {
    const shapes = nodes.map(({ actor: { id, kind } }) => ({ id, shape: shapeOf(kind) }));
    standing.spots = standing.layout === 'rings' ? inRings(shapes) : byForces(shapes, links, standing.key?.[0] === 'forces' ? standing.spots : undefined);
    standing.key = key;
  }
  return standing.spots;
}

export function renderNetwork(context: ViewContext): unknown {
  const { work, words: { t, number, linkKind, status, compare }, openActor } = context;
  const standing = standings.get(work) ?? { layout: 'forces', spots: new Map() };
  standings.set(work, standing);
  const ids = new Set(work.found.entries.map(({ actor }) => actor.id));
  const links = work.data.links.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const ends = new Set(links.flatMap(({ source, target }) => [source, target]));
  const nodes = work.found.entries.filter(({ actor }) => ends.has(actor.id));
  if (nodes.length === 0) return html`<div class="empty"><p>${t('noLinks')}</p></div>`;
  const spots = spotsOf(standing, nodes, links);
  const at = (id: string): readonly [number, number] => spots.get(id) ?? [0, 0];
  const [xs, ys] = [Array.from(spots.values(), ([x]) => x), Array.from(spots.values(), ([, y]) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  const [width, height] = [Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top];
  const name = (id: string): string => work.index.get(id)?.actor.name ?? '';
  const near = new Set(links.filter(({ source, target }) => source === work.selected || target === work.selected).flatMap(({ source, target }) => [source, target]));
  const sorted = nodes.toSorted((a, b) => b.links.length - a.links.length || compare(a.actor.name, b.actor.name));
  const choose = (layout: Standing['layout']): void => {
    standing.layout = layout;
    work.show({});
  };
  return html`<fieldset class="row maptools"><legend class="vh">${t('layout')}</legend>${(['forces', 'rings'] as const).map((layout) => html`<label class="value"><input type="radio" name="layout" .checked=${standing.layout === layout} @change=${() => { choose(layout); }}><span>${t(`layout_${layout}`)}</span></label>`)}</fieldset>
    <p>${t('networkCount', { actors: number(nodes.length), links: number(links.length), alone: number(work.found.entries.length - nodes.length) })}</p>
    <svg class="network" part="network" viewBox="${left} ${top} ${width} ${height}" role="img" aria-label=${t('networkLabel', { actors: number(nodes.length), links: number(links.length) })}>
      ${links.map(({ source, target, status: stands }) => {
        const [[x1, y1], [x2, y2]] = [at(source), at(target)];
        return svg`<line class="bond ${stands} ${source === work.selected || target === work.selected ? 'strong' : ''}" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
      })}
      ${nodes.map(({ actor: { id, kind } }) => {
        const [x, y] = at(id);
        return svg`<g class="node ${shapeOf(kind)} ${id === work.selected ? 'chosen' : ''}" transform="translate(${x} ${y})" @click=${() => { openActor(id); }}><title>${name(id)}</title><path d=${shapePath(shapeOf(kind))} transform="translate(-10 -10)"></path>
          ${nodes.length <= NAMED || near.has(id) || id === work.selected ? svg`<text x="13" y="4">${name(id)}</text>` : nothing}</g>`;
      })}</svg>
    <ul class="legend" aria-label=${t('legend')}>${SHAPES.map((shape) => html`<li><span class="key ${shape}">${shapeIcon(shape)}</span>${t(`shape_${shape}`)}</li>`)}</ul>
    <h4>${t('networkList')}</h4><ul class="sides bonds">${sorted.map(({ actor: { id, name: own } }) => html`<li><button type="button" class="plain" part="button" data-actor=${id} @click=${() => { openActor(id); }}>${own}</button>
      <span class="soft block">${links.filter(({ source, target }) => source === id || target === id).map((link) => `${name(link.source === id ? link.target : link.source)} (${linkKind(link.kind)}, ${status(link.status)})`).join(' ; ')}</span></li>`)}</ul>`;
}
