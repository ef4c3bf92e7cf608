import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { type Drawer, numberOf, textOf } from './context.ts';
import { controlId, describedBy, renderGrouped, renderLabelled } from './frame.ts';

/** A value on a scale, or two for a range. Its place shows at once, but it answers only once the person has touched it. */
export const renderSlider: Drawer = (node, context) => {
  const { json } = node;
  const min = numberOf(node.min) ?? 0;
  const max = numberOf(node.max) ?? 100;
  const step = numberOf(json.step) ?? 1;
  const format = new Intl.NumberFormat(context.lang);
  const words = (value: number | undefined): string => (value === undefined ? context.t('noAnswer') : format.format(value));
  const thumb = (id: string, value: number | undefined, rest: number, set: (value: number) => void, label?: string): unknown => {
    const take = (event: Event): void => { set(Number((event.target as HTMLInputElement).value)); };
    return html`<div class="slide"><input class="range" part="input" type="range" id=${id} min=${min} max=${max} step=${step} .value=${live(String(value ?? rest))}
      aria-label=${ifDefined(label)} aria-valuetext=${words(value)} ?disabled=${!node.enabled} aria-describedby=${ifDefined(describedBy(node))}
      aria-invalid=${ifDefined(node.errors.length > 0 ? 'true' : undefined)} @input=${take} @click=${take}><output for=${id} aria-live="off">${words(value)}</output></div>`;
  };
  if (textOf(json.sliderType) !== 'range') {
    return renderLabelled(node, context, thumb(controlId(node), numberOf(node.value), min, (value) => { node.setValue(value); }));
  }
  const [low, high] = Array.isArray(node.value) ? (node.value as unknown[]).map(numberOf) : [];
  return renderGrouped(node, context, html`<div class="two">
    <label for=${controlId(node)}>${context.t('from')}</label>${thumb(controlId(node), low, min, (value) => { node.setValue([Math.min(value, high ?? max), high ?? max]); })}
    <label for="${node.id}-i2">${context.t('to')}</label>${thumb(`${node.id}-i2`, high, max, (value) => { node.setValue([low ?? min, Math.max(value, low ?? min)]); })}</div>`);
};
