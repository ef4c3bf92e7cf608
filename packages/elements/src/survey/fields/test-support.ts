import type { ElementJson } from '@assembleurs/commons/survey';
import { sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { loadDrawers, type TerritoryLookup } from './index.ts';
import { EVERY_TYPE } from './test-host.ts';
import type { FieldHost } from './test-host.ts';
import './test-host.ts';

/** A host that shows these questions. */
export async function show(
  elements: readonly object[], answers: Record<string, unknown> = {}, { readOnly = false, lang = 'fr', territory }: { readOnly?: boolean; lang?: string; territory?: TerritoryLookup } = {},
): Promise<FieldHost> {
  await loadDrawers(EVERY_TYPE);
  const host = await fixture<FieldHost>(html`<test-fields></test-fields>`);
  host.lang = lang;
  host.territory = territory;
  host.use({ pages: [{ name: 'p', elements: elements as ElementJson[] }] }, answers, readOnly);
  host.requestUpdate();
  await host.updateComplete;
  return host;
}

// The caller knows which tag it asks for.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export const find = <E extends Element = HTMLElement>(host: FieldHost, selector: string): E => {
  const element = host.shadowRoot?.querySelector<E>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
};

export const all = <E extends Element = HTMLElement>(host: FieldHost, selector: string): E[] =>
  [...(host.shadowRoot?.querySelectorAll<E>(selector) ?? [])];

/** The element that has the focus inside the host. */
export const focused = (host: FieldHost): Element | null => host.shadowRoot?.activeElement ?? null;

const textOf = (root: ShadowRoot, ids: string | null): string =>
  (ids ?? '').split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' ');

/** A control's or group's name, as assistive technology computes it from what these fields use. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
  const legend = element.querySelector(':scope > legend')?.textContent;
  const name = textOf(root, element.getAttribute('aria-labelledby')) || element.getAttribute('aria-label') || labels.join(' ')
    || legend || (element.matches('button') ? element.textContent : '');
  return name.replace(/\s+/g, ' ').trim();
}

/** What describes a control: help and errors. */
export const descriptionOf = (element: Element): string =>
  textOf(element.getRootNode() as ShadowRoot, element.getAttribute('aria-describedby')).replace(/\s+/g, ' ').trim();

/** Empties a text field as a person does, all of it selected. Not by Control+A: WebDriver's launchers hold no key down. */
export async function emptyField(field: HTMLInputElement): Promise<void> {
  field.select();
  await sendKeys({ press: 'Delete' });
}

/** Waits until an answer is this. */
export async function answered(host: FieldHost, name: string, value: unknown): Promise<void> {
  await waitUntil(() => JSON.stringify(host.session.get(name)) === JSON.stringify(value), `${name} is ${JSON.stringify(host.session.get(name))}`);
  await host.updateComplete;
}

export { expect };
