/** What people said of an action, and what changed in it: who, when. */
import type { Action, Comment } from '@assembleurs/commons/plan';
import { remarkRoom, remarksOn, removeRemark } from '@assembleurs/commons/remark';
import type { Workspace } from '@assembleurs/commons/workspace';
import { html, nothing } from 'lit';
import { isOwnRemark, noteOwnRemark } from '../internal/own-remarks.ts';
import { newId } from './loading.ts';
import type { PlanContext } from './context.ts';
import { changeText } from './changes-view.ts';

/** More than this nobody reads on a sheet; the history itself keeps more. */
const SHOWN = 30;

interface Said extends Comment {
  /** Undefined where this person may not take it back. */
  readonly remove: (() => void) | undefined;
}

/** Where this person writes what they say of an action; undefined: nowhere. */
function addTo(action: Action, context: PlanContext): ((comment: Comment) => void) | undefined {
  const { readonly, workspace } = context;
  if (!readonly) return (comment) => { context.patch(action, { comments: [...action.comments ?? [], comment] }); };
  // An invitation to comment writes beside the plan, never in it.
  const room = workspace?.readonly ? remarkRoom(workspace) : undefined;
  return room && (({ day, by, text }) => {
    const id = newId();
    noteOwnRemark(id);
    room.put({ id, type: 'remark', version: 1, derivedFrom: [], about: action.id, day, by, text });
  });
}

const mayRemove = (workspace: Workspace, id: Parameters<typeof isOwnRemark>[0]): boolean => remarkRoom(workspace) !== undefined && (!workspace.readonly || isOwnRemark(id));

/** In the action itself, and beside it by those who may only comment. */
function saidOf(action: Action, context: PlanContext): readonly Said[] {
  const { readonly, workspace } = context;
  const { comments = [] } = action;
  const own = comments.map((each): Said => ({ ...each, remove: readonly ? undefined : () => { context.patch(action, { comments: comments.filter(({ id }) => id !== each.id) }); } }));
  const beside = workspace ? remarksOn(workspace, action.id).map((each): Said => ({ ...each, remove: mayRemove(workspace, each.id) ? () => { removeRemark(workspace, each.id); } : undefined })) : [];
  return beside.length === 0 ? own : [...own, ...beside].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

export const countComments = (action: Action, { workspace }: PlanContext): number => (action.comments?.length ?? 0) + (workspace ? remarksOn(workspace, action.id).length : 0);

export function renderComments(action: Action, context: PlanContext): unknown {
  const { words: { t, day }, today, unsent, author } = context;
  const said = saidOf(action, context);
  const put = addTo(action, context);
  const key = `comment ${action.id}`;
  const add = (): void => {
    const text = (unsent.get(key) ?? '').trim();
    if (text === '') {
      context.say(t('commentNeeded'));
      context.focusOn('[data-focus=comment]');
      return;
    }
    unsent.delete(key);
    put?.({ id: newId(), day: today, by: (unsent.get('by') ?? author).trim(), text });
    context.focusOn('[data-focus=comment]');
  };
  const typed = (name: string) => ({ currentTarget }: Event): void => { unsent.set(name, (currentTarget as HTMLInputElement).value); };
  return html`${said.length > 0 ? html`<ul class="rows">${said.map((each) => html`<li><div><p class="soft">${[day(each.day), each.by].filter(Boolean).join(' – ')}</p><p class="said">${each.text}</p></div>
      ${each.remove ? html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: each.text.slice(0, 60) })} @click=${each.remove}>${t('remove')}</button>` : nothing}</li>`)}</ul>` : html`<p class="soft">${t('noComment')}</p>`}
    ${put ? html`<label class="field"><span>${t('newComment')}</span><textarea class="input" part="field" rows="2" maxlength="5000" data-focus="comment" .value=${unsent.get(key) ?? ''} @input=${typed(key)}></textarea></label>
      <label class="field"><span>${t('commentBy')}</span><input class="input" part="field" maxlength="200" .value=${unsent.get('by') ?? author} @input=${typed('by')}></label>
      <div class="row"><button type="button" class="secondary" part="button" @click=${add}>${t('addComment')}</button></div>` : nothing}`;
}

export function renderHistory(action: Action, context: PlanContext): unknown {
  const { words: { t, day }, plan } = context;
  const changes = plan.history.filter((change) => change.action === action.id).reverse().slice(0, SHOWN);
  return changes.length === 0 ? html`<p class="soft">${t('noHistory')}</p>` : html`<ul class="marks">${changes.map((change) => html`<li><span class="soft">${[day(change.at), change.by].filter(Boolean).join(' – ')}</span> ${changeText(change, context)}</li>`)}</ul>`;
}
