import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, numberOf, textOf } from './context.ts';
import { controlId, renderGrouped, renderLabelled, says, written } from './frame.ts';
import { keep } from './keep.ts';

/** A value on a scale, or two for a range. Its place shows at once, but it answers only once the person has touched it. */
export const renderSlider: Drawer = (node, context) => {
  const { json, value } = node;
  const { t } = context;
  const min = numberOf(node.min);
  const max = numberOf(node.max ?? 100);
  const thumb = (id: string, at: unknown, rest: number, set: (value: number) => void): unknown => {
    const answer = textOf(at);
    const words = answer && new Intl.NumberFormat(context.lang).format(Number(answer));
    const take = written((text) => { set(Number(text)); });
    return html`<span class="slide"><input class="range" part="input" type="range" id=${id} min=${min} max=${max}
      step=${ifDefined(textOf(json.step) || undefined)}
      .value=${keep(answer || String(rest))} aria-valuetext=${words || t('noAnswer')}
      ${says(node)} @input=${take} @click=${take}><output
      for=${id} aria-live="off">${words || '–'}</output></span>`;
  };
  if (json.sliderType !== 'range') return renderLabelled(node, context, thumb(controlId(node), value, min, (to) => { node.setValue(to); }));
  const [low, high] = Array.isArray(value) ? (value as unknown[]) : [];
  const from = low === undefined ? min : numberOf(low);
  const to = high === undefined ? max : numberOf(high);
  const other = `${node.id}-i2`;
  return renderGrouped(node, context, html`<div class="two"><label for=${controlId(node)}>${t('from')}</label>${
    thumb(controlId(node), low, min, (each) => { node.setValue([Math.min(each, to), to]); })}<label for=${other}>${t('to')}</label>${
    thumb(other, high, max, (each) => { node.setValue([from, Math.max(each, from)]); })}</div>`);
};
