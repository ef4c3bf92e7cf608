/** What people said of an action, and what changed in it: who, when. */
import type { Action, Comment } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import { newId } from './loading.ts';
import type { PlanContext } from './context.ts';
import { changeText } from './changes-view.ts';

/** More than this nobody reads on a sheet; the history itself keeps more. */
const SHOWN = 30;

export function renderComments(action: Action, context: PlanContext): unknown {
  const { words: { t, day }, today, readonly, unsent, author } = context;
  const { comments = [] } = action;
  const key = `comment ${action.id}`;
  const keep = (next: readonly Comment[]): void => { context.patch(action, { comments: [...next] }); };
  const add = (): void => {
    const text = (unsent.get(key) ?? '').trim();
    if (text === '') {
      context.say(t('commentNeeded'));
      context.focusOn('[data-focus=comment]');
      return;
    }
    unsent.delete(key);
    keep([...comments, { id: newId(), day: today, by: (unsent.get('by') ?? author).trim(), text }]);
    context.focusOn('[data-focus=comment]');
  };
  const typed = (name: string) => ({ currentTarget }: Event): void => { unsent.set(name, (currentTarget as HTMLInputElement).value); };
  return html`${comments.length > 0 ? html`<ul class="rows">${comments.map((each) => html`<li><div><p class="soft">${[day(each.day), each.by].filter(Boolean).join(' – ')}</p><p class="said">${each.text}</p></div>
      ${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: each.text.slice(0, 60) })} @click=${() => { keep(comments.filter(({ id }) => id !== each.id)); }}>${t('remove')}</button>`}</li>`)}</ul>` : html`<p class="soft">${t('noComment')}</p>`}
    ${readonly ? nothing : html`<label class="field"><span>${t('newComment')}</span><textarea class="input" part="field" rows="2" maxlength="5000" data-focus="comment" .value=${unsent.get(key) ?? ''} @input=${typed(key)}></textarea></label>
      <label class="field"><span>${t('commentBy')}</span><input class="input" part="field" maxlength="200" .value=${unsent.get('by') ?? author} @input=${typed('by')}></label>
      <div class="row"><button type="button" class="secondary" part="button" @click=${add}>${t('addComment')}</button></div>`}`;
}

export function renderHistory(action: Action, context: PlanContext): unknown {
  const { words: { t, day }, plan } = context;
  const changes = plan.history.filter((change) => change.action === action.id).reverse().slice(0, SHOWN);
  return changes.length === 0 ? html`<p class="soft">${t('noHistory')}</p>` : html`<ul class="marks">${changes.map((change) => html`<li><span class="soft">${[day(change.at), change.by].filter(Boolean).join(' – ')}</span> ${changeText(change, context)}</li>`)}</ul>`;
}
