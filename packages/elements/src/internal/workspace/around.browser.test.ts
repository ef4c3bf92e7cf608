import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/action-plan.ts';
import '../../define/self-assessment.ts';

// The script of <asb-commons> is not loaded here.
it('elements work alone when the script of the workspace around them does not come', async () => {
  const around = await fixture(html`<asb-commons><asb-self-assessment lang="fr"><p>Demandez à l’accueil.</p></asb-self-assessment><asb-action-plan lang="fr"></asb-action-plan></asb-commons>`);
  const shows = (tag: string, words: string): boolean => [...(around.querySelector(tag)?.shadowRoot?.children ?? [])].some((each) => (each as HTMLElement).innerText.includes(words));
  await waitUntil(() => shows('asb-self-assessment', 'Chargement'), 'it waits', { timeout: 5000 });
  await waitUntil(() => shows('asb-self-assessment', 'Préparer') && shows('asb-action-plan', 'Ajouter une action'), 'they work', { timeout: 15_000 });
  const element = around.querySelector('asb-self-assessment');
  const field = element?.shadowRoot?.querySelector<HTMLInputElement>('#territory');
  if (!element || !field) throw new Error('no field');
  field.value = 'Lille';
  field.dispatchEvent(new Event('change'));
  await waitUntil(() => shows('asb-self-assessment', 'Enregistré sur cet appareil'), 'it is kept', { timeout: 5000 });
  expect(element.value?.territory.name).to.equal('Lille');
}).timeout(30_000);
