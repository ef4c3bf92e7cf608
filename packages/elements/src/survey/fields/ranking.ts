import type { ChoiceView } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { holds, listAnswer, sameValue, valuesOf } from './choices.ts';
import type { Drawer } from './context.ts';
import { focusWithin } from './focus.ts';
import { cross, renderButton, renderGrouped } from './frame.ts';

/**
 * An order given with buttons. Each place keeps its element and its buttons, the texts move between them: so the
 * focus can follow the moved choice at once, and at the ends a button is `aria-disabled` rather than gone.
 */
export const renderRanking: Drawer = (node, context) => {
  const { choices, enabled, id } = node;
  const { t, announce } = context;
  const select = node.json.selectToRankEnabled === true;
  const values = valuesOf(node.value);
  const given = values.flatMap((value) => choices.find((choice) => sameValue(choice.value, value)) ?? []);
  const rest = choices.filter((choice) => !holds(values, choice.value));
  const order = select ? given : [...given, ...rest];
  const rank = (next: readonly ChoiceView[]): void => { node.setValue(listAnswer(next.map((choice) => choice.value))); };
  const put = (choice: ChoiceView, place: number): void => {
    const next = order.filter((other) => other !== choice);
    next.splice(place, 0, choice);
    rank(next);
    announce(t('rankedAt', { text: choice.text, place: place + 1, count: next.length }));
  };
  /** The button pressed goes: the focus moves on to the choice at this place, else to the first button. */
  const follow = ({ currentTarget }: Event, place: number): void => {
    void focusWithin((currentTarget as Element).getRootNode() as ShadowRoot, () => [`${id}-up${String(place)}`, id]);
  };
  const step = (choice: ChoiceView, way: 'up' | 'down', from: number, to: number): unknown => {
    const end = to < 0 || to >= order.length;
    return renderButton('secondary step', html`<span aria-hidden="true">${way === 'up' ? '↑' : '↓'}</span> ${t(way)}`, (event) => {
      if (end) return;
      const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
      put(choice, to);
      root.getElementById(`${id}-${way}${String(to)}`)?.focus();
    }, { label: t(`${way}Of`, { text: choice.text }), id: `${id}-${way}${String(from)}`, off: !enabled, end });
  };
  return renderGrouped(node, context, [
    html`<ol class="rank">${order.map((choice, at) => html`<li><b aria-hidden="true">${at + 1}</b><span>${choice.text}</span><span
      class="steps">${
      step(choice, 'up', at, at - 1)}${step(choice, 'down', at, at + 1)}${select
        ? renderButton('remove', cross, (event) => {
          follow(event, Math.min(at, order.length - 2));
          rank(order.filter((other) => other !== choice));
          announce(t('removed', { text: choice.text }));
        }, { label: `${t('remove')} ${choice.text}`, off: !enabled })
        : nothing}</span></li>`)}</ol>`,
    select && rest.length > 0
      ? html`<ul class="chips" aria-label=${t('toRank')}>${rest.map((choice) => html`<li class="bare">${
          renderButton('secondary', html`<span
          aria-hidden="true">+ </span>${choice.text}`, (event) => {
            if (rest.length === 1) follow(event, order.length);
            put(choice, order.length);
          }, { off: !enabled || !choice.enabled })}</li>`)}</ul>`
      : nothing,
    !select && node.empty && enabled ? renderButton('plain', t('keepOrder'), () => { rank(order); announce(t('orderKept')); }) : nothing,
  ], t(select ? 'rankSelectHint' : 'rankHint'));
};
