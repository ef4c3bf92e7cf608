import { newAction, newPlan, type Plan } from '@assembleurs/commons/plan';
import { recordId } from '@assembleurs/commons/record';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbActionPlan } from './action-plan.ts';

export const id = (n: number) => recordId(new Uint8Array(16).fill(n));

/** A plan with one of everything; dates stand long ago and far ahead, so that no clock matters. */
export const samplePlan = (): Plan => newPlan(id(200), {
  name: 'Plan de la commune', axes: [{ id: 'a', name: 'Animer le réseau' }, { id: 'b', name: 'Équiper' }],
  pivot: { date: '2027-04-14', label: 'Atelier' },
  actions: [
    newAction({
      id: id(1), title: 'Réunir les acteurs', axis: 'a', status: 'En cours', priority: 'Élevé', pilots: ['Commune', 'CCAS'], start: '2020-01-06', end: '2020-03-31', steps: [{ text: 'Inviter', done: true }, { text: 'Tenir la réunion', done: false, due: '2020-03-20' }],
      budget: [{ year: 2027, unit: 'HT', planned: 1500, actual: 300 }], funders: [{ name: 'Métropole', amount: 1000 }],
      indicators: [{ name: 'Réunions tenues', unit: 'réunions', source: 'Journal', target: 4, values: [{ date: '2020-01-31', value: 1 }, { date: '2020-02-28', value: 2 }, { date: '2020-03-31', value: 3 }] }],
    }),
    newAction({ id: id(2), title: 'Écrire le compte rendu', parent: id(1), status: 'Réalisé', end: '2020-04-15', pilots: ['CCAS'] }),
    newAction({ id: id(3), title: 'Prêter des ordinateurs', axis: 'b', status: 'À venir', start: '2090-01-02', end: '2090-06-30', after: [id(1)] }),
  ],
});

let stored = 0;

/** An element with a plan that its page gave, or an empty one kept under a name of its own. */
export async function show(plan?: Plan, attributes: Readonly<Record<string, string>> = {}): Promise<AsbActionPlan> {
  const element = await fixture<AsbActionPlan>(html`<asb-action-plan lang="fr" storage-key="test ${String(stored += 1)} ${String(performance.timeOrigin)}"></asb-action-plan>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (plan) element.value = plan;
  await ready(element);
  return element;
}

export const ready = (element: AsbActionPlan): Promise<void> =>
  waitUntil(() => element.shadowRoot?.querySelector('[part~=plan]')?.getAttribute('aria-busy') === 'false' && element.shadowRoot.querySelector('.head, .note.trouble') !== null, 'the plan is open', { timeout: 10_000 });

/** What shows, no-break spaces as spaces. */
export const text = (element: AsbActionPlan): string =>
  [...(element.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

export const sees = (element: AsbActionPlan, words: string): Promise<void> => waitUntil(() => text(element).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function within(element: AsbActionPlan, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function button(element: AsbActionPlan, label: string): HTMLElement {
  const plain = (each: HTMLElement): string => `${each.innerText} ${each.getAttribute('aria-label') ?? ''}`.replaceAll('\u00a0', ' ');
  const found = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])].find((each) => plain(each).includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

export async function press(element: AsbActionPlan, label: string): Promise<void> {
  button(element, label).click();
  await element.updateComplete;
}

/** The field under a label. */
export function field(element: AsbActionPlan, label: string, at = 0): HTMLInputElement {
  const labels = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].filter((each) => each.querySelector('span')?.textContent.trim() === label);
  // A list and a long text are set in the same way.
  const found = labels[at]?.querySelector<HTMLInputElement>('input, select, textarea');
  if (!found) throw new Error(`no field ${label}`);
  return found;
}

/** Types as a person does: the value, then away. */
export async function fill(element: AsbActionPlan, input: HTMLElement, value: string): Promise<void> {
  (input as HTMLInputElement).value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** In both colour schemes. */
export async function accessible(element: AsbActionPlan): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
}

/** Nothing sticks out of a narrow page, but what scrolls by itself. */
export async function fitsNarrow(element: AsbActionPlan): Promise<void> {
  const parent = element.parentElement;
  if (!parent) throw new Error('no parent');
  parent.style.inlineSize = '320px';
  await element.updateComplete;
  const right = element.getBoundingClientRect().right + 0.5;
  const out = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter((each) => !each.closest('.scroll, .vh, svg, .board') && each.checkVisibility() && each.getBoundingClientRect().right > right);
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
