import { exampleGrid } from '@assembleurs/commons/content/example-grid';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbCommons } from '../commons/commons.ts';
import '../define/commons.ts';
import '../define/self-assessment.ts';
import type { AsbSelfAssessment } from './self-assessment.ts';
import { accessible, button, choose, fill, sees, step, text, within } from './test-support.ts';

let pages = 0;

/** Several elements in one workspace, as on several screens. */
async function together(count: number, attributes: Readonly<Record<string, string>> = {}): Promise<{ readonly commons: AsbCommons; readonly elements: readonly AsbSelfAssessment[] }> {
  pages += 1;
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': `assess-${String(Date.now())}-${String(pages)}`, ...attributes })) commons.setAttribute(name, value);
  const elements = Array.from({ length: count }, () => Object.assign(document.createElement('asb-self-assessment'), { grid: exampleGrid, hub: true, lang: 'fr' }));
  commons.append(...elements);
  await fixture(html`<div>${commons}</div>`);
  await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
  for (const element of elements) await sees(element, element.readonly || commons.readonly ? 'Où en est' : 'Préparer');
  return { commons, elements };
}

const two = async (): Promise<{ commons: AsbCommons; one: AsbSelfAssessment; other: AsbSelfAssessment }> => {
  const { commons, elements: [one, other] } = await together(2);
  if (!one || !other) throw new Error('two are asked');
  return { commons, one, other };
};

describe('<asb-self-assessment> in a workspace', () => {
  it('is one record for all: what one answers, the other sees, and both add a person at once', async () => {
    const { commons, one, other } = await two();
    await fill(one, '#territory', 'Lille');
    await sees(one, 'Dans l’espace de travail partagé');
    await waitUntil(() => other.value?.territory.name === 'Lille', 'the other follows');
    expect(other.value!.id).to.equal(one.value!.id);
    button(one, 'Ajouter une personne').click();
    button(other, 'Ajouter une personne').click();
    await waitUntil(() => [one, other].every(({ value }) => value?.respondents.length === 3), 'nobody takes the place of another');
    await step(one, 'Répondre');
    await fill(one, '#who', 'p1');
    await choose(one, 'c-elu', 2);
    await choose(other, 'c-elu', 2).catch(() => undefined); // it is still preparing
    expect(other.value!.answers['p1']!['elu']!.value).to.equal(2);
    expect(commons.workspace!.all('assessment')).to.have.length(1);
    commons.workspace!.undo();
    await waitUntil(() => one.value!.answers['p1']?.['elu'] === undefined, 'the workspace takes it back');
  });

  it('gives its actions to the plan of the workspace, once, and leaves what people made of them', async () => {
    const { commons, one } = await two();
    await fill(one, '#territory', 'Lille');
    await step(one, 'Répondre');
    await choose(one, 'c-elu', 1);
    await step(one, 'Préconisations');
    button(one, 'Retenir').click();
    await one.updateComplete;
    button(one, 'Faire 1 action').click();
    await sees(one, '1 action ajoutée au plan de l’espace de travail');
    const [action] = commons.workspace!.all('action');
    expect([action!.title, action!.derivedFrom]).to.deep.equal(['Faire designer_elu', [one.value!.id]]);
    commons.workspace!.put({ ...action!, title: 'À notre façon' });
    button(one, 'Faire 1 action').click();
    await sees(one, '1 y était déjà').catch(() => sees(one, '1 y étaient déjà'));
    expect(commons.workspace!.all('action').map(({ title }) => title)).to.deep.equal(['À notre façon']);
    await accessible(one);
  });

  it('holds several territories: choose one, set them side by side', async () => {
    const { commons, one, other } = await two();
    await fill(one, '#territory', 'Lille');
    await step(one, 'Répondre');
    await choose(one, 'c-elu', 4);
    await step(one, 'Préparer');
    await fill(one, '#which', '');
    await waitUntil(() => within(one, '#territory').value === '', 'a new one');
    await fill(one, '#territory', 'Armentières');
    await step(one, 'Répondre');
    await choose(one, 'c-elu', 2);
    expect(commons.workspace!.all('assessment').map(({ territory }) => territory.name).sort()).to.deep.equal(['Armentières', 'Lille']);
    expect(other.value!.territory.name).to.equal('Lille'); // it shows what it showed
    await step(one, 'Résultats');
    button(one, 'Ajouter Lille').click();
    await waitUntil(() => one.shadowRoot?.querySelector('[part=compare]'), 'both show');
    expect(within(one, '[part=compare] tbody tr:last-child').innerText.replaceAll(/\s+/g, ' ')).to.match(/33 sur 100.*100 sur 100/);
    await accessible(one);
  });

  it('is taken out of the workspace, and comes back', async () => {
    const { commons, one, other } = await two();
    await fill(one, '#territory', 'Lille');
    await step(one, 'Rapport et fichier');
    button(one, 'Tout effacer').click();
    await one.updateComplete;
    expect(text(one)).to.include('pour tout le monde');
    button(one, 'Oui, tout effacer').click();
    await sees(one, 'retiré de l’espace de travail');
    expect(commons.workspace!.all('assessment')).to.have.length(0);
    await waitUntil(() => other.value!.territory.name !== 'Lille' || !other.shadowRoot?.querySelector('.status.ok'), 'the other follows');
    commons.workspace!.undo();
    await waitUntil(() => commons.workspace!.all('assessment').length === 1, 'it comes back');
    await waitUntil(() => other.value!.territory.name === 'Lille', 'and shows again');
  });

  it('changes nothing where the workspace is read', async () => {
    const { elements: [element] } = await together(1, { readonly: '' });
    expect(text(element!)).not.to.include('Préparer');
    expect([...element!.shadowRoot!.querySelectorAll('input:not([disabled], [readonly], [type=file])')].map(({ id }) => id)).to.deep.equal([]);
  });
});
