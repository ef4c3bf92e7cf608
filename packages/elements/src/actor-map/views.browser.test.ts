import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActorData } from '@assembleurs/commons/actors';
import '../define/actor-map.ts';
import { byForces, inRings } from './layout.ts';
import { loadNetworkLibraries } from './map-libraries.ts';
import { shapeOf } from './points.ts';
import { accessible, bound, button, demo, every, fill, press, sees, show, text, view, within } from './test-support.ts';
import { narrow } from '../internal/test-narrow.ts';

/** Two libraries, an operator that is linked to one of them. */
function small(): ActorData {
  const { actors, links } = demo();
  const [first, second] = actors.filter(({ kind }) => kind === 'bibliotheque');
  const operator = actors.find(({ kind }) => kind === 'operateur_mediation')!;
  const near = { ...operator, commune: '59350' };
  return { actors: [{ ...first!, commune: '59350', name: 'Bibliothèque A' }, { ...second!, commune: '59350', name: 'Bibliothèque B' }, near], places: [], links: [{ ...links[0]!, source: near.id, target: first!.id, status: 'existant', since: '2026-02' }] };
}

describe('<asb-actor-map>: matrix, network, meshing', () => {
  it('the matrix counts what the links say; an empty cell makes a link, and the coverage follows, and comes back', async () => {
    const element = await show({ view: 'matrix', editable: '' }, small());
    await sees(element, '1 bibliothèque liée sur 2');
    const empty = every(element, '.cell').find((cell) => cell.dataset['links'] === '0')!;
    expect(empty.getAttribute('aria-label')).to.include('Bibliothèque B');
    empty.click();
    await element.updateComplete;
    expect(within(element, '#f-other').value).to.equal(small().actors[2]!.name);
    await press(element, 'Enregistrer');
    await sees(element, '2 bibliothèques liées sur 2');
    await press(element, 'Annuler : lien');
    await sees(element, '1 bibliothèque liée sur 2');
  });

  it('the matrix is one tab stop, moved in with the arrows', async () => {
    const element = await show({ view: 'matrix' }, demo());
    const stops = every(element, '[part=matrix] tbody button').filter((cell) => cell.tabIndex === 0);
    expect(stops).to.have.length(1);
    stops[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    const cell = element.shadowRoot!.activeElement!.closest('td')!;
    expect([cell.cellIndex, (cell.parentElement as HTMLTableRowElement).sectionRowIndex]).to.deep.equal([2, 1]);
    await sendKeys({ press: 'Home' });
    expect(element.shadowRoot!.activeElement!.closest('th')).to.not.equal(null);
    const { links } = demo();
    const ids = new Set(every(element, '[part=matrix] [data-actor]').map(({ dataset }) => dataset['actor']));
    const operators = new Set(demo().actors.filter(({ kind }) => kind === 'operateur_mediation').map(({ id }) => id));
    const expected = links.filter(({ source, target }) => (ids.has(source) && operators.has(target)) || (ids.has(target) && operators.has(source))).length;
    expect(every(element, '.cell').reduce((sum, each) => sum + Number(each.dataset['links']), 0)).to.equal(expected);
  });

  it('the matrix counts what does not show, says so, and shows who has links first', async () => {
    const { actors } = demo();
    const library = actors.find(({ kind }) => kind === 'bibliotheque')!;
    const operator = actors.find(({ kind }) => kind === 'operateur_mediation')!;
    const operators = Array.from({ length: 61 }, (_, at) => ({ ...operator, id: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, name: `Opérateur fictif ${String(at + 1)}` }));
    const element = await show({ view: 'matrix' }, { actors: [library, ...operators], places: [], links: [{ ...demo().links[0]!, source: operators[60]!.id, target: library.id, status: 'existant' }] });
    await sees(element, '1 bibliothèque liée sur 1 : 100 %');
    expect(text(element)).to.include('21 opérateurs ne sont pas affichés');
    const columns = (): string[] => every(element, '[part=matrix] .column').map(({ innerText }) => innerText);
    expect([columns().length, columns()[0]]).to.deep.equal([40, 'Opérateur fictif 61']);
    await accessible(element);
    await press(element, 'Afficher 21 opérateurs de plus');
    await waitUntil(() => columns().length === 61 && element.shadowRoot!.activeElement?.classList.contains('cell'), 'all show, and the focus is on the first of them', { timeout: 5000 });
    expect(text(element)).not.to.include('affichés');
    expect(new Set(columns()).size).to.equal(61);
  });

  it('filters narrow both sides of the matrix; an operator of elsewhere that works with a library stays; a side that they leave empty stays whole', async () => {
    const element = await show({ view: 'matrix' }, demo());
    const rows = (): string[] => every(element, '[part=matrix] .name').map(({ innerText }) => innerText);
    const columns = (): string[] => every(element, '[part=matrix] .column').map(({ innerText }) => innerText);
    const [libraries, operators] = [rows().length, columns()];
    await fill(element, '#words', operators[1]!);
    await waitUntil(() => columns().length === 1, 'one operator', { timeout: 5000 });
    expect([columns(), rows().length]).to.deep.equal([[operators[1]], libraries]);
    const { actors, links } = demo();
    const seat = (id: string): string | undefined => actors.find((each) => each.id === id)?.commune;
    const far = links.find(({ source, target, status }) => status === 'existant' && actors.find(({ id }) => id === source)?.kind === 'operateur_mediation' && actors.find(({ id }) => id === target)?.kind === 'bibliotheque' && seat(source) !== seat(target))!;
    await fill(element, '#words', '');
    element.commune = seat(far.target)!;
    await waitUntil(() => rows().length < libraries, 'fewer libraries', { timeout: 5000 });
    expect(rows()).to.include(actors.find(({ id }) => id === far.target)!.name);
    expect(columns()).to.include(actors.find(({ id }) => id === far.source)!.name);
    expect(every(element, '[part=matrix] tbody button').filter(({ tabIndex }) => tabIndex === 0), 'one tab stop').to.have.length(1);
  });

  it('filters, another layout and a newcomer taken back move nobody of the network', async () => {
    const element = await show({ view: 'network', editable: '' }, demo());
    const where = (): Record<string, string> => Object.fromEntries(every(element, '.network .node').map((node) => [node.querySelector('title')!.textContent, node.getAttribute('transform') ?? '']));
    await waitUntil(() => every(element, '.network .node').length > 0, 'it is drawn');
    const before = where();
    element.kind = 'bibliotheque,operateur_mediation';
    await waitUntil(() => Object.keys(where()).length < Object.keys(before).length, 'fewer show', { timeout: 5000 });
    element.kind = '';
    await waitUntil(() => Object.keys(where()).length === Object.keys(before).length, 'all show', { timeout: 5000 });
    expect(where()).to.deep.equal(before);
    const radios = (): HTMLInputElement[] => every(element, 'input[name=layout]') as HTMLInputElement[];
    radios()[1]!.click();
    await waitUntil(() => JSON.stringify(where()) !== JSON.stringify(before), 'rings show', { timeout: 5000 });
    const rings = where();
    radios()[0]!.click();
    await waitUntil(() => JSON.stringify(where()) === JSON.stringify(before), 'as before', { timeout: 5000 });
    radios()[1]!.click();
    await waitUntil(() => JSON.stringify(where()) === JSON.stringify(rings), 'the same rings', { timeout: 5000 });
    radios()[0]!.click();
    await element.updateComplete;
    const linked = new Set(demo().links.flatMap(({ source, target }) => [source, target]));
    const alone = demo().actors.find(({ id, name }) => !linked.has(id) && demo().actors.filter((other) => other.name.includes(name)).length === 1)!;
    every(element, '.bonds [data-actor]')[0]!.click();
    await sees(element, 'Ajouter un lien');
    await press(element, 'Ajouter un lien');
    await waitUntil(() => element.shadowRoot!.querySelector('#f-other'));
    await fill(element, '#f-other', alone.name);
    await press(element, 'Enregistrer');
    await waitUntil(() => alone.name in where(), 'the newcomer is drawn', { timeout: 5000 });
    every(element, '[data-focus=undo]')[0]!.click();
    await press(element, 'Fermer');
    await waitUntil(() => JSON.stringify(where()) === JSON.stringify(before), 'as before', { timeout: 5000 });
  });

  it('500 actors and 1,500 links: each link ends at its two actors, no name covers another, zooming shows more of them', async () => {
    const data = bound(500, 1500);
    const element = await show({ view: 'network' }, data);
    await waitUntil(() => every(element, '.network .node').length > 0, 'it is drawn', { timeout: 10_000 });
    const spots = new Map(every(element, '.network .node').map((node) => [node.querySelector('title')!.textContent, /translate\((\S+) (\S+)\)/.exec(node.getAttribute('transform')!)!.slice(1).join()]));
    expect([spots.size, new Set(spots.values()).size > 490]).to.deep.equal([500, true]);
    const name = new Map(data.actors.map((actor) => [actor.id, actor.name]));
    const line = (each: Element): string => `${each.getAttribute('x1')!},${each.getAttribute('y1')!} ${each.getAttribute('x2')!},${each.getAttribute('y2')!}`;
    expect(every(element, '.network .bond').map(line).sort()).to.deep.equal(data.links.map(({ source, target }) => `${spots.get(name.get(source)!)!} ${spots.get(name.get(target)!)!}`).sort());
    const frame = within(element, '.network').getBoundingClientRect();
    for (const node of every(element, '.network .node')) expect(node.getBoundingClientRect().left).to.be.at.least(frame.left);
    const names = (): DOMRect[] => [...within(element, '.network').querySelectorAll<SVGTextElement>('text')].map((each) => each.getBBox());
    const shown = names().length;
    expect(shown).to.be.greaterThan(0);
    names().forEach((one, at) => { for (const two of names().slice(at + 1)) expect(one.x + one.width <= two.x || two.x + two.width <= one.x || Math.abs(one.y - two.y) > 14).to.equal(true); });
    for (let times = 0; times < 4; times += 1) button(element, 'Zoomer').click();
    const inSight = every(element, '.network .node').filter((node) => node.getBoundingClientRect().left > frame.left && node.getBoundingClientRect().right < frame.right && node.getBoundingClientRect().top > frame.top && node.getBoundingClientRect().bottom < frame.bottom).length;
    expect(names().length / inSight).to.be.greaterThan(shown / 500);
    await press(element, 'Tout voir');
    expect(names().length).to.equal(shown);
  });

  it('the network and its list hold the same actors and links; rings too; a node opens its card', async () => {
    const element = await show({ view: 'network' }, demo());
    await waitUntil(() => every(element, '.network .node').length > 0, 'it is drawn');
    const drawn = every(element, '.network .node').length;
    expect(every(element, '.bonds li')).to.have.length(drawn);
    expect(every(element, '.network .bond')).to.have.length(demo().links.length);
    const where = (): string[] => [...element.shadowRoot!.querySelectorAll('.network .node')].map((node) => node.getAttribute('transform') ?? '');
    const forces = where();
    for (const label of every(element, 'label.value')) if (label.innerText.includes('anneaux')) label.click();
    await waitUntil(() => where().join() !== forces.join(), 'rings show');
    expect(every(element, '.network .node')).to.have.length(drawn);
    element.shadowRoot!.querySelector('.network .node')!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitUntil(() => element.shadowRoot!.querySelector('[part=actor]'));
    await accessible(element);
  });

  it('the same actors and links stand at the same spots each time, and apart from each other; a newcomer moves nobody', async () => {
    const { actors, links } = demo();
    const nodes = actors.map(({ id, kind }) => ({ id, shape: shapeOf(kind) }));
    const libraries = await loadNetworkLibraries();
    const [once, twice, rings] = [byForces(libraries, nodes, links), byForces(libraries, nodes, links), inRings(nodes)];
    expect([...once]).to.deep.equal([...twice]);
    expect([once.size, rings.size]).to.deep.equal([actors.length, actors.length]);
    const some = nodes.slice(0, 300);
    const ids = new Set(some.map(({ id }) => id));
    const known = byForces(libraries, some, links.filter(({ source, target }) => ids.has(source) && ids.has(target)));
    const all = byForces(libraries, nodes, links, known);
    expect([...known].every(([id, spot]) => String(all.get(id)) === String(spot))).to.equal(true);
    for (const spots of [once, rings, all]) expect(new Set([...spots.values()].map(String)).size).to.equal(actors.length);
  });

  it('each number has the list behind it; a proposal that is accepted becomes a wished-for link', async () => {
    const element = await show({ view: 'meshing', editable: '' }, small());
    await sees(element, '50 %');
    expect(text(element)).to.include('1 sur 2').and.to.include('1 lien à proposer');
    await accessible(element);
    button(element, 'Accepter comme lien souhaité').click();
    await sees(element, '0 lien à proposer');
    const link = element.value!.links.at(-1)!;
    expect([link.status, link.target]).to.deep.equal(['souhaite', small().actors[1]!.id]);
    expect(text(element)).to.include('50 %'); // a wish binds nobody
    await fill(element, '#since', '2026-03-01');
    expect(every(element, '[part=indicator]').at(-1)!.innerText).to.match(/choisie\s+0/);
    await press(element, 'Annuler : lien souhaité');
    await sees(element, '1 lien à proposer');
  });

  it('all views are accessible, and at 360 px nothing is cut', async () => {
    const element = await show({ editable: '' }, demo());
    narrow(element);
    for (const each of ['Matrice', 'Réseau', 'Maillage']) {
      await view(element, each);
      await accessible(element);
      expect(element.scrollWidth, each).to.be.at.most(360);
    }
  });
});
