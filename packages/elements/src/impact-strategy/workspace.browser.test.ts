import { newAction } from '@assembleurs/commons/plan';
import { newNode, newStakeholder, type Strategy } from '@assembleurs/commons/strategy';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbActionPlan } from '../action-plan/action-plan.ts';
import { sees as planSees } from '../action-plan/test-support.ts';
import type { AsbCommons } from '../commons/commons.ts';
import { action, arrives, invited, remark } from '../commons/test-support.ts';
import '../define/action-plan.ts';
import '../define/commons.ts';
import '../define/impact-strategy.ts';
import type { AsbImpactStrategy } from './impact-strategy.ts';
import { accessible, fill, fitsNarrow, press, programme, ready, sees, text, within } from './test-support.ts';

let pages = 0;

async function together(elements: readonly HTMLElement[], attributes: Readonly<Record<string, string>> = {}): Promise<AsbCommons> {
  pages += 1;
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': `strategy-${String(Date.now())}-${String(pages)}`, ...attributes })) commons.setAttribute(name, value);
  commons.append(...elements);
  await fixture(html`<div>${commons}</div>`);
  await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
  return commons;
}

const strategy = (template = ''): AsbImpactStrategy => Object.assign(document.createElement('asb-impact-strategy'), { lang: 'fr', template });
const texts = ({ nodes }: Strategy): readonly string[] => nodes.map((node) => node.text).sort();

describe('<asb-impact-strategy> in a workspace', () => {
  it('three people change the strategy at once: all is there, for all', async () => {
    const [one, two, third] = [strategy(), strategy(), strategy()];
    await together([one, two, third]);
    for (const each of [one, two, third]) await ready(each);
    await press(one, 'Partir du modèle du programme');
    for (const each of [one, two, third]) await sees(each, 'Sensibiliser les élus');
    const before = one.value.nodes.length;
    await fill(two, within(two, '.name input'), 'Notre cap');
    within(third, '[role=treeitem]').focus();
    await third.updateComplete;
    third.view = 'stakeholders';
    await sees(third, 'Les commanditaires');
    await press(one, 'Retirer');
    await waitUntil(() => two.value.nodes.length < before, 'what one took away is gone for two', { timeout: 10_000 });
    for (const each of [one, two, third]) {
      await waitUntil(() => each.value.name === 'Notre cap', 'the name is there', { timeout: 10_000 });
      expect(texts(each.value)).to.deep.equal(texts(one.value));
    }
    await press(one, 'Annuler');
    await waitUntil(() => two.value.nodes.length === before, 'one’s undo brings it back for two', { timeout: 10_000 });
    expect(two.value.name).to.equal('Notre cap');
    expect(text(one)).to.include('Dans l’espace de travail partagé');
    await accessible(one);
  });

  it('two people who begin from one template have it once', async () => {
    const [one, two] = [strategy('programme'), strategy('programme')];
    const commons = await together([one, two]);
    for (const each of [one, two]) await sees(each, 'Sensibiliser les élus');
    await fill(one, within(one, '.name input'), 'Un');
    await fill(two, within(two, '.name input'), 'Deux');
    await waitUntil(() => one.value.name === 'Deux', 'both see the last one', { timeout: 10_000 });
    expect(commons.workspace!.all('strategy-node').length).to.equal(programme().nodes.length);
    expect(texts(one.value)).to.deep.equal(texts(programme()));
  });

  it('makes of an obstacle an action of the plan, which keeps the link and answers it', async () => {
    const plan: AsbActionPlan = Object.assign(document.createElement('asb-action-plan'), { lang: 'fr' });
    const one = strategy('programme');
    one.view = 'theory';
    const commons = await together([one, plan]);
    await sees(one, '6 obstacles sans réponse sur 6');
    await fill(one, within(one, '.name input'), 'Notre cap'); // the template becomes the workspace's own
    await press(one, 'Répondre à : Un manque de budget');
    await sees(one, 'Créer l’action dans le plan');
    await press(one, 'Créer l’action dans le plan');
    await planSees(plan, 'Lever l’obstacle : Un manque de budget');
    const obstacle = one.value.nodes.find((node) => node.text === 'Un manque de budget')!;
    expect(commons.workspace!.all('action')[0]!.derivedFrom).to.deep.equal([obstacle.id]);
    await press(one, 'Retour');
    await sees(one, '5 obstacles sans réponse sur 6');
    commons.workspace!.put(newAction({ id: commons.workspace!.all('action')[0]!.id, title: 'Chercher un financement', derivedFrom: [obstacle.id] }));
    await sees(one, 'réponse : Chercher un financement');
  });
});

const objective = newNode({ id: action(1).id, kind: 'objective', text: 'Des habitants plus autonomes' });
const person = newStakeholder({ id: action(2).id, role: 'design', name: 'Conseil des aînés' });

async function write(element: AsbImpactStrategy, value: string): Promise<void> {
  const field = within(element, '#remark-text') as HTMLTextAreaElement;
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
}

const written = (element: AsbImpactStrategy): string => (within(element, '#remark-text') as HTMLTextAreaElement).value;
const heard = (element: AsbImpactStrategy): string => within(element, '[role=status]').innerText;
const focused = (element: AsbImpactStrategy): Element | null | undefined => element.shadowRoot?.activeElement;

describe('<asb-impact-strategy>: what colleagues say of an item', () => {
  it('whoever may only comment opens an item of the map, says it there and takes their own back; colleagues see both at once', async () => {
    const [one, other] = [strategy(), strategy()];
    const commons = await invited('comment', [one, other], { member: 'Médiathèque' });
    arrives(commons, objective, person);
    for (const each of [one, other]) {
      await sees(each, 'Des habitants plus autonomes');
      await press(each, 'Détails');
      await sees(each, 'Commentaires (0)');
    }

    await press(one, 'Ajouter le commentaire');
    const field = within(one, '#remark-text');
    expect(focused(one)).to.equal(field);
    expect([field.ariaInvalid, within(one, `#${field.getAttribute('aria-describedby') ?? ''}`).innerText]).to.deep.equal(['true', 'Écrivez d’abord votre commentaire.']);
    expect(heard(one)).to.equal('Écrivez d’abord votre commentaire.');
    await accessible(one);
    await write(one, '<b>Lesquels</b>\u00a0?');
    expect(field.ariaInvalid).to.equal('false');

    await press(one, 'Ajouter le commentaire');
    for (const each of [one, other]) await sees(each, 'Commentaires (1)');
    expect(text(other)).to.include('– Médiathèque').and.to.include('<b>Lesquels</b> ?');
    expect([heard(one), written(one), focused(one)]).to.deep.equal(['Commentaire ajouté.', '', field]);
    expect(commons.workspace!.comments!.all('remark').map(({ about }) => about)).to.deep.equal([objective.id]);

    arrives(commons, remark(3, objective.id, 'Oui.'), remark(4, person.id, 'Une autre fiche.'));
    for (const each of [one, other]) await sees(each, 'Commentaires (2)');
    expect(text(one)).to.include('Oui.').and.not.to.include('Une autre fiche.');
    expect(one.shadowRoot!.querySelectorAll('[part=remarks] li button'), 'a colleague’s is not theirs to take back').to.have.length(1);

    await press(one, 'Retirer le commentaire « <b>Lesquels</b> ? »');
    for (const each of [one, other]) await sees(each, 'Commentaires (1)');
    expect([heard(one), focused(one)]).to.deep.equal(['Commentaire retiré.', within(one, '#remarks')]);
    await accessible(one);
    await fitsNarrow(one);
  });

  it('readers open items by the keyboard, and stakeholders by their name', async () => {
    const one = strategy();
    const commons = await invited('read', [one]);
    arrives(commons, objective, person, remark(3, objective.id, 'Oui.'), remark(4, person.id, 'Deux fois par an.'));
    await sees(one, 'Des habitants plus autonomes');
    within(one, '[role=treeitem]').focus();
    within(one, '[role=treeitem]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await sees(one, 'Oui.');
    expect(() => within(one, '#remark-text')).to.throw('nothing matches');
    await press(one, 'Retour');
    await waitUntil(() => focused(one) === within(one, '[role=treeitem]'), 'the focus comes back');
    await press(one, 'Parties prenantes');
    await sees(one, 'Conseil des aînés');
    await accessible(one);
    await press(one, 'Détails : Conseil des aînés');
    await sees(one, 'Deux fois par an.');
    await accessible(one);
  });

  it('what is half written stays, by item: while a colleague’s comes, at undo, and while others are open', async () => {
    const one = strategy();
    const commons = await invited('edit', [one]);
    arrives(commons, objective, person);
    await sees(one, 'Des habitants plus autonomes');
    await press(one, 'Détails');
    await sees(one, 'Commentaires (0)');
    await write(one, 'À moitié écr');
    arrives(commons, remark(3, objective.id, 'Oui.'));
    await sees(one, 'Commentaires (1)');
    commons.workspace!.put({ ...objective, note: 'Noté.' });
    await one.updateComplete;
    await press(one, 'Annuler');
    expect(written(one)).to.equal('À moitié écr');
    await press(one, 'Parties prenantes');
    await press(one, 'Modifier : Conseil des aînés');
    await sees(one, 'Commentaires (0)');
    expect(written(one)).to.equal('');
    await press(one, 'Carte d’impact');
    await press(one, 'Détails');
    await sees(one, 'Commentaires (1)');
    expect(written(one)).to.equal('À moitié écr');
    await press(one, 'Retirer le commentaire « Oui. »');
    await sees(one, 'Commentaires (0)');
    expect(commons.workspace!.comments!.all('remark')).to.deep.equal([]);
  });

  it('a comment that comes leaves the template, which is in nobody’s workspace yet, on the screen', async () => {
    const one = strategy('programme');
    const commons = await invited('comment', [one]);
    await sees(one, 'Sensibiliser les élus');
    const drawn = one.updateComplete;
    arrives(commons, remark(3, objective.id, 'Oui.'));
    await drawn;
    await one.updateComplete;
    expect(texts(one.value)).to.deep.equal(texts(programme()));
    await press(one, 'Détails');
    expect(text(one), 'what is not in the workspace cannot be spoken of there').not.to.include('Commentaires');
  });
});
