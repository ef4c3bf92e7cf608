import '@assembleurs/elements/define/actor-map.js';
import type { ActorData } from '@assembleurs/commons/actors';
import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Args {
  view?: string;
  lang?: string;
  editable?: boolean;
  communes?: string;
  contact?: string;
  src?: string;
  value?: ActorData | string;
  /** Tells a story's data apart from the others'. */
  key: string;
}

/** Fictitious actors on the real communes, always the same. */
export const sample = (): ActorData => demoActors(7, mel());

export const actors = ({ view, lang, editable, communes, contact, src, value, key }: Args): TemplateResult => html`
  <asb-actor-map view=${ifDefined(view)} lang=${ifDefined(lang)} communes=${ifDefined(communes)} contact=${ifDefined(contact)} src=${ifDefined(src)} storage-key=${key} ?editable=${editable ?? false} .value=${value}>Chargement…</asb-actor-map>
`;
