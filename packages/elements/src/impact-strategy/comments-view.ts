/** What people say of a node or a stakeholder of a shared workspace, on its sheet. */
import type { Stakeholder, StrategyNode } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { remarkPlace } from '../internal/remarks/place.ts';
import { type RemarksHost, remarksTitle, renderRemarks } from '../internal/remarks/view.ts';
import type { StrategyContext } from './context.ts';

export function renderComments({ id }: StrategyNode | Stakeholder, { words: { lang }, workspace, author, remarks, say, focusOn, look }: StrategyContext): unknown {
  const place = remarkPlace(workspace, id);
  if (!place) return nothing;
  const host: RemarksHost = { lang, author, drafts: remarks, say, focusOn, redraw: () => { look({}); } };
  return html`<section class="part" part="remarks" aria-labelledby="remarks"><h4 id="remarks" tabindex="-1" data-focus="remarks">${remarksTitle(place, host)}</h4>${renderRemarks(id, place, host)}</section>`;
}
