import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AsbBadgeViewer } from './badge-viewer.ts';

const SAMPLES = '/packages/site/pages/badges/exemples/';

export const sampleUrl = (name: string): string => SAMPLES + name;

export async function sample(name: string): Promise<File> {
  const response = await fetch(SAMPLES + name);
  if (!response.ok) throw new Error(`no ${name}`);
  return new File([await response.blob()], name);
}

/** A viewer that knows the demonstration's hub. */
export async function show(attributes: Readonly<Record<string, string>> = {}): Promise<AsbBadgeViewer> {
  const viewer = await fixture<AsbBadgeViewer>(html`<asb-badge-viewer lang="fr" known-issuers=${sampleUrl('emetteurs-connus.json')}></asb-badge-viewer>`);
  for (const [name, value] of Object.entries(attributes)) viewer.setAttribute(name, value);
  await viewer.updateComplete;
  return viewer;
}

/** What shows, no-break spaces as spaces. */
export const text = (viewer: AsbBadgeViewer): string =>
  [...(viewer.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ');

export const sees = (viewer: AsbBadgeViewer, words: string): Promise<void> =>
  waitUntil(() => text(viewer).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function within(viewer: AsbBadgeViewer, selector: string): HTMLElement {
  const found = viewer.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function button(viewer: AsbBadgeViewer, label: string): HTMLElement {
  const found = [...(viewer.shadowRoot?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])].find((each) => each.innerText.includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

/** Files as a person drops them. */
export function drop(viewer: AsbBadgeViewer, ...files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  viewer.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}

/** A text given by the form that a person opens for it. */
export async function paste(viewer: AsbBadgeViewer, badge: string): Promise<void> {
  button(viewer, 'Coller un badge').click();
  await viewer.updateComplete;
  const field = within(viewer, 'textarea') as HTMLTextAreaElement;
  field.value = badge;
  field.form?.requestSubmit();
}

export const openAll = async (viewer: AsbBadgeViewer): Promise<void> => {
  for (const details of viewer.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  await viewer.updateComplete;
};

/** In both colour schemes. */
export async function accessible(viewer: AsbBadgeViewer): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    viewer.style.colorScheme = scheme;
    await expect(viewer).to.be.accessible();
  }
}
