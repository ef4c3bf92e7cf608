import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbSelfAssessment } from './self-assessment.ts';

let pages = 0;

/** An assessment of its own, ready to answer. */
export async function show(attributes: Readonly<Record<string, string>> = {}, properties: Partial<AsbSelfAssessment> = {}): Promise<AsbSelfAssessment> {
  pages += 1;
  const element = await fixture<AsbSelfAssessment>(html`<asb-self-assessment lang="fr" storage-key="test-${Date.now()}-${pages}"></asb-self-assessment>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  await sees(element, element.locale.startsWith('en') ? 'Prepare' : element.readonly ? 'Où en est' : 'Préparer');
  return element;
}

/** What shows, no-break spaces as spaces. */
export const text = (element: AsbSelfAssessment): string =>
  [...(element.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');

export const sees = (element: AsbSelfAssessment, words: string): Promise<void> =>
  waitUntil(() => text(element).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function within(element: AsbSelfAssessment, selector: string): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function button(element: AsbSelfAssessment, label: string): HTMLElement {
  const found = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find((each) => each.innerText.replaceAll('\u00a0', ' ').includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

export async function step(element: AsbSelfAssessment, label: string): Promise<void> {
  const found = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.step') ?? [])].find((each) => each.innerText === label);
  if (!found) throw new Error(`no step ${label}`);
  found.click();
  await element.updateComplete;
  await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'), `${label} shows`);
}

export async function fill(element: AsbSelfAssessment, selector: string, value: string): Promise<void> {
  const field = within(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** Chooses a level (or "na", "dk") for a criterion, where it shows. */
export async function choose(element: AsbSelfAssessment, name: string, value: number | string): Promise<void> {
  within(element, `input[name="${name}"][value="${String(value)}"]`).click();
  await element.updateComplete;
}

export async function giveFile(element: AsbSelfAssessment, buttonLabel: string, name: string, content: string): Promise<void> {
  const input = button(element, buttonLabel).previousElementSibling as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name, { type: 'application/json' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** Files that are handed over while `act` runs, by name. */
export async function handedOver(act: () => unknown, count = 1): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  const files = new Map<string, Blob>();
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL(blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) files.set(this.download, blob);
  };
  try {
    act();
    await waitUntil(() => files.size >= count, 'the file is ready', { timeout: 15_000 });
  } finally {
    URL.createObjectURL = createObjectURL;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  return files;
}

/** In both colour schemes. */
export async function accessible(element: AsbSelfAssessment): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
}

/** The clock as it will be some months later. */
export async function later(months: number, act: () => Promise<void>): Promise<void> {
  const Real = Date;
  const shift = months * 30.5 * 86_400_000;
  globalThis.Date = class extends Real {
    constructor(...given: [] | [number | string]) {
      super(given.length === 0 ? Real.now() + shift : given[0]);
    }

    static override now(): number {
      return Real.now() + shift;
    }
  } as DateConstructor;
  try {
    await act();
  } finally {
    globalThis.Date = Real;
  }
}
