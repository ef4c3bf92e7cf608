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

/** What the page asked of the network, other hosts than its own. */
export async function watchingFetch(answers: Readonly<Record<string, string>>, act: (asked: readonly string[]) => Promise<void>): Promise<void> {
  const real = globalThis.fetch;
  const asked: string[] = [];
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(location.origin) || url.startsWith('/')) return real(input, init);
    asked.push(url);
    const body = answers[url];
    return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
  };
  try {
    await act(asked);
  } finally {
    globalThis.fetch = real;
  }
}

export const HOSTED = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2', id: 'https://badges.example.org/1', type: 'Assertion',
  recipient: { type: 'email', hashed: false, identity: 'accueil@commune.example' }, badge: 'https://badges.example.org/classe', verification: { type: 'hosted' }, issuedOn: '2026-01-05T00:00:00Z',
});
export const CLASS = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2', id: 'https://badges.example.org/classe', type: 'BadgeClass', name: 'Territoire engagé', description: 'La commune coordonne.',
  image: 'https://badges.example.org/i.png', criteria: { narrative: 'Un comité se réunit.' }, issuer: 'https://badges.example.org/emetteur',
});
export const ISSUER = JSON.stringify({ '@context': 'https://w3id.org/openbadges/v2', id: 'https://badges.example.org/emetteur', type: 'Profile', name: 'Hub d’essai', url: 'https://badges.example.org', email: 'hub@hub.example' });

/** The rows of a QR code that says https://hub.example/badge.json, in base 36. */
const CODE = '0 0 27fif0 14rojo 1m96yc 1m53zo 1mblv8 14sgzo 27hrss 75kw 1tw0yg syn0k 1imx8s fa5q8 g5e7g cvws4 1m7mj8 ug85k 1soo34 atlw 27iv70 14m0l8 1m6b4w 1m9pf4 1m568k 14uof4 27kpe4 0 0';

/** A picture as a telephone or a screenshot gives it: a QR code with `around` pixels of other things; without `code`, those alone. */
export async function qrPicture(name: string, type: 'image/png' | 'image/jpeg', { around = 0, code = true } = {}): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 29 * 8 + 2 * around;
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('no canvas');
  drawing.fillStyle = '#567';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  if (code) CODE.split(' ').forEach((row, y) => {
    const dots = parseInt(row, 36).toString(2).padStart(29, '0');
    for (let x = 0; x < 29; x += 1) {
      drawing.fillStyle = dots[x] === '1' ? '#000' : '#fff';
      drawing.fillRect(around + x * 8, around + y * 8, 8, 8);
    }
  });
  const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, type); });
  return new File([blob ?? ''], name, { type });
}
