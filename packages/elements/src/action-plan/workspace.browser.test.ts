import { exampleGrid } from '@assembleurs/commons/content/example-grid';
import { newAction } from '@assembleurs/commons/plan';
import { newNode } from '@assembleurs/commons/strategy';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbCommons } from '../commons/commons.ts';
import { arrives, invited, remark } from '../commons/test-support.ts';
import '../define/action-plan.ts';
import '../define/commons.ts';
import '../define/self-assessment.ts';
import { button as buttonOf, choose, fill as fillIn, sees as seesIn, step } from '../self-assessment/test-support.ts';
import type { AsbActionPlan } from './action-plan.ts';
import { accessible, button, field, fill, id, press, ready, samplePlan, saved, sees, text } from './test-support.ts';

let pages = 0;

/** Elements in one workspace, as on several screens. */
async function together(elements: readonly HTMLElement[], attributes: Readonly<Record<string, string>> = {}): Promise<AsbCommons> {
  pages += 1;
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': `plan-${String(Date.now())}-${String(pages)}`, ...attributes })) commons.setAttribute(name, value);
  commons.append(...elements);
  await fixture(html`<div>${commons}</div>`);
  await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
  return commons;
}

const plan = (): AsbActionPlan => Object.assign(document.createElement('asb-action-plan'), { lang: 'fr' });
const titles = (element: AsbActionPlan): readonly string[] => element.value.actions.map(({ title }) => title);

async function three(attributes: Readonly<Record<string, string>> = {}): Promise<{ commons: AsbCommons; one: AsbActionPlan; two: AsbActionPlan; third: AsbActionPlan }> {
  const [one, two, third] = [plan(), plan(), plan()];
  const commons = await together([one, two, third], attributes);
  for (const each of [one, two, third]) await ready(each);
  return { commons, one, two, third };
}

/** Opens an action and types in one of its fields. */
async function change(element: AsbActionPlan, title: string, label: string, value: string): Promise<void> {
  await press(element, `Ouvrir la fiche : ${title}`);
  await waitUntil(() => { try { return field(element, label); } catch { return false; } }, 'the action is open', { timeout: 10_000 });
  await fill(element, field(element, label), value);
}

describe('<asb-action-plan> in a workspace', () => {
  it('ties an action to the strategy and to actors of the map, and tells where it comes from', async () => {
    const { commons, one } = await three();
    const { workspace } = commons;
    workspace!.put(newNode({ id: id(50), kind: 'obstacle', text: 'Un manque de budget' }));
    workspace!.put({ id: id(51), type: 'actor', version: 1, derivedFrom: [], name: 'Centre social des Moulins', kind: 'centre_social' });
    workspace!.put(newAction({ id: id(1), title: 'Chercher un financement' }));
    await sees(one, 'Chercher un financement');
    await press(one, 'Ouvrir la fiche : Chercher un financement');
    await sees(one, 'Relier à la stratégie');
    await fill(one, field(one, 'Relier à la stratégie'), id(50));
    await sees(one, 'D’où elle vient');
    expect(text(one)).to.match(/Obstacle\s+Un manque de budget/);
    expect(one.value.actions[0]!.derivedFrom).to.deep.equal([id(50)]);
    await accessible(one);
    expect(workspace!.all('actor').length).to.equal(1);
    await fill(one, field(one, 'Ajouter un partenaire de la carte des acteurs'), 'Centre social des Moulins');
    expect(one.value.actions[0]!.partners).to.deep.equal(['Centre social des Moulins']);
    await press(one, 'Retirer : Un manque de budget');
    expect(one.value.actions[0]!.derivedFrom).to.deep.equal([]);
  });

  it('says who changed what, and when, to colleagues and in no public file', async () => {
    const { commons, one, two } = await three({ member: 'Accueil du CCAS' });
    commons.workspace!.put(newAction({ id: id(1), title: 'Réunir les acteurs' }));
    await sees(one, 'Réunir les acteurs');
    await change(one, 'Réunir les acteurs', 'Fin', '2027-03-31');
    await press(two, 'Ouvrir la fiche : Réunir les acteurs');
    await waitUntil(() => two.shadowRoot?.querySelector('.sheet') !== null, 'the action is open', { timeout: 10_000 });
    for (const details of two.shadowRoot!.querySelectorAll('details')) details.open = true;
    await sees(two, 'Accueil du CCAS');
    expect(two.value.history.map(({ field: what, by }) => [what, by])).to.deep.include(['end', 'Accueil du CCAS']);
    expect(field(two, 'Votre fonction (jamais un nom)').value).to.equal('Accueil du CCAS');
    const open = await saved(() => two.download('json', { publicOnly: true }));
    expect(await open.blob.text()).not.to.include('Accueil du CCAS');
  });

  it('three people change one action at once: all is there, for all; one’s undo takes back one’s own last change', async () => {
    const { commons, one, two, third } = await three();
    commons.workspace!.put(newAction({ id: id(1), title: 'Réunir les acteurs' }));
    for (const each of [one, two, third]) await sees(each, 'Réunir les acteurs');
    await change(one, 'Réunir les acteurs', 'Contexte', 'Silos entre services.');
    await change(two, 'Réunir les acteurs', 'Fin', '2027-03-31');
    commons.workspace!.checkpoint();
    await change(third, 'Réunir les acteurs', 'Notes', 'Salle réservée.');
    for (const each of [one, two, third]) await waitUntil(() => each.value.actions[0]?.notes === 'Salle réservée.', 'all have all');
    const [action] = one.value.actions;
    expect([action!.context, action!.end, action!.notes]).to.deep.equal(['Silos entre services.', '2027-03-31', 'Salle réservée.']);
    expect(text(one)).to.include('Dans l’espace de travail partagé');
    await press(third, 'Annuler');
    await waitUntil(() => one.value.actions[0]?.notes === '', 'the last change is taken back');
    expect(two.value.actions[0]!.context).to.equal('Silos entre services.');
    await accessible(one);
  });

  it('axes, order, committees and history travel with the plan', async () => {
    const { commons, one, two } = await three();
    one.value = samplePlan();
    await waitUntil(() => two.value.actions.length === 3, 'the other has it');
    expect([titles(two), two.value.axes.map(({ name }) => name), two.value.pivot?.label]).to.deep.equal([titles(one), ['Animer le réseau', 'Équiper'], 'Atelier']);
    expect(commons.workspace!.all('action')).to.have.length(3);
    await change(two, 'Prêter des ordinateurs', 'Titre', 'Prêter du matériel');
    await waitUntil(() => one.value.history.length > 0, 'the change is in the history of both');
    expect(one.value.history.at(-1)).to.include({ field: 'title', to: 'Prêter du matériel' });
    expect(titles(one)).to.deep.equal(titles(two));
  });

  it('takes the recommendations that the self-assessment beside it keeps', async () => {
    const assessment = Object.assign(document.createElement('asb-self-assessment'), { grid: exampleGrid, lang: 'fr' });
    const element = plan();
    await together([assessment, element]);
    await seesIn(assessment, 'Préparer');
    await ready(element);
    await fillIn(assessment, '#territory', 'Lille');
    await step(assessment, 'Répondre');
    await choose(assessment, 'c-elu', 1);
    await step(assessment, 'Préconisations');
    buttonOf(assessment, 'Retenir').click();
    await assessment.updateComplete;
    buttonOf(assessment, 'Faire 1 action').click();
    await sees(element, 'Faire designer_elu');
    expect(element.value.actions[0]!.derivedFrom).to.deep.equal([assessment.value!.id]);
  });

  it('a removed action comes back by undo, with its parts', async () => {
    const { one, two } = await three();
    one.value = samplePlan();
    await waitUntil(() => two.value.actions.length === 3);
    await press(two, 'Ouvrir la fiche : Réunir les acteurs');
    await sees(two, 'Retirer cette action');
    await press(two, 'Retirer cette action');
    await waitUntil(() => one.value.actions.length === 1, 'gone for all');
    await press(two, 'Annuler');
    await waitUntil(() => one.value.actions.length === 3, 'back for all');
  });

  it('whoever may only comment says it beside the action, editors in it; both read both, and the field is empty again', async () => {
    const one = plan();
    const commons = await invited('comment', [one]);
    arrives(commons, newAction({ id: id(1), title: 'Ouvrir le samedi', comments: [{ id: 'c1', day: '2026-11-20', by: 'CCAS', text: 'À chiffrer.' }] }));
    await sees(one, 'Ouvrir le samedi');
    await press(one, 'Ouvrir le samedi');
    await sees(one, 'Commentaires (1)');
    await press(one, 'Ajouter le commentaire');
    await sees(one, 'Écrivez d’abord votre commentaire.');
    const said = field(one, 'Votre commentaire');
    said.value = 'Le matin suffit.';
    said.dispatchEvent(new Event('input'));
    arrives(commons, remark(9, id(1), 'Pas en août.'));
    await sees(one, 'Commentaires (2)');
    expect(said.value).to.equal('Le matin suffit.');
    await press(one, 'Ajouter le commentaire');
    await sees(one, 'Commentaires (3)');
    expect([said.value, one.shadowRoot!.activeElement]).to.deep.equal(['', said]);
    expect(text(one)).to.match(/À chiffrer\.[^]*Pas en août\./);
    expect(text(one)).to.include('Commentaire ajouté.');
    await accessible(one);
    await press(one, 'Retirer le commentaire « Le matin suffit. »');
    await sees(one, 'Commentaires (2)');
    expect(() => button(one, 'Retirer le commentaire')).to.throw('no button');
    expect(one.value.actions[0]!.comments).to.have.length(1);
  });

  it('a comment that comes leaves the page’s plan, which is in nobody’s workspace yet, on the screen', async () => {
    const one = Object.assign(plan(), { value: samplePlan() });
    await waitUntil(() => titles(one).length === 3, 'it is read');
    const commons = await invited('comment', [one]);
    await sees(one, 'Réunir les acteurs');
    const before = titles(one);
    arrives(commons, remark(9, id(1), 'Pas en août.'));
    await one.updateComplete;
    expect(titles(one)).to.deep.equal(before);
  });

  it('changes nothing where the workspace is read', async () => {
    const { one } = await three({ readonly: '' });
    expect(() => button(one, 'Ajouter une action')).to.throw('no button');
  });
});
