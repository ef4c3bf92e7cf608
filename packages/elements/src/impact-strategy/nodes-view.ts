/** A list of nodes that are written in place: what the theory of change, the logic model and the questions are made of. */
import { addNode, addOrShare, isAnswered, type Kind, linkNode, sameWords, type StrategyNode, withNodePatch } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StrategyContext } from './context.ts';
import { renderInline } from './inline-field.ts';
import { moreSign, warningSign } from './signs.ts';

/** Keeps new words of a node; false when there are none. */
export function keepText(node: StrategyNode, text: string, context: StrategyContext): boolean {
  const { words: { t }, strategy, say } = context;
  if (text === '') {
    say(t('textNeeded'));
    return true;
  }
  context.edit(withNodePatch(strategy, node.id, { text }), { said: t('changed', { text }) });
  return true;
}

/** Adds a node under another, or shares the one that has these words. */
export function addText(kind: Kind, parent: StrategyNode | undefined, text: string, context: StrategyContext): boolean {
  if (text === '') return true;
  const { words: { t }, strategy, newId } = context;
  const shared = parent && sameWords(strategy, kind, text);
  const already = shared && !('refused' in linkNode(strategy, shared, parent));
  return context.edit(parent ? addOrShare(strategy, { id: newId(), kind, text, parent }) : addNode(strategy, { id: newId(), kind, text }), { said: t(already ? 'linked' : 'added', { text }) });
}

/** A button that opens a node in full, and comes back to itself. */
export function detailsButton(node: StrategyNode, place: string, { words: { t }, open }: StrategyContext): unknown {
  const name = `${place} ${node.id}`;
  return html`<button type="button" class="icon" part="button" data-open=${name} title=${t('details')} aria-label=${t('detailsOf', { text: node.text })} @click=${() => { open(node.id, `[data-open="${name}"]`); }}>${moreSign}</button>`;
}

/** Whether something answers an obstacle: by a sign and words, and the way to answer. */
function renderAnswer(node: StrategyNode, place: string, { words: { t }, actions, readonly, open }: StrategyContext): unknown {
  if (node.kind !== 'obstacle') return nothing;
  const titles = [...node.replies.map(({ title }) => title), ...actions.filter(({ derivedFrom }) => derivedFrom.includes(node.id)).map(({ title }) => title)];
  if (isAnswered(node, actions)) return html`<span class="soft below">${t('answered', { titles: [...new Set(titles)].join(', ') })}</span>`;
  const name = `reply ${place} ${node.id}`;
  return html`<span class="below row"><span class="tag bad">${warningSign}${t('unanswered')}</span>${readonly ? nothing : html`<button type="button" class="plain small" part="button" data-open=${name} aria-label=${t('replyTo', { text: node.text })} @click=${() => { open(node.id, `[data-open="${name}"]`); }}>${t('reply')}</button>`}</span>`;
}

export interface NodeList {
  readonly kind: Kind;
  /** What the list is about; undefined for what serves nothing. */
  readonly parent: StrategyNode | undefined;
  /** Tells two lists of one node apart. */
  readonly place: string;
}

function renderNode(node: StrategyNode, { place, parent }: NodeList, context: StrategyContext): unknown {
  const { words, readonly, opens, looking, look, focusOn } = context;
  const { t, names } = words;
  const key = `edit ${place} ${parent?.id ?? ''} ${node.id}`;
  const button = `[data-cell="${key}"]`;
  if (looking.field === key && !readonly) {
    return renderInline({
      key, label: t('editName', { kind: names.kinds[node.kind] }), text: node.text, keep: (text) => keepText(node, text, context),
      close: (how) => { look({ field: '' }); if (how !== 'leave') focusOn(button); },
    }, context);
  }
  return html`${readonly ? html`<span class="said">${node.text}</span>` : html`<button type="button" class="cell" part="cell" data-cell=${key} title=${t('edit')} @click=${() => { look({ field: key }); focusOn('[data-editor]'); }}>${node.text}</button>`}
    ${opens ? detailsButton(node, key, context) : nothing}${renderAnswer(node, key, context)}`;
}

export function renderAdd({ kind, parent, place }: NodeList, context: StrategyContext, label?: string): unknown {
  const { words: { t, names }, readonly, looking, look, focusOn, graph } = context;
  if (readonly) return nothing;
  const key = `add ${place} ${kind} ${parent?.id ?? ''}`;
  const name = label ?? t('addKind', { kind: names.kinds[kind] });
  if (looking.field !== key) return html`<button type="button" class="plain small add" part="button" data-cell=${key} @click=${() => { look({ field: key }); focusOn('[data-editor]'); }}>+ ${name}${parent ? html` <span class="vh">${t('forWhat', { about: parent.text })}</span>` : nothing}</button>`;
  let kept = false;
  const here = new Set(parent ? graph.under(parent, kind) : []);
  return renderInline({
    key, label: parent ? t('newOfAbout', { kind: names.kinds[kind], about: parent.text }) : t('newOf', { kind: names.kinds[kind] }), text: '', proposals: parent ? graph.of(kind).filter((node) => !here.has(node)).map(({ text }) => text) : [],
    keep: (text) => kept = addText(kind, parent, text, context),
    close: (how) => {
      // Enter goes on with the next one; an empty field ends it.
      if (how === 'enter' && kept) {
        focusOn('[data-editor]');
        return;
      }
      look({ field: '' });
      if (how !== 'leave') focusOn(`[data-cell="${key}"]`);
    },
  }, context);
}

export const renderItems = (nodes: readonly StrategyNode[], list: NodeList, context: StrategyContext): unknown =>
  html`<ul class="items">${repeat(nodes, ({ id }) => id, (node) => html`<li>${renderNode(node, list, context)}</li>`)}</ul>`;

export const renderNodes = (nodes: readonly StrategyNode[], list: NodeList, context: StrategyContext): unknown =>
  html`${nodes.length > 0 ? renderItems(nodes, list, context) : context.readonly ? html`<span class="soft">–</span>` : nothing}${renderAdd(list, context)}`;

/** One node, or the way to write it. */
export const renderOne = (node: StrategyNode, place: string, context: StrategyContext): unknown => html`<div class="one">${renderNode(node, { kind: node.kind, parent: undefined, place }, context)}</div>`;
