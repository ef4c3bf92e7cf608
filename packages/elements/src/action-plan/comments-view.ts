/** What people said of an action, and what changed in it: who, when. */
import type { Action } from '@assembleurs/commons/plan';
import { html } from 'lit';
import { remarkPlace, type RemarkPlace, type Said } from '../internal/remarks/place.ts';
import { type RemarksHost, remarksOpen, remarksTitle, renderRemarks } from '../internal/remarks/view.ts';
import { newId } from './loading.ts';
import type { PlanContext } from './context.ts';
import { changeText } from './changes-view.ts';

/** More than this nobody reads on a sheet; the history itself keeps more. */
const SHOWN = 30;

/** In the action itself by those who may change it, beside it by those who may only comment. */
function placeOf(action: Action, context: PlanContext): RemarkPlace {
  const { readonly, workspace, today } = context;
  const { comments = [] } = action;
  const beside = remarkPlace(workspace, action.id);
  const own = comments.map((each): Said => ({ ...each, remove: readonly ? undefined : () => {
    context.patch(action, { comments: comments.filter(({ id }) => id !== each.id) });
    return true;
  } }));
  return {
    said: beside ? [...own, ...beside.said].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)) : own,
    add: readonly ? beside?.add : (said) => {
      context.patch(action, { comments: [...comments, { id: newId(), day: today, ...said }] });
      return true;
    },
  };
}

/** Its heading, what stands under it, and whether that shows without being asked for. */
export function commentsOn(action: Action, context: PlanContext): { readonly title: string; readonly content: unknown; readonly open: boolean } {
  const { words: { lang }, author, remarks } = context;
  const place = placeOf(action, context);
  const host: RemarksHost = {
    lang, author, drafts: remarks,
    say: (text) => { context.say(text); },
    focusOn: (selector) => { context.focusOn(selector); },
    redraw: () => { context.redraw(); },
  };
  return { title: remarksTitle(place, host), content: renderRemarks(action.id, place, host), open: remarksOpen(action.id, place, host) };
}

export function renderHistory(action: Action, context: PlanContext): unknown {
  const { words: { t, day }, plan } = context;
  const changes = plan.history.filter((change) => change.action === action.id).reverse().slice(0, SHOWN);
  return changes.length === 0 ? html`<p class="soft">${t('noHistory')}</p>` : html`<ul class="marks">${changes.map((change) => html`<li><span class="soft">${[day(change.at), change.by].filter(Boolean).join(' – ')}</span> ${changeText(change, context)}</li>`)}</ul>`;
}
