import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/actor-map.ts';
import '../define/badge-viewer.ts';
import '../define/commons.ts';
import '../define/self-assessment.ts';
import '../define/survey.ts';

/** The address of a territory of these communes. */
const territory = (...communes: readonly (readonly [code: string, name: string])[]): string =>
  URL.createObjectURL(new Blob([JSON.stringify({ epci: { siren: '200046977', nom: 'Métropole fictive' }, communes: communes.map(([code, nom]) => ({ code, nom })) })]));
const LYON = territory(['69123', 'Lyon'], ['69266', 'Villeurbanne']);

const words = (element: Element): string => [...(element.shadowRoot?.children ?? [])].map((each) => (each as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ');
const sees = (element: Element, expected: string): Promise<void> => waitUntil(() => words(element).includes(expected), `« ${expected} » shows in ${element.localName}`, { timeout: 10_000 });
const actor = (n: number, commune: string): object => ({ id: `urn:uuid:00000000-0000-4000-8000-00000000000${String(n)}`, type: 'actor', version: 1, derivedFrom: [], name: `Acteur ${String(n)}`, kind: 'ccas', commune });

let pages = 0;
async function inside<T extends HTMLElement>(element: T, attributes: Readonly<Record<string, string>>): Promise<{ commons: HTMLElementTagNameMap['asb-commons']; element: T }> {
  pages += 1;
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ 'lang': 'fr', 'storage-key': `around-${String(Date.now())}-${String(pages)}`, ...attributes })) commons.setAttribute(name, value);
  commons.append(element);
  await fixture(html`<div>${commons}</div>`);
  return { commons, element };
}

describe('what stands inside <asb-commons>', () => {
  it('a map has its territory, and another one when the page changes it, without moving the person', async () => {
    const map = document.createElement('asb-actor-map');
    const { commons } = await inside(map, { territory: LYON });
    await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
    commons.workspace!.put(actor(1, '69266') as never);
    await sees(map, 'Villeurbanne');
    map.search = 'acteur';
    commons.territorySrc = territory(['69266', 'Commune nouvelle']);
    await sees(map, 'Commune nouvelle');
    expect(map.shadowRoot?.querySelector<HTMLInputElement>('#words')?.value).to.equal('acteur');
  });

  it('a territory of its own wins; outside, the communes of the MEL', async () => {
    const { mel } = await import('@assembleurs/commons/territory/mel');
    const map = document.createElement('asb-actor-map');
    map.territory = mel();
    const { commons } = await inside(map, { territory: LYON });
    await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
    commons.workspace!.put(actor(1, '59350') as never);
    await sees(map, 'Lille');
    const alone = document.createElement('asb-actor-map');
    alone.value = { actors: [actor(1, '59350')], places: [], links: [] } as never;
    await fixture(html`<div lang="fr">${alone}</div>`);
    await sees(alone, 'Lille');
  });

  it('a survey and a self-assessment know its communes', async () => {
    const survey = document.createElement('asb-survey');
    survey.setAttribute('commune', '69123');
    survey.definition = { id: `around-${String(Date.now())}`, version: '1', title: 'Essai', pages: [{ name: 'one', elements: [{ type: 'asb:commune', name: 'commune', title: 'Commune' }] }] };
    const { element: assessment } = await inside(document.createElement('asb-self-assessment'), { territory: LYON });
    assessment.setAttribute('commune', '69266');
    await inside(survey, { territory: LYON });
    await waitUntil(() => survey.value['commune'] === '69123', 'the commune is known', { timeout: 10_000 });
    expect(survey.shadowRoot?.querySelector<HTMLInputElement>('input[role=combobox], input[readonly]')?.value ?? words(survey)).to.include('Lyon');
    await waitUntil(() => assessment.value?.territory.name === 'Villeurbanne', 'its name is known', { timeout: 10_000 });
  });

  it('elements speak its language, also when it changes', async () => {
    const { commons, element } = await inside(document.createElement('asb-badge-viewer'), {});
    await waitUntil(() => words(element) !== '', 'it shows', { timeout: 10_000 });
    const french = words(element);
    const map = document.createElement('asb-actor-map');
    commons.append(map);
    await sees(map, 'Acteurs et liens');
    commons.lang = 'en';
    await sees(map, 'Actors and links');
    await waitUntil(() => words(element) !== french && words(element) !== '', 'the badge viewer follows', { timeout: 10_000 });
  });

  it('a territory that cannot be read leaves elements with theirs at once', async () => {
    const map = document.createElement('asb-actor-map');
    map.setAttribute('view', 'files');
    const { commons } = await inside(map, { territory: URL.createObjectURL(new Blob(['{}'])) });
    await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
    commons.workspace!.put(actor(1, '59350') as never);
    map.view = 'list';
    await sees(map, 'Lille');
    expect(commons.territory).to.equal(undefined);
  });
});
