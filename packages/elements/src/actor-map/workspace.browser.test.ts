import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbCommons } from '../commons/commons.ts';
import '../define/actor-map.ts';
import '../define/commons.ts';
import type { AsbActorMap } from './actor-map.ts';
import { accessible, button, demo, every, fill, press, sees, text, view } from './test-support.ts';

let pages = 0;

/** Two maps in one workspace, as on two screens. */
async function two(attributes: Readonly<Record<string, string>> = {}, map: Readonly<Record<string, string>> = {}): Promise<{ commons: AsbCommons; one: AsbActorMap; other: AsbActorMap }> {
  pages += 1;
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': `actors-${String(Date.now())}-${String(pages)}`, ...attributes })) commons.setAttribute(name, value);
  const [one, other] = [document.createElement('asb-actor-map'), document.createElement('asb-actor-map')];
  for (const element of [one, other]) for (const [name, value] of Object.entries({ lang: 'fr', editable: '', ...map })) element.setAttribute(name, value);
  commons.append(one, other);
  await fixture(html`<div>${commons}</div>`);
  await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
  for (const element of [one, other]) await waitUntil(() => element.shadowRoot?.querySelector('[data-focus=title]') && !element.shadowRoot.querySelector('[aria-busy=true]'), 'it is ready', { timeout: 10_000 });
  return { commons, one, other };
}

const names = (element: AsbActorMap): readonly string[] => (element.value?.actors ?? []).map(({ name }) => name).sort();

async function add(element: AsbActorMap, name: string): Promise<void> {
  await press(element, 'Ajouter un acteur');
  await waitUntil(() => element.shadowRoot?.querySelector('#f-name'), 'the form is there', { timeout: 10_000 });
  await fill(element, '#f-name', name);
  await press(element, 'Enregistrer');
}

describe('<asb-actor-map> in a workspace', () => {
  it('what one adds, the other has; each keeps what the other did; the workspace takes back', async () => {
    const { commons, one, other } = await two();
    await add(one, 'Bibliothèque fictive');
    await sees(other, 'Bibliothèque fictive');
    await add(other, 'Opérateur fictif');
    await waitUntil(() => names(one).length === 2, 'the first follows');
    expect(text(one)).to.include('Dans l’espace de travail partagé');
    expect(commons.workspace!.all('actor').map(({ name }) => name).sort()).to.deep.equal(['Bibliothèque fictive', 'Opérateur fictif']);
    expect(every(one, '[data-focus=undo]'), 'an old copy of everything would undo the other’s').to.deep.equal([]);
    commons.workspace!.checkpoint();
    await press(one, 'Opérateur fictif');
    await press(one, 'Modifier');
    await fill(one, '#f-name', 'Opérateur renommé');
    await press(one, 'Enregistrer');
    await waitUntil(() => names(other).includes('Opérateur renommé'), 'the other follows');
    commons.workspace!.undo();
    await waitUntil(() => names(one).join() === 'Bibliothèque fictive,Opérateur fictif', 'one step back');
    await accessible(one);
  });

  it('a map of some communes leaves the others’ actors alone', async () => {
    const { commons, one } = await two({}, { communes: '59350' });
    const { actors } = demo();
    commons.workspace!.batch(() => { for (const actor of actors.slice(0, 20)) commons.workspace!.put(actor as never); });
    const there = actors.slice(0, 20).filter(({ commune }) => commune === '59350').length;
    await waitUntil(() => names(one).length === there, 'only Lille’s show');
    await add(one, 'Acteur sans commune');
    await waitUntil(() => commons.workspace!.all('actor').length === 21, 'nobody else’s went');
  });

  it('everything taken out comes back', async () => {
    const { commons, one, other } = await two();
    await add(one, 'Bibliothèque fictive');
    await view(one, 'Fichiers');
    await press(one, 'Tout effacer');
    expect(text(one)).to.include('pour tout le monde');
    await press(one, 'Oui, tout effacer');
    await sees(one, 'retirés de l’espace de travail');
    await waitUntil(() => names(other).length === 0, 'the other follows');
    commons.workspace!.undo();
    await waitUntil(() => names(one).join() === 'Bibliothèque fictive', 'it is back');
  });

  it('changes nothing where the workspace is read', async () => {
    const { one } = await two({ readonly: '' });
    expect(text(one)).not.to.include('Ajouter un acteur');
    expect(() => button(one, 'Ajouter un acteur')).to.throw('no button');
  });
});
