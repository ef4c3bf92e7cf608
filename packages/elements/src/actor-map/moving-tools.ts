/** The buttons that move a picture, for whoever has neither wheel nor fingers on it. */
import { html } from 'lit';
import type { Movable } from './moving.ts';
import type { ActorMapKey } from './messages/fr.ts';
import type { Words } from './words.ts';

const STEP = 1.8;
const SHARE = 0.25;

/** In the words of the picture: a map has a north. */
export const ON_GROUND = ['panLeft', 'panUp', 'panDown', 'panRight'] as const;
export const ON_SHEET = ['moveLeft', 'moveUp', 'moveDown', 'moveRight'] as const;

export function renderMovingTools([left, up, down, right]: typeof ON_GROUND | typeof ON_SHEET, { t }: Words, picture: () => Movable | undefined): unknown {
  const act = (key: ActorMapKey, sign: string, run: (moved: Movable) => void): unknown => html`<button type="button" class="secondary square" part="button" aria-label=${t(key)} title=${t(key)} @click=${() => {
    const moved = picture();
    if (moved) run(moved);
  }}>${sign}</button>`;
  return html`${act('zoomIn', '+', (moved) => { moved.zoomBy(STEP); })}${act('zoomOut', '−', (moved) => { moved.zoomBy(1 / STEP); })}
    ${act(left, '←', (moved) => { moved.pan(SHARE, 0); })}${act(up, '↑', (moved) => { moved.pan(0, SHARE); })}${act(down, '↓', (moved) => { moved.pan(0, -SHARE); })}${act(right, '→', (moved) => { moved.pan(-SHARE, 0); })}
    <button type="button" class="secondary" part="button" @click=${() => { picture()?.fit(); }}>${t('fit')}</button>`;
}
