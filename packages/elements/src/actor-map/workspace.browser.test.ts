import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbCommons } from '../commons/commons.ts';
import { arrives, invited, remark } from '../commons/test-support.ts';
import '../define/actor-map.ts';
import '../define/commons.ts';
import type { AsbActorMap } from './actor-map.ts';
import { accessible, button, demo, every, fill, press, sees, show, text, view, within } from './test-support.ts';

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

const [first, second] = demo().actors as unknown as [Named, Named];
type Named = Parameters<typeof arrives>[1] & { readonly name: string };

const map = (attributes: Readonly<Record<string, string>> = {}): AsbActorMap => {
  const element = document.createElement('asb-actor-map');
  for (const [name, value] of Object.entries({ lang: 'fr', ...attributes })) element.setAttribute(name, value);
  return element;
};

/** Opens an actor's card, once its comments are there. */
async function card(element: AsbActorMap, { name }: Named): Promise<void> {
  await sees(element, name);
  await press(element, name);
  await waitUntil(() => element.shadowRoot?.querySelector('[data-focus=actor]')?.textContent === name && !element.shadowRoot.querySelector('[aria-busy=true]'), 'the card is open', { timeout: 10_000 });
}

const heard = (element: AsbActorMap): string => within(element, '[role=status]').innerText;
const focused = (element: AsbActorMap): Element | null | undefined => element.shadowRoot?.activeElement;
const takers = (element: AsbActorMap): number => every(element, '[part=remarks] li button').length;

describe('<asb-actor-map>: what colleagues say of an actor', () => {
  it('whoever may only comment says it on the card and takes their own back; colleagues see both at once', async () => {
    const [one, other] = [map(), map()];
    const commons = await invited('comment', [one, other], { member: 'Médiathèque' });
    arrives(commons, first, second);
    for (const each of [one, other]) await card(each, first);
    await sees(one, 'Commentaires (0)');
    expect(text(one), 'it shows without being asked for').to.include('Aucun commentaire pour l’instant.');

    await press(one, 'Ajouter le commentaire');
    const field = within(one, '#remark-text');
    expect(focused(one)).to.equal(field);
    expect([field.ariaInvalid, within(one, `#${field.getAttribute('aria-describedby') ?? ''}`).innerText]).to.deep.equal(['true', 'Écrivez d’abord votre commentaire.']);
    expect(heard(one)).to.equal('Écrivez d’abord votre commentaire.');
    await accessible(one);
    await fill(one, '#remark-text', '<b>Ouvert</b> le samedi\u00a0?');
    expect(field.ariaInvalid).to.equal('false');

    await press(one, 'Ajouter le commentaire');
    for (const each of [one, other]) await sees(each, 'Commentaires (1)');
    expect(text(other)).to.include('– Médiathèque').and.to.include('<b>Ouvert</b> le samedi ?');
    expect([heard(one), field.value, focused(one)]).to.deep.equal(['Commentaire ajouté.', '', field]);
    expect(commons.workspace!.comments!.all('remark').map(({ about }) => about)).to.deep.equal([first.id]);

    arrives(commons, remark(1, first.id, 'Pas le dimanche.'), remark(2, second.id, 'Une autre fiche.'));
    for (const each of [one, other]) await sees(each, 'Commentaires (2)');
    expect(text(one)).to.include('Pas le dimanche.').and.not.to.include('Une autre fiche.');
    expect(takers(one), 'a colleague’s is not theirs to take back').to.equal(1);
    await accessible(one);

    await press(one, 'Retirer le commentaire « <b>Ouvert</b> le samedi ? »');
    for (const each of [one, other]) await sees(each, 'Commentaires (1)');
    expect(heard(one)).to.equal('Commentaire retiré.');
    expect(focused(one)).to.equal(within(one, '[part=remarks] > summary'));
  });

  it('what is half written stays, by actor: while a colleague’s comes, and while other cards are open', async () => {
    const one = map();
    const commons = await invited('edit', [one]);
    arrives(commons, first, second);
    await card(one, first);
    await press(one, 'Commentaires (0)');
    await fill(one, '#remark-text', 'À moitié écr');
    arrives(commons, remark(1, first.id, 'Pas le dimanche.'));
    await sees(one, 'Commentaires (1)');
    expect(within(one, '#remark-text').value).to.equal('À moitié écr');
    await card(one, second);
    expect(within(one, '#remark-text').value).to.equal('');
    await fill(one, '#remark-text', 'Sur l’autre');
    await press(one, 'Fermer');
    expect(every(one, '#remark-text')).to.deep.equal([]);
    for (const [actor, written] of [[first, 'À moitié écr'], [second, 'Sur l’autre']] as const) {
      await card(one, actor);
      expect(within(one, '#remark-text').value).to.equal(written);
      expect(within(one, '#remark-text').checkVisibility(), 'one sees where to go on').to.equal(true);
    }
  });

  it('editors add theirs, and take away any, whether the map can be edited or not', async () => {
    const one = map({ lang: 'en' });
    const commons = await invited('edit', [one], { lang: 'en' });
    arrives(commons, first, remark(1, first.id, 'Pas le dimanche.'));
    await card(one, first);
    await sees(one, 'Comments (1)');
    await fill(one, '#remark-text', 'Thank you.');
    await press(one, 'Add the comment');
    await sees(one, 'Comments (2)');
    await press(one, 'Remove the comment “Pas le dimanche.”');
    await sees(one, 'Comments (1)');
    expect(commons.workspace!.comments!.all('remark').map((each) => each.text)).to.deep.equal(['Thank you.']);
  });

  it('whoever only reads reads them; a map that stands alone has none', async () => {
    const one = map();
    const commons = await invited('read', [one]);
    arrives(commons, first, second, remark(1, first.id, 'Pas le dimanche.'));
    await card(one, first);
    await sees(one, 'Pas le dimanche.');
    expect([takers(one), every(one, '#remark-text').length]).to.deep.equal([0, 0]);
    await card(one, second);
    expect(text(one)).not.to.include('Commentaires');
    const alone = await show({ editable: '' }, { ...demo(), actors: demo().actors.slice(0, 1), places: [], links: [] });
    await card(alone, first);
    expect(text(alone)).not.to.include('Commentaires');
  });
});
