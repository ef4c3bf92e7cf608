import { expect, waitUntil } from '@open-wc/testing';
import '../define/actor-map.ts';
import type { AsbActorMap } from './actor-map.ts';
import { button, demo, every, fill, press, sees, show, text, tick, view, within } from './test-support.ts';

const shown = (element: AsbActorMap): number => Number(/(\d+) acteurs? sur/.exec(text(element))?.[1] ?? NaN);

describe('<asb-actor-map>: where a person stands, in attributes', () => {
  it('shows what the page asks for, and what it asks for later, as one who chooses would', async () => {
    const data = demo();
    const one = data.actors.find(({ kind, commune }) => kind === 'bibliotheque' && commune !== '59350')!;
    const element = await show({ kind: 'bibliotheque, ccas', commune: `59350,${one.commune!}`, linking: 'linked,unlinked', actor: one.id }, data);
    const kept = (kinds: readonly string[]): number => data.actors.filter(({ kind, commune }) => kinds.includes(kind) && (commune === '59350' || commune === one.commune)).length;
    await sees(element, `${String(kept(['bibliotheque', 'ccas']))} acteurs sur 365`);
    expect(within(element, '[data-focus=actor]').innerText).to.equal(one.name);
    const heard: unknown[] = [];
    element.addEventListener('asb-view', () => { heard.push(element.view); });
    element.kind = 'bibliotheque';
    await waitUntil(() => shown(element) === kept(['bibliotheque']), 'it follows');
    element.setAttribute('search', 'zzzz');
    await sees(element, 'Aucun acteur ne correspond');
    element.removeAttribute('search');
    element.removeAttribute('actor');
    element.setAttribute('view', 'matrix');
    await sees(element, 'Bibliothèques et opérateurs de médiation');
    expect(every(element, '[data-focus=actor]')).to.deep.equal([]);
    expect(heard, 'nobody moved but the page').to.deep.equal([]);
  });

  it('says what the person does, each thing in its attribute', async () => {
    const element = await show({}, demo());
    const attributes = (): string[] => element.getAttributeNames().filter((name) => !['lang', 'storage-key'].includes(name)).map((name) => `${name}=${element.getAttribute(name) ?? ''}`);
    expect(attributes()).to.deep.equal([]);
    await press(element, 'Type');
    await tick(element, 'Bibliothèque');
    await fill(element, '#words', 'fictive');
    await view(element, 'Matrice');
    expect(attributes().sort()).to.deep.equal(['kind=bibliotheque', 'search=fictive', 'view=matrix']);
    await press(element, 'Retirer le filtre « Bibliothèque');
    await fill(element, '#words', '');
    await view(element, 'Liste');
    expect(attributes()).to.deep.equal(['view=list']);
    within(element, '.list .name').click();
    await element.updateComplete;
    expect(element.value!.actors.map(({ id }) => id)).to.include(element.actor);
    await press(element, 'Fermer');
    expect(element.hasAttribute('actor')).to.equal(false);
  });

  it('values with commas of their own stand between semicolons, and come back', async () => {
    const { actors } = demo();
    const data = { actors: [{ ...actors[0]!, publics: ['Jeunes, 16 à 25 ans'] }, { ...actors[1]!, publics: ['Seniors'] }, actors[2]!], places: [], links: [] };
    const element = await show({}, data);
    await press(element, 'Public');
    await tick(element, 'Jeunes, 16 à 25 ans');
    expect(element.audience).to.equal('Jeunes, 16 à 25 ans;');
    const other = await show({ audience: element.audience }, data);
    await sees(other, '1 acteur sur 3');
    other.audience = 'Jeunes, 16 à 25 ans;Seniors;';
    await sees(other, '2 acteurs sur 3');
  });

  it('an unknown value is passed over and said once; an actor that comes later opens then', async () => {
    const { actors } = demo();
    const said: string[] = [];
    const { warn } = console;
    console.warn = (message: string): void => { said.push(message); };
    try {
      const element = await show({ kind: 'bibliotheque,cube', actor: actors[3]!.id, editable: '' });
      element.value = demo();
      await waitUntil(() => every(element, '[data-focus=actor]').length === 1, 'its card opens');
      element.requestUpdate();
      await element.updateComplete;
      expect(shown(element)).to.equal(actors.filter(({ kind }) => kind === 'bibliotheque').length);
    } finally {
      console.warn = warn;
    }
    expect(said.filter((each) => each.includes('cube'))).to.have.length(1);
  });

  it('the address wins over the page’s first state, and leaves it when it says nothing', async () => {
    const before = location.href;
    try {
      const page = { 'kind': 'ccas', 'view': 'matrix', 'url-state': 'moves' };
      history.replaceState(null, '', '?moves.q=fictive');
      const asked = await show(page, demo());
      expect([asked.view, asked.kind, asked.search]).to.deep.equal(['matrix', '', 'fictive']);
      history.replaceState(null, '', location.pathname);
      const first = await show(page, demo());
      expect([first.view, first.kind]).to.deep.equal(['matrix', 'ccas']);
      await view(first, 'Liste');
      expect(new URLSearchParams(location.search).get('moves.view')).to.equal('list');
      await view(first, 'Matrice');
      expect(new URLSearchParams(location.search).get('moves.view'), 'the page’s own view is not said').to.equal(null);
    } finally {
      history.replaceState(null, '', before);
    }
  });
});

describe('<asb-actor-map>: the national map’s territories', () => {
  const [north, aisne, corsica, island] = [['59350', 'Lille'], ['02691', 'Saint-Quentin'], ['2A004', 'Ajaccio'], ['97411', 'Saint-Denis']].map(([commune, name], at) => ({ ...demo().actors[at]!, name: name!, commune: commune! })) as never[] as [never, never, never, never];
  const data = { actors: [north, aisne, corsica, island], places: [], links: [] };
  for (const [type, codes, names] of [
    ['departements', '59', 'Lille'], ['departements', '2a, 974', 'Ajaccio Saint-Denis'], ['departements', '2', 'Saint-Quentin'], ['regions', '32', 'Lille Saint-Quentin'], ['regions', '94,4', 'Ajaccio Saint-Denis'],
    ['communes', '59350', 'Lille'], ['epci', '200093201', 'Lille'], ['regions', '99', 'Lille Saint-Quentin Ajaccio Saint-Denis'], ['planetes', '3', 'Lille Saint-Quentin Ajaccio Saint-Denis'],
  ] as const) {
    it(`${type} ${codes}: ${names}`, async () => {
      const element = await show({ 'territoire-type': type, 'territoires': codes }, data);
      expect(element.value!.actors.map(({ name }) => name).join(' ')).to.equal(names);
      expect(button(element, 'Liste').innerText).to.equal('Liste');
    });
  }
});
