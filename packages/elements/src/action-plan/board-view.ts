/** The board: a column for each status; a list in each card moves it, and so does the pointer. */
import { type Action, STATUSES, type Status } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { datesText, lateTag, titleButton } from './parts.ts';

/** Always there, so that there is somewhere to move to. */
const ALWAYS: ReadonlySet<Status> = new Set<Status>(['À venir', 'En cours', 'Réalisé']);

function move(action: Action, status: Status, context: PlanContext): void {
  if (action.status === status || context.readonly) return;
  context.patch(action, { status });
  context.say(context.words.t('moved', { title: action.title, status: context.words.status(status) }));
  context.focusOn(`[data-move="${action.id}"]`);
}

function renderCard(action: Action, context: PlanContext): unknown {
  const { words, readonly } = context;
  const { t } = words;
  const drag = (event: DragEvent): void => { event.dataTransfer?.setData('text/plain', action.id); };
  return html`<li class="card" draggable=${readonly ? 'false' : 'true'} @dragstart=${drag}>
    ${titleButton(action, context, 'board')}
    ${action.pilots.length > 0 ? html`<span>${words.list(action.pilots)}</span>` : nothing}
    <span class="soft">${datesText(action, words)}</span>${lateTag(action, context)}
    ${readonly ? nothing : html`<select class="input" part="field" data-move=${action.id} aria-label=${t('moveTo', { title: action.title })} @change=${(event: Event) => { move(action, (event.currentTarget as HTMLSelectElement).value as Status, context); }}>
      ${STATUSES.map((each) => html`<option value=${each} ?selected=${each === action.status}>${words.status(each)}</option>`)}</select>`}
  </li>`;
}

export function renderBoard(context: PlanContext): unknown {
  const { words, chosen, plan } = context;
  const actions = chosen.map(({ action }) => action);
  const over = (event: DragEvent): void => { if (!context.readonly) event.preventDefault(); };
  const drop = (event: DragEvent, status: Status): void => {
    event.preventDefault();
    const id = event.dataTransfer?.getData('text/plain');
    const action = plan.actions.find((each) => each.id === id);
    if (action) move(action, status, context);
  };
  return html`${context.readonly ? nothing : html`<p class="soft screen">${words.t('boardHelp')}</p>`}
    <div class="board" part="board" role="region" tabindex="0" aria-label=${words.t('boardRegion')}>${STATUSES.flatMap((status) => {
    const inside = actions.filter((action) => action.status === status);
    if (inside.length === 0 && !ALWAYS.has(status)) return [];
    return [html`<section class="column" aria-label=${words.status(status)} @dragover=${over} @drop=${(event: DragEvent) => { drop(event, status); }}>
      <h3>${words.status(status)} <span class="soft">(${inside.length})</span></h3>
      ${inside.length > 0 ? html`<ul>${inside.map((action) => renderCard(action, context))}</ul>` : html`<p class="soft">${words.t('emptyColumn')}</p>`}</section>`];
  })}</div>`;
}
