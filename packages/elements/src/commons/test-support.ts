import type { AnyRecord } from '@assembleurs/commons/record';
import { openWorkspace, Yjs } from '@assembleurs/commons/workspace';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';
import type { RemoteRole } from '../internal/workspace/remote.ts';
import type { AsbCommons } from './commons.ts';
import { invitationLink, keepRole, takeInvitation } from './invitation.ts';

/** What any editing element does: reads the workspace, writes into it. */
export class TestActions extends LitElement {
  readonly link = new SurroundingWorkspace(this, () => { this.requestUpdate(); }, () => { this.requestUpdate(); });

  get titles(): string[] {
    return (this.link.workspace?.all('action') ?? []).map(({ title }) => title);
  }

  protected override render(): unknown {
    return html`<ul>${this.titles.map((title) => html`<li>${title}</li>`)}</ul>`;
  }
}
customElements.define('test-actions', TestActions);

/** Nobody listens there. Not one of the ports that browsers forbid: WebKit never closes a socket on these. */
export const NOBODY = 'http://127.0.0.1:59871';

let count = 0;
/** A workspace that no other test has. */
const newKey = (): string => `test-${String(count += 1)}-${String(Math.random()).slice(2)}`;

export async function show(attributes: Readonly<Record<string, string>> = {}): Promise<AsbCommons> {
  const element = await fixture<AsbCommons>(html`<div></div>`);
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': newKey(), ...attributes })) commons.setAttribute(name, value);
  commons.append(document.createElement('test-actions'));
  element.append(commons);
  await ready(commons);
  return commons;
}

/** Elements in a workspace, as an invitation of that role has it while the hub cannot be reached. */
export async function invited(role: RemoteRole, elements: readonly HTMLElement[], attributes: Readonly<Record<string, string>> = {}): Promise<AsbCommons> {
  const key = newKey();
  const invitation = { workspace: 'ws-1', token: key.padEnd(43, '0') };
  location.hash = new URL(invitationLink(location.href, invitation)).hash;
  takeInvitation(key);
  keepRole(key, invitation, role);
  const commons = document.createElement('asb-commons');
  for (const [name, value] of Object.entries({ lang: 'fr', 'storage-key': key, collector: NOBODY, ...attributes })) commons.setAttribute(name, value);
  commons.append(...elements);
  await fixture(html`<div>${commons}</div>`);
  await ready(commons);
  return commons;
}

/** What a colleague wrote comes here: records, or remarks, which have a document of their own. */
export function arrives(commons: AsbCommons, ...records: readonly AnyRecord[]): void {
  const { workspace } = commons.session ?? {};
  if (!workspace) throw new Error('the workspace is not open');
  for (const room of new Set([workspace, workspace.comments ?? workspace])) {
    const colleague = openWorkspace(new Yjs.Doc());
    for (const record of records) if ((record.type === 'remark') === (room !== workspace)) colleague.put(record);
    Yjs.applyUpdate(room.doc, Yjs.encodeStateAsUpdate(colleague.doc));
  }
}

export const remark = (n: number, about: string, words: string): AnyRecord => ({ ...action(n), type: 'remark', about, day: '2026-11-27', by: 'Accueil', text: words });

export const ready = (commons: AsbCommons): Promise<void> => waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });

/** What shows, no-break spaces as spaces. */
export const text = (commons: AsbCommons): string =>
  [...(commons.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' ');

export const sees = (commons: AsbCommons, words: string): Promise<void> =>
  waitUntil(() => text(commons).includes(words), `« ${words} » shows`, { timeout: 10_000 });

export function button(commons: AsbCommons, label: string): HTMLElement {
  const found = [...(commons.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find((each) => each.innerText.includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

/** As when a person chooses a file. */
export function choose(commons: AsbCommons, content: string, name = 'espace.json'): void {
  const input = commons.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}

export const action = (n: number, title = `Action ${String(n)}`): AnyRecord & { title: string } =>
  ({ id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, type: 'action', version: 1, derivedFrom: [], title });

/** In both colour schemes. */
export async function accessible(commons: AsbCommons): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    commons.style.colorScheme = scheme;
    commons.style.background = 'Canvas';
    await expect(commons).to.be.accessible();
  }
}
