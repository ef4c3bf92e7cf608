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

  it('« Tout voir » brings all points into sight, near or far; a commune is gone to again after the map was moved', async () => {
    const element = await onMap();
    const outside = (): number => marks(element).filter((mark) => {
      const [box, frame] = [mark.getBoundingClientRect(), within(element, '.map').getBoundingClientRect()];
      return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
    }).length;
    const goTo = async (code: string): Promise<void> => {
      const chooser = within(element, '#go-to');
      chooser.focus();
      chooser.value = code;
      chooser.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    const inMiddle = (): boolean => every(element, '.town').some((each) => each.innerText === 'Roubaix');
    await goTo('59512');
    expect(inMiddle()).to.equal(true);
    button(element, 'Tout voir').focus(); // as a click does
    await press(element, 'Tout voir');
    expect([counted(element), outside()]).to.deep.equal([Number(within(element, '[data-points]').dataset['points']), 0]);
    expect(within(element, '#go-to').value, 'a list that says nothing chooses anything again').to.equal('');
    await goTo('59512');
    expect(inMiddle()).to.equal(true);
    await goTo('whole');
    expect(every(element, '.area').length).to.equal(95);
    expect(counted(element)).to.equal(Number(within(element, '[data-points]').dataset['points']));
  });

  it('actors who are all elsewhere are shown where they are, and stay in the middle when the map gets narrower', async () => {
    const { actors } = demo();
    const far = actors.slice(0, 3).map((actor, at) => ({ ...actor, latitude: 45.7 + at / 50, longitude: 4.8 + at / 50 }));
    const element = await onMap({}, { actors: far, places: [], links: [] });
    expect(counted(element)).to.equal(3);
    button(element, 'Zoomer').click();
    const middle = (): readonly number[] => {
      const [frame, boxes] = [within(element, '.map').getBoundingClientRect(), marks(element).map((mark) => mark.getBoundingClientRect())];
      return [boxes.reduce((sum, box) => sum + (box.left + box.right) / 2, 0) / boxes.length - (frame.left + frame.right) / 2, boxes.reduce((sum, box) => sum + (box.top + box.bottom) / 2, 0) / boxes.length - (frame.top + frame.bottom) / 2];
    };
    const before = middle();
    narrow(element, 500);
    await waitUntil(() => within(element, '.map').clientWidth < 500 && Math.abs(middle()[0]! - before[0]!) < 2, 'it follows', { timeout: 5000 });
    expect(Math.abs(middle()[1]! - before[1]!)).to.be.lessThan(2);
  });
});

describe('<asb-actor-map>: a map in a page that scrolls', () => {
  const place = (element: AsbActorMap): string => within(element, '.ground g').getAttribute('transform') ?? '';
  const frames = (): Promise<void> => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(() => { done(); }); }); });
  const wheel = (element: AsbActorMap, ctrlKey: boolean): WheelEvent => {
    const { left, top } = within(element, '.map').getBoundingClientRect();
    const event = new WheelEvent('wheel', { deltaY: -20, ctrlKey, clientX: left + 100, clientY: top + 100, bubbles: true, cancelable: true, composed: true });
    within(element, '.map').dispatchEvent(event);
    return event;
  };

  /** Firefox has no touches where there is no touch screen; WebKit has them and lets nobody make one. */
  const makesTouches = (): boolean => {
    try {
      return new TouchEvent('touchstart', { touches: [new Touch({ identifier: 0, target: document.body })] }).touches.length === 1;
    } catch {
      return false;
    }
  };

  it('a wheel alone is the page’s; with Ctrl it zooms about the pointer', async () => {
    const element = await onMap();
    const before = place(element);
    expect(wheel(element, false).defaultPrevented).to.equal(false);
    await frames();
    expect(place(element)).to.equal(before);
    expect(wheel(element, true).defaultPrevented).to.equal(true);
    await waitUntil(() => place(element) !== before, 'it zoomed');
    const [x, y, k] = place(element).match(/-?[\d.]+/g)!.map(Number);
    expect(k).to.be.greaterThan(1);
    // What was under the pointer is still there.
    for (const shift of [x!, y!]) expect((100 - shift) / k!).to.be.closeTo(100, 2);
  });

  it('two fingers zoom, one is the page’s', async function fingers() {
    if (!makesTouches()) this.skip();
    const element = await onMap();
    const map = within(element, '.map');
    const { left, top } = map.getBoundingClientRect();
    const touch = (type: string, spots: readonly (readonly [number, number])[]): TouchEvent => {
      const touches = spots.map(([x, y], identifier) => new Touch({ identifier, target: map, clientX: left + x, clientY: top + y }));
      const event = new TouchEvent(type, { touches: type === 'touchend' ? [] : touches, targetTouches: type === 'touchend' ? [] : touches, changedTouches: touches, bubbles: true, cancelable: true, composed: true });
      map.dispatchEvent(event);
      return event;
    };
    const before = place(element);
    touch('touchstart', [[100, 100]]);
    expect(touch('touchmove', [[100, 200]]).defaultPrevented).to.equal(false);
    touch('touchend', [[100, 200]]);
    await frames();
    expect(place(element)).to.equal(before);
    touch('touchstart', [[100, 100], [200, 100]]);
    expect(touch('touchmove', [[50, 100], [250, 100]]).defaultPrevented).to.equal(true);
    touch('touchend', [[50, 100], [250, 100]]);
    await waitUntil(() => place(element) !== before, 'it zoomed');
    expect(Number(/scale\(([\d.]+)\)/.exec(place(element))![1])).to.be.closeTo(2, 0.01);
    // The browser keeps what scrolls, and leaves pinching to the map.
    expect(getComputedStyle(map).touchAction).to.equal('pan-x pan-y');
  });
});
