/** The map of the actors that show, its legend, and what it cannot show. */
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import type { FeatureCollection } from 'geojson';
import { html, noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { type ElementPart, directive } from 'lit/directive.js';
import type { ZoomTransform } from 'd3-zoom';
import { fetchJson } from '../internal/fetch-json.ts';
import type { ViewContext } from './context.ts';
import { outlinesOf } from './outlines.ts';
import { type MapLibraries, loadMapLibraries } from './map-libraries.ts';
import { type Area, type Line, MapPicture, type Scene } from './map-picture.ts';
import { type Ground, type Points, SHAPES, groundOf, pointsAmong } from './points.ts';
import { renderPlacing } from './placing-view.ts';
import { shapeIcon } from './shapes.ts';
import type { Work } from './work.ts';

/** What is worked out once for a found set, and where the person stood on the map. */
interface Standing {
  entries?: readonly ActorEntry[];
  points?: Points;
  ground?: Ground;
  areas?: readonly Area[];
  picture?: MapPicture | undefined;
  transform?: ZoomTransform;
  outlines?: { readonly address: string; readonly found?: FeatureCollection };
  links: boolean;
  several: readonly string[];
}

const standings = new WeakMap<Work, Standing>();

function standingOf(work: Work): Standing {
  const known = standings.get(work) ?? { links: true, several: [] };
  standings.set(work, known);
  return known;
}

let libraries: MapLibraries | undefined;
let bringing: Promise<void> | undefined;
let lost = false;

/** Brings what draws the map; never rejects. After a failure, the next call tries again. */
export function prepareMap(): Promise<void> {
  return (bringing ??= loadMapLibraries().then((came) => { [libraries, lost] = [came, false]; }, () => { [bringing, lost] = [undefined, true]; }));
}

/** Each draws again once, when it is here or did not come. */
const waiting = new WeakSet<Work>();

function bringLibraries(work: Work): void {
  if (waiting.has(work)) return;
  waiting.add(work);
  void prepareMap().then(() => {
    waiting.delete(work);
    work.show({});
  });
}

class Picture extends AsyncDirective {
  #picture: MapPicture | undefined;
  #standing: Standing | undefined;

  override render: (standing: Standing, scene: Scene, tools: MapLibraries) => unknown = () => noChange;

  override update({ element }: ElementPart, [standing, scene, tools]: [Standing, Scene, MapLibraries]): unknown {
    if (this.#standing !== standing) this.disconnected();
    this.#standing = standing;
    standing.picture = this.#picture ??= new MapPicture(element as HTMLElement, tools, standing.transform);
    this.#picture.set(scene);
    return noChange;
  }

  override disconnected(): void {
    if (!this.#picture || !this.#standing) return;
    this.#standing.transform = this.#picture.transform;
    this.#standing.picture = undefined;
    this.#picture.close();
    this.#picture = undefined;
  }

  override reconnected(): void {
    this.#standing = undefined; // drawn again at the next update
  }
}

const picture = directive(Picture);

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
  if (!libraries) {
    if (!lost) bringLibraries(work);
    return lost ? html`<div class="note trouble"><p>${t('failScript')}</p><button type="button" class="secondary" part="button" @click=${() => { lost = false; work.show({}); }}>${t('retry')}</button></div>` : html`<p class="soft" aria-busy="true">${t('loadingView')}</p>`;
  }
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
  };
  const act = (label: string, sign: string, run: (map: MapPicture) => void): unknown => html`<button type="button" class="secondary square" part="button" aria-label=${label} title=${label} @click=${() => { if (standing.picture) run(standing.picture); }}>${sign}</button>`;
  const goTo = ({ target }: Event): void => {
    const centre = work.territory.byCode((target as HTMLSelectElement).value)?.centre;
    if (centre) standing.picture?.goTo(centre, 12);
    else standing.picture?.fit();
  };
  return html`<div class="row maptools">${act(t('zoomIn'), '+', (map) => { map.zoomBy(1.8); })}${act(t('zoomOut'), '−', (map) => { map.zoomBy(1 / 1.8); })}
      ${act(t('panLeft'), '←', (map) => { map.pan(0.25, 0); })}${act(t('panUp'), '↑', (map) => { map.pan(0, 0.25); })}${act(t('panDown'), '↓', (map) => { map.pan(0, -0.25); })}${act(t('panRight'), '→', (map) => { map.pan(-0.25, 0); })}
      <label class="vh" for="go-to">${t('goTo')}</label><select class="input narrow" id="go-to" @change=${goTo}><option value="">${t('wholeTerritory')}</option>${work.territory.communes.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</select>
      <label class="value"><input type="checkbox" .checked=${standing.links} @change=${() => { standing.links = !standing.links; work.show({}); }}><span>${t('showLinks')}</span></label></div>
    <p class="soft">${t('mapHelp')}</p>
    ${renderPlacing(context, () => standing.picture)}
    <div class="map-frame"><div class="map" part="map" ${picture(standing, scene, libraries)}></div>${work.editing?.type === 'place' ? html`<svg class="sight" viewBox="0 0 40 40" aria-hidden="true"><path d="M20 2v14M20 24v14M2 20h14M24 20h14"></path><circle cx="20" cy="20" r="3"></circle></svg>` : nothing}</div>
    ${standing.several.length > 0 ? html`<section class="card" aria-label=${t('several', { count: standing.several.length })}><h4 tabindex="-1" data-focus="several">${t('several', { count: standing.several.length })}</h4><ul class="plainlist">${standing.several.map((id) => html`<li><button type="button" class="plain" part="button" @click=${() => { openActor(id); }}>${work.index.get(id)?.actor.name}</button></li>`)}</ul>
      <button type="button" class="plain" part="button" @click=${() => { standing.several = []; work.show({}); focusOn('.mark[tabindex="0"]'); }}>${t('close')}</button></section>` : nothing}
    <ul class="legend" aria-label=${t('legend')}>${SHAPES.map((shape) => html`<li><span class="key ${shape}">${shapeIcon(shape)}</span>${t(`shape_${shape}`)}</li>`)}<li><span class="key rough">${shapeIcon('other')}</span>${t('shape_rough')}</li></ul>
    <p class="soft">${t(standing.outlines?.found ? 'outlinesGiven' : 'cells')}${context.tiles ? html` <span class="attribution">${t('tilesBy', { owner: context.tiles.attribution })}</span>` : nothing}</p>
    <p data-points=${points.length}>${t('mapCount', { actors: number(work.found.entries.length - nowhere.length), points: number(points.length) })}</p>
    ${nowhere.length > 0 ? html`<details class="more"><summary>${t('nowhere', { count: nowhere.length })}</summary><ul class="plainlist">${nowhere.slice(0, 200).map(({ actor }) => html`<li><button type="button" class="plain" part="button" @click=${() => { openActor(actor.id); }}>${actor.name}</button></li>`)}</ul></details>` : nothing}`;
}
