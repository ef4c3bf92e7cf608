import '@assembleurs/elements/define/badge-viewer.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** The demonstration's badges, all fictitious: `.storybook/main.ts` serves them here. */
export const SAMPLES = 'badges/exemples/';

export interface Args {
  src?: string;
  lang?: string;
  display?: 'full' | 'compact';
  href?: string;
  readonly?: boolean;
  /** Whether the page vouches for the demonstration's hub. */
  known?: boolean;
  value?: string | Record<string, unknown>;
}

export const viewer = ({ src, lang, display, href, readonly, known, value }: Args): TemplateResult => html`
  <asb-badge-viewer
    src=${ifDefined(src && SAMPLES + src)}
    known-issuers=${ifDefined(known ? `${SAMPLES}emetteurs-connus.json` : undefined)}
    lang=${ifDefined(lang)}
    display=${ifDefined(display)}
    href=${ifDefined(href)}
    ?readonly=${readonly ?? false}
    .value=${value}
    >Chargement…</asb-badge-viewer
  >
`;
