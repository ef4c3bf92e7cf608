/** What shapes, colours and dashes mean, in words: beside the map and the network, on the screen, on paper and in the files. */
import { LINK_STATUSES } from '@assembleurs/commons/actors/kinds';
import { html } from 'lit';
import { SHAPES } from './points.ts';
import { shapeIcon } from './shapes.ts';
import type { Words } from './words.ts';

/** `more`: what one picture alone has. */
export const renderLegend = ({ t }: Words, more: unknown): unknown => html`<ul class="legend" aria-label=${t('legend')}>${SHAPES.map((shape) => html`<li><span class="key ${shape}">${shapeIcon(shape)}</span>${t(`shape_${shape}`)}</li>`)}${more}
  ${LINK_STATUSES.map((status) => html`<li><svg class="sample" viewBox="0 0 36 8" aria-hidden="true"><line class="bond ${status}" x1="1" y1="4" x2="35" y2="4"></line></svg>${t(`bond_${status}`)}</li>`)}</ul>`;
