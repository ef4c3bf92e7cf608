/** What people say of a record, and the form to say more: alike wherever it shows. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isWritten, type RemarkDrafts, SPEAKER } from './drafts.ts';
import type { Add, RemarkPlace, Said } from './place.ts';
import { remarkWords } from './words.ts';

export interface RemarksHost {
  readonly lang: 'fr' | 'en';
  /** How colleagues see this person; empty when the page does not say. */
  readonly author: string;
  readonly drafts: RemarkDrafts;
  /** In the element's live region. */
  readonly say: (text: string) => void;
  /** Draws, then moves the focus there. */
  readonly focusOn: (selector: string) => void;
  readonly redraw: () => void;
}

/** What only one place shows. */
export interface RemarksExtra {
  /** The record that it is about, where several show together. */
  readonly about?: (said: Said) => string;
  /** Before the fields of the form. */
  readonly fields?: unknown;
}

/** Above the list: where the focus goes when what had it is gone. Bears `data-focus=remarks`. */
export const remarksTitle = ({ said }: RemarkPlace, { lang }: RemarksHost): string => remarkWords(lang).t('title', { count: said.length });

/** Whether they show without being asked for: there is something to read, or to go on writing. */
export const remarksOpen = (about: string, { said }: RemarkPlace, { drafts }: RemarksHost): boolean => said.length > 0 || isWritten(drafts, about);

function renderSaid(said: Said, { lang, say, focusOn }: RemarksHost, about: RemarksExtra['about']): unknown {
  const { t, day } = remarkWords(lang);
  const take = (): void => {
    if (!said.remove?.()) return;
    say(t('removed'));
    focusOn('[data-focus=remarks]');
  };
  return html`<li><p class="soft">${[day(said.day), said.by].filter(Boolean).join(' – ')}</p>${about ? html`<p><strong>${about(said)}</strong></p>` : nothing}<p class="said">${said.text}</p>
    ${said.remove ? html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { text: said.text.slice(0, 60) })} @click=${take}>${t('remove')}</button>` : nothing}</li>`;
}

function renderForm(key: string, put: Add, { lang, author, drafts, say, focusOn, redraw }: RemarksHost, fields: unknown): unknown {
  const { t } = remarkWords(lang);
  const { text, problem } = drafts.get(key) ?? { text: '' };
  const by = (): string => drafts.get(SPEAKER)?.text ?? author;
  const tell = (text: string): void => {
    say(text);
    focusOn('#remark-text');
  };
  const add = (event: Event): void => {
    event.preventDefault();
    const written = drafts.get(key)?.text ?? '';
    const failed = written.trim() === '' ? 'empty' : put({ by: by().trim(), text: written.trim() }) ? undefined : 'refused';
    if (failed) drafts.set(key, { text: written, problem: failed });
    else drafts.delete(key);
    tell(t(failed ?? 'added'));
  };
  const write = ({ currentTarget }: Event): void => {
    const wrong = drafts.get(key)?.problem;
    drafts.set(key, { text: (currentTarget as HTMLTextAreaElement).value });
    if (wrong) redraw();
  };
  const speak = ({ currentTarget }: Event): void => { drafts.set(SPEAKER, { text: (currentTarget as HTMLInputElement).value }); };
  // A button and not a submission: a sandboxed frame refuses those without a word.
  return html`<form class="remark" @submit=${add}>${fields}
    <label class="field"><span>${t('text')}</span><textarea class="input" part="field" id="remark-text" data-focus="comment" rows="3" maxlength="5000" aria-invalid=${problem ? 'true' : 'false'} aria-describedby=${problem ? 'remark-problem' : nothing} .value=${live(text)} @input=${write}></textarea></label>
    ${problem ? html`<p class="error" id="remark-problem">${t(problem)}</p>` : nothing}
    <label class="field"><span>${t('by')}</span><input class="input" part="field" maxlength="200" autocomplete="off" .value=${live(by())} @input=${speak}></label>
    <button type="button" class="secondary" part="button" @click=${add}>${t('add')}</button></form>`;
}

/** The list and the form. `key`: under which what is typed is kept. */
export function renderRemarks(key: string, { said, add }: RemarkPlace, host: RemarksHost, { about, fields = nothing }: RemarksExtra = {}): unknown {
  return html`<div class="remarks">${said.length === 0 ? html`<p class="soft">${remarkWords(host.lang).t('none')}</p>` : html`<ul>${repeat(said, ({ id }) => id, (each) => renderSaid(each, host, about))}</ul>`}
    ${add ? renderForm(key, add, host, fields) : nothing}</div>`;
}
