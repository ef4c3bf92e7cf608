import type { ActorData } from '@assembleurs/commons/actors';
import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbActorMap } from './actor-map.ts';

let pages = 0;

/** 365 fictitious actors on the real communes; always the same. */
export const demo = (): ActorData => demoActors(7, mel());

/** Actors that are bound at random from a seed: each to the next one, then the others. */
export function bound(actors: number, links: number, seed = 7): ActorData {
  let state = seed;
  const draw = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const id = (kind: number, at: number): string => `urn:uuid:0000000${String(kind)}-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const kinds = ['bibliotheque', 'operateur_mediation', 'commune', 'ccas', 'association'] as const;
  return {
    actors: Array.from({ length: actors }, (_, at) => ({ id: id(1, at), type: 'actor', version: 1, derivedFrom: [], name: `Acteur fictif ${String(at)}`, kind: kinds[at % kinds.length] ?? 'autre', commune: '59350' })), places: [],
    links: Array.from({ length: links }, (_, at) => {
      const from = at < actors ? at : draw(actors);
      const to = (from + 1 + (at < actors ? 0 : draw(actors - 1))) % actors;
      return { id: id(2, at), type: 'link', version: 1, derivedFrom: [], source: id(1, from), target: id(1, to), kind: 'partenariat', status: 'existant' };
    }),
  };
}

/** A map of its own, ready. */
export async function show(attributes: Readonly<Record<string, string>> = {}, value?: ActorData | string): Promise<AsbActorMap> {
  pages += 1;
  const element = document.createElement('asb-actor-map');
  for (const [name, given] of Object.entries({ lang: 'fr', 'storage-key': `test-${String(Date.now())}-${String(pages)}`, ...attributes })) element.setAttribute(name, given);
  element.value = value;
  await fixture(html`${element}`);
  await waitUntil(() => element.shadowRoot?.querySelector('[data-focus=title], [part=error]'), 'the first view shows', { timeout: 10_000 });
  await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'), 'it is ready', { timeout: 10_000 });
  return element;
}

/** What shows, no-break spaces as spaces. */
export const text = (element: AsbActorMap): string =>
  [...(element.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');

export const sees = (element: AsbActorMap, words: string): Promise<void> =>
  waitUntil(() => text(element).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function within(element: AsbActorMap, selector: string): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export const every = (element: AsbActorMap, selector: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

export function button(element: AsbActorMap, label: string): HTMLElement {
  const found = every(element, 'button, summary').find((each) => each.innerText.replaceAll('\u00a0', ' ').includes(label) || each.getAttribute('aria-label')?.replaceAll('\u00a0', ' ').includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

export async function press(element: AsbActorMap, label: string): Promise<void> {
  button(element, label).click();
  await element.updateComplete;
}

export async function view(element: AsbActorMap, label: string): Promise<void> {
  const found = every(element, '.step').find((each) => each.innerText === label);
  if (!found) throw new Error(`no view ${label}`);
  found.click();
  await element.updateComplete;
  await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'), `${label} shows`, { timeout: 10_000 });
}

export async function fill(element: AsbActorMap, selector: string, value: string): Promise<void> {
  const field = within(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** Ticks or chooses what bears this text. */
export async function tick(element: AsbActorMap, label: string): Promise<void> {
  const found = every(element, 'label').find((each) => each.textContent.replaceAll('\u00a0', ' ').includes(label));
  if (!found) throw new Error(`no box ${label}`);
  found.click();
  await element.updateComplete;
}

export async function giveFile(element: AsbActorMap, name: string, content: string): Promise<void> {
  await waitUntil(() => element.shadowRoot?.querySelector('.file input'), 'a file can be chosen', { timeout: 10_000 });
  const input = within(element, '.file input');
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** In both colour schemes. */
export async function accessible(element: AsbActorMap): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
}
