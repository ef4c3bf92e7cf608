import '@assembleurs/elements/define/impact-strategy.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Args {
  template?: 'programme' | 'guided';
  src?: string;
  lang?: string;
  view?: 'map' | 'theory' | 'logic' | 'stakeholders' | 'guide' | 'slides';
  readonly?: boolean;
  value?: unknown;
}

let stories = 0;

/** Each story keeps its own strategy. */
export const strategy = ({ template, src, lang, view, readonly, value }: Args): TemplateResult =>
  value === undefined
    ? html`<asb-impact-strategy storage-key="story ${String((stories += 1))}" template=${ifDefined(template)} src=${ifDefined(src)} lang=${ifDefined(lang)} view=${ifDefined(view)} ?readonly=${readonly ?? false}>Chargement…</asb-impact-strategy>`
    : html`<asb-impact-strategy lang=${ifDefined(lang)} view=${ifDefined(view)} ?readonly=${readonly ?? false} .value=${value}>Chargement…</asb-impact-strategy>`;
