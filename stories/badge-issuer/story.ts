import '@assembleurs/elements/define/badge-issuer.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Args {
  /** Each story keeps its own preparation on the device. */
  storageKey: string;
  template?: string;
  hosting?: string;
  statusUrl?: string;
  lang?: string;
}

export const issuer = ({ storageKey, template, hosting, statusUrl, lang }: Args): TemplateResult => html`
  <asb-badge-issuer storage-key=${storageKey} template=${ifDefined(template)} hosting=${ifDefined(hosting)} status-url=${ifDefined(statusUrl)} lang=${ifDefined(lang)}>Chargement…</asb-badge-issuer>
`;
