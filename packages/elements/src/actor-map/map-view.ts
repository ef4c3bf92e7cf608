/** The map of the actors that show, its legend, and what it cannot show. */
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import type { FeatureCollection } from 'geojson';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { fetchJson } from '../internal/fetch-json.ts';
import { Brought } from './brought.ts';
import type { ViewContext } from './context.ts';
import { type Hold, heldPicture } from './held-picture.ts';
import { renderLegend } from './legend.ts';
import { outlinesOf } from './outlines.ts';
import { loadMapLibraries } from './map-libraries.ts';
import { type Area, type Line, MapPicture, type Scene } from './map-picture.ts';
import { ON_GROUND, renderMovingTools } from './moving-tools.ts';
import { type Ground, type Points, groundOf, pointsAmong } from './points.ts';
import { renderPlacing } from './placing-view.ts';
import { shapeIcon } from './shapes.ts';
import type { Work } from './work.ts';

/** What is worked out once for a found set, and where the person stood on the map. */
interface Standing {
  entries?: readonly ActorEntry[];
  points?: Points;
  ground?: Ground;
  areas?: readonly Area[];
  readonly hold: Hold<MapPicture>;
  /** The list of communes to go to: it chooses again whatever was chosen before. */
  chooser?: HTMLSelectElement | undefined;
  outlines?: { readonly address: string; readonly found?: FeatureCollection };
  links: boolean;
  several: readonly string[];
}

const standings = new WeakMap<Work, Standing>();

const WHOLE = 'whole';
/** A commune with its neighbours; the territory is 1. */
const COMMUNE_SCALE = 12;

function standingOf(work: Work): Standing {
  const known = standings.get(work) ?? { hold: {}, links: true, several: [] };
  standings.set(work, known);
  return known;
}

const brought = new Brought(loadMapLibraries);

/** Brings what draws the map; never rejects. After a failure, the next call tries again. */
export const prepareMap = (): Promise<void> => brought.bring();

const picture = heldPicture(MapPicture);

function pointsIn(work: Work, standing: Standing): Points {
  const { entries } = work.found;
  if (standing.entries !== entries || !standing.points) {
    const { entries: all } = work.index;
    if (standing.ground?.entries !== all) standing.ground = groundOf(all, work.territory);
    standing.entries = entries;
    standing.points = pointsAmong(standing.ground, entries);
    standing.several = [];
  }
  return standing.points;
}

const areasIn = (work: Work, standing: Standing): readonly Area[] => (standing.areas ??= work.territory.communes.flatMap(({ code, name, centre, population = 0 }) => (centre ? [{ code, name, centre, population }] : [])));

function linesIn(work: Work, { points }: Points, all: boolean): Line[] {
  if (work.data.links.length === 0) return [];
  const ends = new Set(work.data.links.flatMap(({ source, target }) => [source, target]));
  // The first place of an actor stands for it.
  const where = new Map(points.filter(({ actor }) => ends.has(actor)).toReversed().map((point) => [point.actor, point.world]));
  return work.data.links.flatMap(({ source, target, status }): Line[] => {
    const strong = source === work.selected || target === work.selected;
    const [from, to] = [where.get(source), where.get(target)];
    return from && to && (all || strong) ? [{ from, to, status, strong }] : [];
  });
}

function bringOutlines(standing: Standing, { outlines: address, work, words: { t } }: ViewContext): void {
  if (address === (standing.outlines?.address ?? '')) return;
  standing.outlines = { address };
  void fetchJson(address).then((answer) => {
    const found = 'json' in answer ? outlinesOf(answer.json) : undefined;
    if (found) standing.outlines = { address, found };
    work.show(found ? {} : { notice: { tone: 'info', text: t('noOutlines') } });
  });
}

export function renderMap(context: ViewContext): unknown {
  const { work, words: { t, number, kind }, openActor, focusOn } = context;
  const { here: libraries } = brought;
  if (!libraries) return brought.renderWaiting(context);
  const standing = standingOf(work);
  bringOutlines(standing, context);
  const found = pointsIn(work, standing);
  const { points, nowhere } = found;
  const scene: Scene = {
    points, lines: linesIn(work, found, standing.links), areas: areasIn(work, standing), outlines: standing.outlines?.found, tiles: context.tiles, selected: work.selected, label: t('mapLabel', { count: points.length, number: number(points.length) }),
    pointLabel: (point) => [point.name, kind(point.kind), work.communeName(point.commune), point.rough ? t('rough') : ''].filter(Boolean).join(', '),
    groupLabel: (count, libraries, operators) => t('group', { count, number: number(count), libraries: number(libraries), operators: number(operators) }),
    open: openActor,
    openSeveral: (actors) => {
      standing.several = actors;
      work.show({});
      focusOn('[data-focus=several]');
    },
    moved: () => { if (standing.chooser) standing.chooser.value = ''; },
  };
  const goTo = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    const centre = work.territory.byCode(value)?.centre;
    if (centre) standing.hold.picture?.goTo(centre, COMMUNE_SCALE);
    else if (value === WHOLE) standing.hold.picture?.fitTerritory();
  };
  return html`<div class="row maptools">${renderMovingTools(ON_GROUND, context.words, () => standing.hold.picture)}
      <label class="vh" for="go-to">${t('goTo')}</label><select class="input narrow" id="go-to" ${ref((element) => { standing.chooser = element as HTMLSelectElement | undefined; })} @change=${goTo} @blur=${({ target }: Event) => { (target as HTMLSelectElement).value = ''; }}><option value="">${t('goTo')}</option><option value=${WHOLE}>${t('wholeTerritory')}</option>${work.territory.communes.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</select>
      <label class="value"><input type="checkbox" .checked=${standing.links} @change=${() => { standing.links = !standing.links; work.show({}); }}><span>${t('showLinks')}</span></label></div>
    <p class="soft">${t('mapHelp')}</p>
    ${renderPlacing(context, () => standing.hold.picture)}
    <div class="map-frame"><div class="map" part="map" ${picture(standing.hold, scene, libraries)}></div>${work.editing?.type === 'place' ? html`<svg class="sight" viewBox="0 0 40 40" aria-hidden="true"><path d="M20 2v14M20 24v14M2 20h14M24 20h14"></path><circle cx="20" cy="20" r="3"></circle></svg>` : nothing}</div>
    ${standing.several.length > 0 ? html`<section class="card" aria-label=${t('several', { count: standing.several.length })}><h4 tabindex="-1" data-focus="several">${t('several', { count: standing.several.length })}</h4><ul class="plainlist">${standing.several.map((id) => html`<li><button type="button" class="plain" part="button" @click=${() => { openActor(id); }}>${work.index.get(id)?.actor.name}</button></li>`)}</ul>
      <button type="button" class="plain" part="button" @click=${() => { standing.several = []; work.show({}); focusOn('.mark[tabindex="0"]'); }}>${t('close')}</button></section>` : nothing}
    ${renderLegend(context.words, html`<li><span class="key rough">${shapeIcon('other')}</span>${t('shape_rough')}</li><li><span class="key number" aria-hidden="true">${number(2)}</span>${t('group_key')}</li>`)}
    <p class="soft">${t(standing.outlines?.found ? 'outlinesGiven' : 'cells')}${context.tiles ? html` <span class="attribution">${t('tilesBy', { owner: context.tiles.attribution })}</span>` : nothing}</p>
    <p data-points=${points.length}>${t('mapCount', { actors: number(work.found.entries.length - nowhere.length), points: number(points.length) })}</p>
    ${nowhere.length > 0 ? html`<details class="more"><summary>${t('nowhere', { count: nowhere.length })}</summary><ul class="plainlist">${nowhere.slice(0, 200).map(({ actor }) => html`<li><button type="button" class="plain" part="button" @click=${() => { openActor(actor.id); }}>${actor.name}</button></li>`)}</ul></details>` : nothing}`;
}
