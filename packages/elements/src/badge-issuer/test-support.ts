import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { unzipSync } from 'fflate';
import type { AsbBadgeIssuer } from './badge-issuer.ts';

let number = 0;

/** A fresh desk on an emptied device. */
export async function desk(attributes: Readonly<Record<string, string>> = {}): Promise<AsbBadgeIssuer> {
  number += 1;
  const element = await fixture<AsbBadgeIssuer>(html`<asb-badge-issuer lang="fr" storage-key=${`test-${String(number)}`}></asb-badge-issuer>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await waitUntil(() => element.shadowRoot?.querySelector('[part=desk]'), 'the desk shows', { timeout: 15_000 });
  return element;
}

/** The device forgets everything, while no desk is open on it. */
export const forget = (): Promise<void> => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('asb-badge-issuer');
  request.onsuccess = () => { resolve(); };
  request.onerror = () => { reject(new Error('not erased')); };
});

/** What shows, no-break spaces as spaces. */
export const text = (element: AsbBadgeIssuer): string =>
  [...(element.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ');

export const sees = (element: AsbBadgeIssuer, words: string): Promise<void> => waitUntil(() => text(element).includes(words), `« ${words} » shows`, { timeout: 15_000 });

export function within(element: AsbBadgeIssuer, selector: string): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Presses the button of that name. */
export async function press(element: AsbBadgeIssuer, label: string): Promise<void> {
  const find = (): HTMLElement | undefined => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find((each) => each.innerText.replaceAll('\u00a0', ' ').includes(label) && each.checkVisibility());
  await waitUntil(() => find() && !find()?.matches(':disabled'), `« ${label} » can be pressed`, { timeout: 15_000 });
  find()?.click();
  await element.updateComplete;
}

/** Picks the radio of that label. */
export async function pick(element: AsbBadgeIssuer, label: string): Promise<void> {
  const find = (): HTMLElement | undefined => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('label.choice') ?? [])].find((each) => each.innerText.replaceAll('\u00a0', ' ').trim().startsWith(label));
  await waitUntil(find, `« ${label} » can be picked`, { timeout: 15_000 });
  find()?.click();
  await element.updateComplete;
}

export const fileOf = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): File => new File([new Uint8Array(bytes)], name);

/** Types into the field of that label. */
export async function type(element: AsbBadgeIssuer, label: string, value: string): Promise<void> {
  const name = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find((each) => each.innerText.replaceAll('\u00a0', ' ').startsWith(label));
  const field = within(element, `#${name?.htmlFor ?? 'none'}`);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
}

export async function give(element: AsbBadgeIssuer, id: string, file: File): Promise<void> {
  const input = within(element, `input[data-file=${id}]`);
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

/** What the person's browser saves while `act` runs: the last file. */
export async function saved(act: () => Promise<unknown>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const blobs = new Map<string, Blob>();
  const make = URL.createObjectURL.bind(URL);
  const files: { name: string; blob: Blob }[] = [];
  URL.createObjectURL = (blob: Blob) => {
    const address = make(blob);
    blobs.set(address, blob);
    return address;
  };
  const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click');
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, blob });
  };
  try {
    await act();
    await waitUntil(() => files.length > 0, 'a file is saved', { timeout: 30_000 });
  } finally {
    URL.createObjectURL = make;
    if (click) Object.defineProperty(HTMLAnchorElement.prototype, 'click', click);
  }
  const file = files.at(-1);
  if (!file) throw new Error('nothing was saved');
  return { name: file.name, bytes: new Uint8Array(await file.blob.arrayBuffer()) };
}

export const unzip = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);

export const PASSPHRASE = 'quatre mots sans rapport';

/** Makes an issuer as a person does; gives the backup file. */
export async function createIssuer(element: AsbBadgeIssuer, statusUrl = ''): Promise<File> {
  await press(element, 'Créer un émetteur');
  await type(element, 'Nom de l’organisation', 'Hub de démonstration');
  if (statusUrl !== '') {
    await press(element, 'Si vous avez un site');
    await type(element, 'Adresse du fichier de révocation', statusUrl);
  }
  await type(element, 'Phrase secrète', PASSPHRASE);
  await type(element, 'La même phrase', PASSPHRASE);
  const { name, bytes } = await saved(() => press(element, 'Créer la clé'));
  await sees(element, 'Rangez la sauvegarde maintenant');
  return new File([new Uint8Array(bytes)], name);
}

/** In both colour schemes. */
export async function accessible(element: AsbBadgeIssuer): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
}
