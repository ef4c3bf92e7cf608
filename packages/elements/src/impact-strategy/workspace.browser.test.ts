import { newAction } from '@assembleurs/commons/plan';
import type { Strategy } from '@assembleurs/commons/strategy';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbActionPlan } from '../action-plan/action-plan.ts';
import { sees as planSees } from '../action-plan/test-support.ts';
import type { AsbCommons } from '../commons/commons.ts';
import '../define/action-plan.ts';
import '../define/commons.ts';
import '../define/impact-strategy.ts';
import type { AsbImpactStrategy } from './impact-strategy.ts';
import { accessible, fill, press, programme, ready, sees, text, within } from './test-support.ts';

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
