/** One labelled field, with its help and what is wrong with it. */
import type { Problem } from '@assembleurs/open-badges/issue';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Words } from './words.ts';

export interface Field {
  /** In the model: `name`, `achievement.criteria`. The id is made of it. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly input: (value: string) => void;
  readonly help?: string | undefined;
  readonly problem?: Problem | undefined;
  readonly type?: 'text' | 'url' | 'email' | 'password' | 'number' | 'color' | undefined;
  /** Several lines. */
  readonly rows?: number | undefined;
  readonly required?: boolean | undefined;
  /** Of a field that asks for nothing, such as a search. */
  readonly bare?: boolean | undefined;
  readonly autocomplete?: 'off' | 'organization' | 'url' | 'email' | 'new-password' | 'current-password' | undefined;
}

export const problemAt = (problems: readonly Problem[], path: string): Problem | undefined => problems.find((problem) => problem.path === path);

export const idOf = (name: string): string => `asb-${name.replace(/[^\w-]/g, '-')}`;

export const renderProblem = (name: string, problem: Problem | undefined, { lang }: Words): unknown =>
  problem ? html`<p class="error" id="${idOf(name)}-e"><span aria-hidden="true">✕</span><span>${problem.text[lang]}</span></p>` : nothing;

export function renderField(field: Field, words: Words): unknown {
  const { name, label, value, help, problem, type = 'text', rows, required = false, bare = false, autocomplete = 'off' } = field;
  const id = idOf(name);
  const described = [help ? `${id}-h` : '', problem ? `${id}-e` : ''].filter(Boolean).join(' ') || undefined;
  const input = (event: Event): void => { field.input((event.target as HTMLInputElement | HTMLTextAreaElement).value); };
  // Web addresses and e-mails are plain texts: the browser's own checks speak another language than the page.
  const mode = type === 'url' || type === 'email' ? type : type === 'number' ? 'numeric' : undefined;
  return html`<div class="field" part="field">
    <label for=${id}>${label}${required || bare ? nothing : html` <span class="soft">${words.t('optional')}</span>`}</label>
    ${help ? html`<span class="soft" id="${id}-h">${help}</span>` : nothing}
    ${rows
      ? html`<textarea class="input" id=${id} rows=${rows} spellcheck="true" aria-describedby=${ifDefined(described)} aria-invalid=${problem ? 'true' : 'false'} aria-required=${String(required)} .value=${live(value)} @input=${input}></textarea>`
      : html`<input class="input" id=${id} type=${type === 'password' || type === 'color' ? type : 'text'} inputmode=${ifDefined(mode)} autocomplete=${autocomplete} aria-describedby=${ifDefined(described)} aria-invalid=${problem ? 'true' : 'false'} aria-required=${String(required)} .value=${live(value)} @input=${input}>`}
    ${renderProblem(name, problem, words)}
  </div>`;
}

/** A choice among a few. */
export function renderChoice<Value extends string>(name: string, label: string, value: Value, choices: readonly (readonly [Value, string, string?])[], choose: (value: Value) => void): unknown {
  return html`<fieldset class="field" part="field"><legend>${label}</legend>${choices.map(([each, text, help]) => html`<label class="choice"><input type="radio" name=${name} .checked=${live(each === value)} @change=${() => { choose(each); }}>
    <span>${text}${help ? html`<span class="soft">${help}</span>` : nothing}</span></label>`)}</fieldset>`;
}

export const renderCheck = (label: unknown, checked: boolean, change: (checked: boolean) => void): unknown => html`<label class="choice"><input type="checkbox" .checked=${live(checked)} @change=${(event: Event) => { change((event.target as HTMLInputElement).checked); }}><span>${label}</span></label>`;

/**
 * Enter in a field does what the form's first button does. Not by submitting: a sandboxed frame blocks that, and says so to nobody.
 */
export const onEnter = (act: () => void) => (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  act();
};

/** A file, by a button of the house. `id` is the button's. */
export function renderFile(id: string, label: string, accept: string, take: (file: File) => void, kind = 'secondary'): unknown {
  const pick = (event: Event): void => { (event.currentTarget as Element).parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click(); };
  const change = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) take(file);
    input.value = ''; // the same file may be chosen again
  };
  return html`<span class="file"><input type="file" hidden accept=${accept} data-file=${id} @change=${change}><button type="button" id=${id} class=${kind} part="button" @click=${pick}>${label}</button></span>`;
}
