import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActorData } from '@assembleurs/commons/actors';
import '../define/actor-map.ts';
import { byForces, inRings } from './layout.ts';
import { shapeOf } from './points.ts';
import { accessible, button, demo, every, fill, press, sees, show, text, view, within } from './test-support.ts';
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

  it('the network and its list hold the same actors and links; rings too; a node opens its card', async () => {
    const element = await show({ view: 'network' }, demo());
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

  it('the same actors and links stand at the same spots each time, and apart from each other', () => {
    const { actors, links } = demo();
    const nodes = actors.map(({ id, kind }) => ({ id, shape: shapeOf(kind) }));
    const [once, twice, rings] = [byForces(nodes, links), byForces(nodes, links), inRings(nodes)];
    expect([...once]).to.deep.equal([...twice]);
    expect([once.size, rings.size]).to.deep.equal([actors.length, actors.length]);
    for (const spots of [once, rings]) expect(new Set([...spots.values()].map(String)).size).to.equal(actors.length);
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
