/** What the bar says of where things stand: kept on the device, shared, with whom. */
import { html, nothing, svg } from 'lit';
import type { SessionState } from '../internal/workspace/session.ts';
import type { CommonsKey } from './messages/fr.ts';
import type { Words } from './words.ts';

const DRAWINGS = {
  ok: svg`<path d="m2.5 8.5 3.5 3.5 7.5-8"/>`,
  wait: svg`<circle cx="8" cy="8" r="5.5" stroke-dasharray="3 2.5"/>`,
  warn: svg`<path d="M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.5v.5"/>`,
  people: svg`<circle cx="6" cy="5" r="2.5"/><path d="M1.5 13.5c.4-3 2-4.5 4.5-4.5s4.1 1.5 4.5 4.5M10.5 2.9a2.2 2.2 0 0 1 0 4.2M11.8 9.3c1.5.5 2.4 1.9 2.7 4.2"/>`,
} as const;

const state = (drawing: keyof typeof DRAWINGS, tone: string, text: string, part: string): unknown => html`<span class="state ${tone}" part="state ${part}">
  <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${DRAWINGS[drawing]}</svg>
  <span>${text}</span></span>`;

function renderDevice({ saving, savedAt, trouble }: SessionState, { t, time }: Words): unknown {
  if (trouble !== undefined) return state('warn', 'warn', t(trouble === 'failed' ? 'broken' : trouble), 'state-device');
  if (saving) return state('wait', '', t('saving'), 'state-device');
  return state('ok', 'ok', savedAt ? t('saved', { time: time(savedAt) }) : t('ready'), 'state-device');
}

const REMOTE = { connecting: ['wait', ''], syncing: ['wait', ''], synced: ['ok', 'ok'], unsent: ['warn', 'bad'], offline: ['warn', 'warn'], refused: ['warn', 'bad'], unloaded: ['warn', 'bad'] } as const;

/** A sentence for the live region: what changed for the worse or back to good, never each saving. */
export function spokenState({ trouble, remote }: SessionState, { t }: Words): string {
  return [trouble === undefined ? '' : t(trouble === 'failed' ? 'broken' : trouble), remote && remote.state !== 'connecting' && remote.state !== 'syncing' ? t(remote.state) : ''].filter(Boolean).join('. ');
}

export function renderStates(shown: SessionState, words: Words): unknown {
  const { t, list } = words;
  const { remote, people } = shown;
  const role = remote?.role ?? (remote?.state === 'offline' ? 'untold' : 'edit');
  const names = people.map(({ label, self }) => (self ? t('you') : label || t('someone')));
  return html`<div class="states">
    ${renderDevice(shown, words)}
    ${remote ? state(REMOTE[remote.state][0], REMOTE[remote.state][1], t(remote.state), 'state-hub') : nothing}
    ${role === 'edit' ? nothing : html`<span class="tag unknown">${t(role)}</span>`}
    ${people.length > 0 ? state('people', '', `${t('people', { count: people.length })} (${list(names)})`, 'state-people') : nothing}
  </div>`;
}

export interface NoteActions {
  readonly retry: () => void;
  readonly save: () => void;
  readonly saveDamaged: () => void;
}

const HELP: Readonly<Record<string, readonly [CommonsKey, CommonsKey]>> = {
  absent: ['absent', 'absentHelp'], full: ['full', 'fullHelp'], failed: ['broken', 'brokenHelp'], later: ['later', 'laterHelp'],
};

/** What needs somebody to do something. */
export function renderNotes({ trouble, damaged, remote }: SessionState, future: boolean, { t }: Words, { retry, save, saveDamaged }: NoteActions): unknown {
  const note = (title: string, help: string, bad: boolean, buttons: unknown = nothing): unknown =>
    html`<div class="note ${bad ? 'trouble' : ''}" part="note"><p><strong>${title}</strong></p><p>${help}</p>${buttons}</div>`;
  const saveButton = html`<button type="button" class="secondary" part="button" @click=${save}>${t('saveFile')}</button>`;
  const shared = trouble === 'absent' && remote !== undefined && remote.state !== 'refused' && remote.state !== 'unloaded';
  const [title, help] = (trouble && HELP[trouble]) ?? [];
  return html`
    ${title && help ? note(t(title), t(shared ? 'absentShared' : help), trouble !== 'absent', shared ? nothing : html`<div class="row">${saveButton}
      ${trouble === 'full' || trouble === 'failed' ? html`<button type="button" class="plain" part="button" @click=${retry}>${t('retry')}</button>` : nothing}</div>`) : nothing}
    ${damaged > 0 ? note(t('damaged', { count: damaged }), t('damagedHelp'), true, html`<button type="button" class="secondary" part="button" @click=${saveDamaged}>${t('saveDamaged')}</button>`) : nothing}
    ${remote?.state === 'refused' ? note(t('refused'), t('refusedHelp'), true, saveButton) : nothing}
    ${remote?.state === 'unsent' ? note(t('unsent'), t('unsentHelp'), true, saveButton) : nothing}
    ${future ? note(t('future'), t('futureHelp'), true, saveButton) : nothing}`;
}
