/** What people say of an actor of a shared workspace, on its card. */
import type { Actor } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import { remarkPlace } from '../internal/remarks/place.ts';
import { type RemarksHost, remarksOpen, remarksTitle, renderRemarks } from '../internal/remarks/view.ts';
import type { ViewContext } from './context.ts';

export function renderComments({ id }: Actor, { work, words: { lang }, workspace, author, remarks, announce, focusOn }: ViewContext): unknown {
  const place = remarkPlace(workspace, id);
  if (!place) return nothing;
  const host: RemarksHost = { lang, author, drafts: remarks, say: announce, focusOn, redraw: () => { work.show({}); } };
  // Whoever may only comment came for this.
  const guest = place.add !== undefined && workspace?.readonly;
  return html`<details class="more" part="remarks" ?open=${guest || remarksOpen(id, place, host)}><summary data-focus="remarks">${remarksTitle(place, host)}</summary>${renderRemarks(id, place, host)}</details>`;
}
