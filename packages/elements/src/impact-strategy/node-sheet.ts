/** One node in full: its words, what it serves, what answers it, the actions of the plan that come from it. */
import { CONFIDENCES, linkNode, removedWith, removeNode, type StrategyNode, SERVES, unlinkNode, withNodePatch } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { formText } from '../internal/form-text.ts';
import { renderComments } from './comments-view.ts';
import type { StrategyContext } from './context.ts';

function renderServes(node: StrategyNode, context: StrategyContext): unknown {
  const { words: { t, names }, graph, strategy, readonly } = context;
  const kinds = SERVES[node.kind];
  if (kinds.length === 0) return nothing;
  const choices = kinds.flatMap((kind) => graph.of(kind));
  const change = (served: StrategyNode) => (event: Event): void => {
    context.edit((event.currentTarget as HTMLInputElement).checked ? linkNode(strategy, node, served) : unlinkNode(strategy, node, served.id), { said: t('changed', { text: node.text }) });
  };
  return html`<fieldset><legend>${t('serves')}</legend>
    ${choices.length === 0 ? html`<p class="soft">${t('servesNone', { kind: kinds.map((kind) => names.kinds[kind]).join(', ') })}</p>` : html`<p class="soft">${t('servesHelp')}</p>${choices.map((served) => html`<label class="check"><input type="checkbox" .checked=${node.serves.includes(served.id)} ?disabled=${readonly} @change=${change(served)}><span>${served.text} <span class="soft">${names.kinds[served.kind]}</span></span></label>`)}`}</fieldset>`;
}

function renderReplies(node: StrategyNode, context: StrategyContext): unknown {
  const { words: { t, names }, graph, strategy, readonly, newId } = context;
  if (node.kind !== 'obstacle') return nothing;
  const give = (title: string, record?: StrategyNode['id']): void => {
    context.edit(withNodePatch(strategy, node.id, { replies: [...node.replies, { id: newId(), title: title.slice(0, 500), ...(record === undefined ? {} : { record }) }] }), { said: t('added', { text: title }) });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const title = formText(form, 'reply');
    if (title === '') return;
    give(title);
    form.reset();
  };
  const choices = (['deliverable', 'activity'] as const).flatMap((kind) => graph.of(kind)).filter(({ id }) => !node.replies.some(({ record }) => record === id));
  return html`<section class="part" aria-labelledby="replies"><h4 id="replies" tabindex="-1" data-focus="replies">${t('replies')}</h4><p class="soft">${t('repliesHelp')}</p>
    ${node.replies.length === 0 ? html`<p class="soft">${t('unanswered')}</p>` : html`<ul class="items">${node.replies.map((reply) => html`<li><span class="said">${(reply.record === undefined ? undefined : graph.get(reply.record))?.text ?? reply.title}</span>
      ${readonly ? nothing : html`<button type="button" class="plain small" part="button" aria-label=${t('removeReply', { text: reply.title })} @click=${() => { context.edit(withNodePatch(strategy, node.id, { replies: node.replies.filter(({ id }) => id !== reply.id) }), { said: t('removed', { text: reply.title }) }); context.focusOn('[data-focus=replies]'); }}>${t('remove')}</button>`}</li>`)}</ul>`}
    ${readonly ? nothing : html`<form class="row" @submit=${submit}><label class="field grow"><span>${t('replyText')}</span><input class="input" part="field" name="reply" maxlength="500" autocomplete="off"></label><button type="submit" class="secondary" part="button">${t('addReply')}</button></form>
      ${choices.length === 0 ? nothing : html`<label class="field"><span>${t('replyNode')}</span><select class="input" part="field" @change=${(event: Event) => {
        const select = event.currentTarget as HTMLSelectElement;
        const chosen = choices.find(({ id }) => id === select.value);
        select.value = '';
        if (chosen) give(chosen.text, chosen.id);
      }}><option value="">${t('chooseNode')}</option>${choices.map((each) => html`<option value=${each.id}>${names.kinds[each.kind]} – ${each.text}</option>`)}</select></label>`}`}</section>`;
}

function renderPlan(node: StrategyNode, { words: { t }, actions, plan, readonly }: StrategyContext): unknown {
  const here = actions.filter(({ derivedFrom }) => derivedFrom.includes(node.id));
  if (here.length === 0 && (!plan || readonly)) return nothing;
  return html`<section class="part" aria-labelledby="in-plan"><h4 id="in-plan" tabindex="-1" data-focus="plan">${t('inPlan')}</h4>
    ${here.length === 0 ? html`<p class="soft">${t('none')}</p>` : html`<ul class="items">${here.map(({ title }) => html`<li>${title}</li>`)}</ul>`}
    ${plan && !readonly ? html`<button type="button" class="secondary" part="button" @click=${() => { plan(node); }}>${t('toPlan')}</button><p class="soft">${t('toPlanHelp')}</p>` : nothing}</section>`;
}

export function renderNodeSheet(node: StrategyNode, context: StrategyContext): unknown {
  const { words: { t, names }, strategy, readonly, graph } = context;
  const patch = (part: Partial<StrategyNode>, field: string): void => { context.edit(withNodePatch(strategy, node.id, part), { field: `${node.id} ${field}` }); };
  const text = (field: 'note' | 'evidence', help?: 'evidenceHelp'): unknown => html`<label class="field"><span>${t(field)}</span>${help ? html`<span class="soft">${t(help)}</span>` : nothing}
    <textarea class="input" part="field" maxlength="10000" ?readonly=${readonly} .value=${node[field]} @change=${(event: Event) => { patch({ [field]: (event.currentTarget as HTMLTextAreaElement).value.trim() }, field); }}></textarea></label>`;
  const rename = (event: Event): void => {
    const field = event.currentTarget as HTMLTextAreaElement;
    const value = field.value.replace(/\s+/g, ' ').trim();
    if (value === '') context.say(t('textNeeded'));
    else if (value !== node.text) patch({ text: value }, 'text');
    field.value = value || node.text;
  };
  const remove = (): void => {
    const count = removedWith(strategy, node.id);
    const edited = removeNode(strategy, node.id);
    context.open(undefined);
    context.edit(edited, { said: count > 0 ? t('removedMore', { text: node.text, count }) : t('removed', { text: node.text }) });
    context.focusOn('[data-focus=undo]');
  };
  const under = graph.under(node);
  return html`<section class="sheet" part="sheet" aria-labelledby="sheet">
    <button type="button" class="plain" part="button" @click=${() => { context.open(undefined); }}>← ${t('back')}</button>
    <h3 id="sheet" tabindex="-1" data-focus="sheet"><span class="kind">${names.kinds[node.kind]}</span> ${node.text}</h3>
    <label class="field"><span>${t('text')}</span><textarea class="input short" part="field" maxlength="1000" ?readonly=${readonly} .value=${node.text} @change=${rename}></textarea></label>
    ${renderServes(node, context)}
    ${under.length === 0 ? nothing : html`<section><h4>${t('servedBy')}</h4><ul class="marks">${under.map((each) => html`<li>${each.text} <span class="soft">${names.kinds[each.kind]}</span></li>`)}</ul></section>`}
    ${node.kind === 'effect' ? html`<label class="field"><span>${t('confidence')}</span><select class="input" part="field" ?disabled=${readonly} @change=${(event: Event) => { patch({ confidence: CONFIDENCES.find((each) => each === (event.currentTarget as HTMLSelectElement).value) }, ''); }}>
      <option value="" ?selected=${node.confidence === undefined}>${t('noConfidence')}</option>${CONFIDENCES.map((each) => html`<option value=${each} ?selected=${node.confidence === each}>${names.confidences[each]}</option>`)}</select></label>${text('evidence', 'evidenceHelp')}` : nothing}
    ${renderReplies(node, context)}${renderPlan(node, context)}${text('note')}
    ${readonly ? nothing : html`<button type="button" class="secondary" part="button" aria-label=${t('removeNamed', { text: node.text })} @click=${remove}>${t('remove')}</button>`}
    ${renderComments(node, context)}</section>`;
}
