/** One action in full: every field that it may have, in sections that open. */
import { type Action, axisLookup, isTied, NEEDS, partsOf, PRIORITIES, type Priority, progressOf, STATUSES, type Status, withoutAction } from '@assembleurs/commons/plan';
import { isRecordId } from '@assembleurs/commons/record';
import { html, nothing } from 'lit';
import { commentsOn, renderHistory } from './comments-view.ts';
import type { PlanContext } from './context.ts';
import { checkField, dayField, listField, longField, selectField, textField, titleField } from './fields.ts';
import { actorsNear, renderOrigins } from './origins-view.ts';
import { lateTag, statusTag, titleButton } from './parts.ts';
import { renderBudget, renderIndicators, renderLinks, renderSteps } from './sheet-lists.ts';
import { actionChoices, axisChoices } from './table-view.ts';

type Patch = (patch: Readonly<Partial<Action>>, field: string) => void;

function renderEssentials(action: Action, put: Patch, context: PlanContext): unknown {
  const { words, plan } = context;
  const { t } = words;
  const key = (name: string): string => `${action.id} ${name}`;
  // An action cannot be a part of its own parts.
  const others = new Set(withoutAction(plan, action.id).actions.map(({ id }) => id));
  const under = ({ id }: Action): boolean => !others.has(id);
  const onMap = actorsNear(context).filter((name) => !action.partners.includes(name) && !action.pilots.includes(name));
  return html`<div class="fields">
    <div class="wide">${titleField({ label: t('title'), key: key('title'), focus: 'title' }, action.title, (title) => { put({ title }, 'title'); }, context)}</div>
    ${selectField({ label: t('status'), key: key('status') }, action.status, STATUSES.map((each) => [each, words.status(each)] as const), (status) => { put({ status: status as Status }, 'status'); }, context)}
    ${selectField({ label: t('priority'), key: key('priority') }, action.priority ?? '', [['', t('noPriority')], ...PRIORITIES.map((each) => [each, words.priority(each)] as const)], (priority) => { put({ priority: priority === '' ? undefined : priority as Priority }, 'priority'); }, context)}
    ${dayField({ label: t('start'), key: key('start') }, action.start, (start) => { put({ start }, 'start'); }, context)}
    ${dayField({ label: t('end'), key: key('end') }, action.end, (end) => { put({ end }, 'end'); }, context)}
    ${listField({ label: t('pilots'), key: key('pilots') }, action.pilots, (pilots) => { put({ pilots }, 'pilots'); }, context)}
    ${listField({ label: t('partners'), key: key('partners') }, action.partners, (partners) => { put({ partners }, 'partners'); }, context)}
    ${context.readonly || onMap.length === 0 ? nothing : selectField({ label: t('partnerFromMap'), key: key('map') }, '', [['', t('none')], ...onMap.map((name) => [name, name] as const)], (name) => { if (name !== '') put({ partners: [...action.partners, name] }, ''); }, context)}
    ${action.parent === undefined && plan.axes.length > 0 ? selectField({ label: t('axis'), key: key('axis') }, action.axis ?? '', axisChoices(context), (axis) => { put({ axis: axis || undefined }, 'axis'); }, context) : nothing}
    ${selectField({ label: t('parent'), key: key('parent') }, action.parent ?? '', [['', t('noParent')], ...actionChoices(context, under)], (parent) => { put({ parent: isRecordId(parent) ? parent : undefined }, 'parent'); }, context)}
  </div>
  ${action.start !== undefined && action.end !== undefined && action.end < action.start ? html`<p class="error">${t('endBeforeStart')}</p>` : nothing}
  ${renderOrigins(action, (patch) => { put(patch, ''); }, context)}`;
}

const section = (title: string, content: unknown, open = false, focus = ''): unknown => html`<details class="part" ?open=${open}><summary data-focus=${focus || nothing}><h3>${title}</h3></summary><div class="inside">${content}</div></details>`;

function renderReasons(action: Action, put: Patch, context: PlanContext): unknown {
  const { t } = context.words;
  return (['context', 'goals', 'description'] as const).map((name) => longField({ label: t(name), key: `${action.id} ${name}` }, action[name], (value) => { put({ [name]: value }, name); }, context));
}

function renderPeople(action: Action, put: Patch, context: PlanContext): unknown {
  const { t, need } = context.words;
  const codes = [...NEEDS, ...action.needs.filter((code) => !(NEEDS as readonly string[]).includes(code))];
  return html`<div class="fields">
    ${(['services', 'bodies', 'publics', 'elected'] as const).map((name) => listField({ label: t(name), key: `${action.id} ${name}` }, action[name], (value) => { put({ [name]: value }, name); }, context))}
    ${listField({ label: t('contacts'), key: `${action.id} contacts`, help: t('contactsHelp') }, action.contacts, (contacts) => { put({ contacts }, 'contacts'); }, context)}
    ${textField({ label: t('participation'), key: `${action.id} participation` }, action.participation, (participation) => { put({ participation }, 'participation'); }, context)}
  </div>
  ${longField({ label: t('resources'), key: `${action.id} resources` }, action.resources, (resources) => { put({ resources }, 'resources'); }, context)}
  <fieldset class="columns"><legend>${t('needs')}</legend>${codes.map((code) => checkField(need(code), action.needs.includes(code), (on) => { put({ needs: codes.filter((each) => (each === code ? on : action.needs.includes(each))) }, 'needs'); }, context))}</fieldset>`;
}

function renderOrder(action: Action, put: Patch, context: PlanContext): unknown {
  const { words: { t }, plan, readonly } = context;
  const before = action.after.flatMap((id) => plan.actions.find((each) => each.id === id) ?? []);
  return html`${before.length > 0 ? html`<ul class="rows">${before.map((each) => html`<li><span>${each.title}</span>${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: each.title })} @click=${() => { put({ after: action.after.filter((id) => id !== each.id) }, ''); }}>${t('remove')}</button>`}</li>`)}</ul>` : nothing}
    ${readonly ? nothing : selectField({ label: t('orderAdd'), key: `${action.id} order` }, '', [['', t('none')], ...actionChoices(context, ({ id }) => id === action.id || action.after.includes(id))], (id) => { if (isRecordId(id)) put({ after: [...action.after, id] }, ''); }, context)}`;
}

export function renderSheet(action: Action, context: PlanContext): unknown {
  const { words, plan, readonly } = context;
  const { t } = words;
  const put: Patch = (patch, field) => { context.patch(action, patch, field && `${action.id} ${field}`); };
  const parts = partsOf(action.id, plan.actions);
  const share = progressOf(action, plan.actions);
  const comments = commentsOn(action, context);
  const filled = (...values: readonly (string | readonly unknown[])[]): boolean => values.some(({ length }) => length > 0);
  return html`<article class="sheet" part="sheet" aria-labelledby="sheet-title">
    <div class="row"><button type="button" class="secondary" part="button" @click=${() => { context.open(undefined); }}>← ${t('back')}</button></div>
    <div class="sheet-head"><p class="soft">${axisLookup(plan)(action)?.name ?? ''}</p><h3 id="sheet-title" class="sheet-title" tabindex="-1" data-focus="sheet">${action.title}</h3>
      <div class="row">${statusTag(action, words)}${lateTag(action, context)}${share === null ? nothing : html`<span class="soft">${t('progress')}\u00a0: ${words.percent(share)}</span>`}${isTied(action) ? html`<span class="soft">${t('tied')}</span>` : nothing}</div></div>
    ${renderEssentials(action, put, context)}
    ${section(`${t('steps')} (${String(action.steps.length)})`, renderSteps(action, put, context), action.steps.length > 0)}
    ${section(t('reasons'), renderReasons(action, put, context), filled(action.context, action.goals, action.description))}
    ${section(`${t('indicators')} (${String(action.indicators.length)})`, renderIndicators(action, put, context), action.indicators.length > 0)}
    ${section(t('budget'), renderBudget(action, put, context), filled(action.budget, action.funders))}
    ${section(t('people'), renderPeople(action, put, context))}
    ${section(t('order'), renderOrder(action, put, context), action.after.length > 0)}
    ${section(`${t('notes')}, ${t('links').toLowerCase()}`, html`${longField({ label: t('notes'), key: `${action.id} notes` }, action.notes, (notes) => { put({ notes }, 'notes'); }, context)}${renderLinks(action, put, context)}`, filled(action.notes, action.links))}
    ${section(comments.title, comments.content, comments.open, 'remarks')}
    ${section(t('history'), renderHistory(action, context))}
    ${parts.length > 0 ? html`<ul class="rows">${parts.map((part) => html`<li>${titleButton(part, context, 'part')} ${statusTag(part, words)}</li>`)}</ul>` : nothing}
    ${readonly ? nothing : html`<div class="row">
      ${action.parent === undefined ? html`<button type="button" class="secondary" part="button" @click=${() => { context.add({ parent: action.id }); }}>${t('addPart')}</button>` : nothing}
      <button type="button" class="plain bad" part="button" @click=${() => { context.remove(action); }}>${t('removeAction')}</button></div>`}
  </article>`;
}
