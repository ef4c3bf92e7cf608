import { strategyTemplate } from '@assembleurs/commons/content/strategy';
import type { Strategy } from '@assembleurs/commons/strategy';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { newRecordId } from '../internal/record-id.ts';
import type { AsbImpactStrategy } from './impact-strategy.ts';

/** The programme's own strategy. */
export const programme = (locale = 'fr'): Strategy => strategyTemplate('programme', { newId: newRecordId, locale });

let stored = 0;

/** An element with a strategy that its page gave, or an empty one kept under a name of its own. */
export async function show(strategy?: Strategy, attributes: Readonly<Record<string, string>> = {}): Promise<AsbImpactStrategy> {
  const element = await fixture<AsbImpactStrategy>(html`<asb-impact-strategy lang="fr" storage-key="test ${String(stored += 1)} ${String(performance.timeOrigin)}"></asb-impact-strategy>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (strategy) element.value = strategy;
  await ready(element);
  return element;
}

export const ready = (element: AsbImpactStrategy): Promise<void> =>
  waitUntil(() => element.shadowRoot?.querySelector('[part~=strategy]')?.getAttribute('aria-busy') === 'false' && element.shadowRoot.querySelector('.head, .note.trouble') !== null, 'the strategy is open', { timeout: 10_000 });

/** What shows, no-break spaces as spaces. */
export const text = (element: AsbImpactStrategy): string =>
  [...(element.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

export const sees = (element: AsbImpactStrategy, words: string): Promise<void> => waitUntil(() => text(element).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function within(element: AsbImpactStrategy, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function button(element: AsbImpactStrategy, label: string): HTMLElement {
  const plain = (each: HTMLElement): string => `${each.innerText} ${each.getAttribute('aria-label') ?? ''}`.replaceAll('\u00a0', ' ');
  const found = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])].find((each) => plain(each).includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

export async function press(element: AsbImpactStrategy, label: string): Promise<void> {
  button(element, label).click();
  await element.updateComplete;
}

/** The field under a label. */
export function field(element: AsbImpactStrategy, label: string, at = 0): HTMLInputElement {
  const labels = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].filter((each) => each.querySelector('span')?.textContent.trim() === label);
  // A list and a long text are set in the same way.
  const found = labels[at]?.querySelector<HTMLInputElement>('input, select, textarea');
  if (!found) throw new Error(`no field ${label}`);
  return found;
}

/** Types as a person does: the value, then away. */
export async function fill(element: AsbImpactStrategy, input: HTMLElement, value: string): Promise<void> {
  (input as HTMLInputElement).value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** In both colour schemes. */
export async function accessible(element: AsbImpactStrategy): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
}

/** Nothing sticks out of a narrow page, but what scrolls by itself. */
export async function fitsNarrow(element: AsbImpactStrategy): Promise<void> {
  const parent = element.parentElement;
  if (!parent) throw new Error('no parent');
  parent.style.inlineSize = '320px';
  await element.updateComplete;
  const right = element.getBoundingClientRect().right + 0.5;
  const out = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter((each) => !each.closest('.scroll, .vh, svg') && each.checkVisibility() && each.getBoundingClientRect().right > right);
  parent.style.inlineSize = '';
  if (out.length > 0) throw new Error(`sticks out: ${out.map((each) => `${each.localName}.${each.className}`).join(', ')}`);
}

/** What is saved while `act` runs: name and content. The browser of the tests asks nobody where to put it. */
export async function saved(act: () => Promise<unknown>): Promise<{ readonly name: string; readonly blob: Blob }> {
  let blob: Blob | undefined;
  let name: string | undefined;
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return make(object);
  };
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement): void { name = this.download; };
  try {
    await act();
    await waitUntil(() => blob !== undefined && name !== undefined, 'a file is saved', { timeout: 10_000 });
  } finally {
    URL.createObjectURL = make;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  return { name: name ?? '', blob: blob ?? new Blob() };
}
