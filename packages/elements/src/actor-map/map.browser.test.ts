import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/actor-map.ts';
import type { AsbActorMap } from './actor-map.ts';
import { accessible, button, demo, every, press, sees, show, text, tick, view, within } from './test-support.ts';
import { narrow } from '../internal/test-narrow.ts';

const marks = (element: AsbActorMap): HTMLElement[] => every(element, '.mark');
/** Places that the marks stand for. */
const counted = (element: AsbActorMap): number => marks(element).reduce((sum, mark) => sum + Number(mark.dataset['count'] ?? 1), 0);
const inMap = (element: AsbActorMap): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;

async function onMap(attributes: Readonly<Record<string, string>> = {}, value = demo()): Promise<AsbActorMap> {
  const element = await show({ view: 'map', ...attributes }, value);
  await waitUntil(() => marks(element).length > 0, 'the map is drawn', { timeout: 10_000 });
  return element;
}

describe('<asb-actor-map>: map', () => {
  it('the map and the list hold the same actors, whatever the filters', async () => {
    const element = await onMap();
    const same = (): void => {
      const points = Number(within(element, '[data-points]').dataset['points']);
      expect(counted(element)).to.equal(points);
      const actors = Number(/acteurs? sur|(\d+) acteurs/.exec(text(element))?.[1] ?? NaN);
      if (!Number.isNaN(actors)) expect(text(element)).to.include(`Sur la carte : acteurs ${String(actors)}`);
    };
    same();
    await press(element, 'Type');
    await tick(element, 'Bibliothèque');
    await waitUntil(() => counted(element) < 365, 'fewer show', { timeout: 10_000 });
    same();
    const shown = Number(/(\d+) acteurs sur 365/.exec(text(element))![1]);
    expect(text(element)).to.include(`Sur la carte : acteurs ${String(shown)}`);
    await view(element, 'Liste');
    expect(Math.min(50, shown)).to.equal(every(element, '.list tbody tr').length);
  });

  it('every mark has a name and is reached by the keyboard; one tab stop; zoom keeps the focus', async () => {
    const element = await onMap();
    const all = marks(element);
    expect(all.every((mark) => (mark.getAttribute('aria-label') ?? '') !== '')).to.equal(true);
    expect(all.filter((mark) => mark.tabIndex === 0)).to.have.length(1);
    const first = all.find((mark) => mark.tabIndex === 0)!;
    first.focus();
    const seen = new Set([first.dataset['key']]);
    for (const press of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
      await sendKeys({ press });
      seen.add(inMap(element).dataset['key']);
    }
    expect(seen.size).to.be.greaterThan(2);
    const before = marks(element).length;
    await sendKeys({ press: '+' });
    await waitUntil(() => marks(element).length !== before && inMap(element).classList.contains('mark'), 'the focus is on a mark after zooming');
    await sendKeys({ press: '0' });
    await waitUntil(() => marks(element).length === before, 'all shows again');
  });

  it('a group opens into its parts, down to actors, whose card opens beside', async () => {
    const element = await onMap();
    for (let step = 0; step < 25 && !element.shadowRoot!.querySelector('[part=actor]'); step += 1) {
      const group = element.shadowRoot!.querySelector<HTMLElement>('.mark.group');
      const before = marks(element).map(({ dataset }) => dataset['key']).join();
      const single = element.shadowRoot!.querySelector<HTMLElement>('.mark:not(.group)');
      (single ?? group)!.click();
      await waitUntil(() => element.shadowRoot!.querySelector('[part=actor], [data-focus=several]') ?? marks(element).map(({ dataset }) => dataset['key']).join() !== before, 'it opened', { timeout: 10_000 });
    }
    expect(within(element, '[part=actor] h4').innerText).to.not.equal('');
    await waitUntil(() => inMap(element).dataset['focus'] === 'actor', 'the focus is on the card');
    await accessible(element);
  });

  it('actors of one spot are listed; those without any are told', async () => {
    const { actors } = demo();
    const [first] = actors;
    const element = await onMap({}, { actors: [...actors.slice(1, 4).map((actor) => ({ ...actor, commune: '59350' })), { ...first!, commune: '75056' }], places: [], links: [] });
    await sees(element, 'Un acteur sans position');
    const group = await waitUntil(() => element.shadowRoot!.querySelector<HTMLElement>('.mark.group')).then(() => within(element, '.mark.group'));
    expect(group.getAttribute('aria-label')).to.match(/^3 points/);
    group.click();
    await sees(element, '3 acteurs au même endroit');
    expect(inMap(element).dataset['focus']).to.equal('several');
  });

  it('is accessible and whole at 360 px; buttons move and zoom it', async () => {
    const element = await onMap();
    narrow(element);
    await accessible(element);
    expect(element.scrollWidth).to.be.at.most(360);
    const before = marks(element).length;
    button(element, 'Zoomer').click();
    await waitUntil(() => marks(element).length !== before, 'it zoomed', { timeout: 10_000 });
    button(element, 'Vers l’ouest').click();
    within(element, '#go-to').value = '59350';
    within(element, '#go-to').dispatchEvent(new Event('change'));
    await waitUntil(() => every(element, '.town').some((each) => each.innerText === 'Lille'));
  });

  it('takes official outlines from the page, TopoJSON too, and says so; others are told', async () => {
    const topology = { type: 'Topology', transform: { scale: [0.001, 0.001], translate: [3, 50.6] }, arcs: [[[0, 0], [100, 0], [0, 80]], [[100, 80], [-100, 0], [0, -80]]], objects: { communes: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', properties: { code: '59350' }, arcs: [[0, 1]] }] } } };
    const lost = await onMap({ outlines: '/absent.json' });
    await sees(lost, 'n’ont pas pu être lus');
    expect(every(lost, '.area')).to.have.length(95);
    const element = await onMap();
    expect(text(element)).to.include('Ce ne sont pas leurs limites officielles');
    const { outlinesOf } = await import('./outlines.ts');
    expect(outlinesOf(topology)!.features).to.have.length(1);
    expect(outlinesOf({ type: 'autre' })).to.equal(undefined);
  });

  it('a place is moved on the map by the keyboard alone, and undone', async () => {
    const data = demo();
    const place = data.places.find(({ latitude, holder }) => latitude !== undefined && holder !== undefined)!;
    const element = await onMap({ editable: '' }, { actors: data.actors.filter(({ id }) => id === place.holder), places: [place], links: [] });
    const mark = marks(element)[0]!;
    mark.focus();
    await sendKeys({ press: 'Enter' });
    await sees(element, place.nom);
    button(element, 'Modifier le lieu').focus();
    await sendKeys({ press: 'Enter' });
    await sees(element, 'amener le lieu sous la mire');
    await accessible(element);
    await press(element, 'Aller à sa position actuelle');
    await waitUntil(() => every(element, '.sight').length === 1, 'the sight shows');
    button(element, 'Vers le nord').focus();
    await sendKeys({ press: 'Enter' });
    await press(element, 'Mettre le lieu sous la mire');
    await sees(element, 'Enregistrez la fiche pour la garder.');
    const moved = Number(within(element, '#f-latitude').value);
    expect(moved).to.be.greaterThan(place.latitude!);
    expect(Math.abs(moved - place.latitude!)).to.be.lessThan(0.05);
    await press(element, 'Enregistrer');
    await waitUntil(() => element.value!.places.find(({ id }) => id === place.id)!.latitude === moved, 'it is kept', { timeout: 5000 });
    every(element, '[data-focus=undo]')[0]!.click();
    await element.updateComplete;
    expect(element.value!.places.find(({ id }) => id === place.id)!.latitude).to.equal(place.latitude);
  });
});
