import type { ChoiceView, QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { sameValue, valuesOf } from './choices.ts';
import type { Drawer, FieldContext } from './context.ts';
import { renderGrouped } from './frame.ts';

/** Puts the focus on a control that is there already or will be once the answer is drawn. */
type Move = (event: Event, from: number, to: number) => void;

const ranked = (node: QuestionNode): ChoiceView[] => {
  const given = valuesOf(node.value).flatMap((value) => node.choices.find((choice) => sameValue(choice.value, value)) ?? []);
  return node.json.selectToRankEnabled === true ? given : [...given, ...node.choices.filter((choice) => !given.includes(choice))];
};

const places = (choices: readonly ChoiceView[]): unknown[] | undefined => (choices.length > 0 ? choices.map((choice) => choice.value) : undefined);

/**
 * An order given with buttons. Each place keeps its element and its buttons, the texts move between them: so the
 * focus can follow the moved choice at once, and at the ends a button is `aria-disabled` rather than gone.
 */
function renderList(node: QuestionNode, context: FieldContext, order: readonly ChoiceView[], select: boolean): unknown {
  const { t } = context;
  const count = order.length;
  const say = (choice: ChoiceView, place: number): void => { context.announce(t('rankedAt', { text: choice.text, place, count })); };
  const move: Move = (event, from, to) => {
    const choice = order[from];
    if (!choice || to < 0 || to >= count) return;
    const next = order.filter((other) => other !== choice);
    next.splice(to, 0, choice);
    node.setValue(places(next));
    const { id } = event.currentTarget as Element;
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.getElementById(id.replace(/\d+$/, String(to)))?.focus();
    say(choice, to + 1);
  };
  const button = (index: number, to: number, way: 'up' | 'down', text: string): unknown =>
    html`<button type="button" class="secondary step" part="button" id="${node.id}-${way}-${index}" aria-label=${t(way === 'up' ? 'moveUp' : 'moveDown', { text })}
      aria-disabled=${to < 0 || to >= count ? 'true' : 'false'} ?disabled=${!node.enabled}
      @click=${(event: Event) => { move(event, index, to); }}><span aria-hidden="true">${way === 'up' ? '↑' : '↓'}</span><span class="word">${t(way)}</span></button>`;
  return html`<ol class="rank">${order.map((choice, index) => html`<li><span class="place" aria-hidden="true">${index + 1}</span><span class="what">${choice.text}</span><span class="steps">${
    button(index, index - 1, 'up', choice.text)}${button(index, index + 1, 'down', choice.text)}${select
      ? html`<button type="button" class="remove" part="button" aria-label=${t('removeItem', { text: choice.text })} ?disabled=${!node.enabled}
          @click=${() => { node.setValue(places(order.filter((other) => other !== choice))); context.announce(t('removed', { text: choice.text })); }}><span aria-hidden="true">✕</span></button>`
      : nothing}</span></li>`)}</ol>`;
}

export const renderRanking: Drawer = (node, context) => {
  const { t } = context;
  const select = node.json.selectToRankEnabled === true;
  const order = ranked(node);
  const rest = select ? node.choices.filter((choice) => !order.includes(choice)) : [];
  const add = (choice: ChoiceView): void => {
    node.setValue(places([...order, choice]));
    context.announce(t('rankedAt', { text: choice.text, place: order.length + 1, count: order.length + 1 }));
  };
  const hint = t(select ? 'rankSelectHint' : 'rankHint');
  return renderGrouped(node, context, [
    order.length > 0 ? renderList(node, context, order, select) : nothing,
    rest.length > 0
      ? html`<ul class="rest" aria-label=${t('toRank')}>${rest.map((choice) => html`<li><button type="button" class="secondary" part="button"
          ?disabled=${!node.enabled || !choice.enabled} @click=${() => { add(choice); }}><span aria-hidden="true">+ </span>${choice.text}</button></li>`)}</ul>`
      : nothing,
    !select && node.empty && node.enabled
      ? html`<button type="button" class="plain" part="button" @click=${() => { node.setValue(places(order)); context.announce(t('orderKept')); }}>${t('keepOrder')}</button>`
      : nothing,
  ], { hint });
};
