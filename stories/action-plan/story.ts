import '@assembleurs/elements/define/action-plan.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Args {
  src?: string;
  lang?: string;
  view?: 'table' | 'board' | 'timeline' | 'calendar' | 'dashboard';
  readonly?: boolean;
  value?: unknown;
}

let stories = 0;

/** Each story keeps its own plan. */
export const plan = ({ src, lang, view, readonly, value }: Args): TemplateResult =>
  value === undefined
    ? html`<asb-action-plan storage-key="story ${String((stories += 1))}" src=${ifDefined(src)} lang=${ifDefined(lang)} view=${ifDefined(view)} ?readonly=${readonly ?? false}>Chargement…</asb-action-plan>`
    : html`<asb-action-plan lang=${ifDefined(lang)} view=${ifDefined(view)} ?readonly=${readonly ?? false} .value=${value}>Chargement…</asb-action-plan>`;
