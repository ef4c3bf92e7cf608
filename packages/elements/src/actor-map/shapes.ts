import { html, type TemplateResult } from 'lit';
import type { Shape } from './points.ts';

/** In a square of 20. */
const PATHS: Readonly<Record<Shape, string>> = {
  library: 'M3 3H17V17H3Z',
  operator: 'M10 2A8 8 0 0 1 10 18A8 8 0 0 1 10 2Z',
  institution: 'M10 2L19 18H1Z',
  social: 'M10 1L19 10L10 19L1 10Z',
  france: 'M10 1L12.4 7.3L19 7.6L13.8 11.8L15.6 18.3L10 14.6L4.4 18.3L6.2 11.8L1 7.6L7.6 7.3Z',
  other: 'M6 2H14L18 10L14 18H6L2 10Z',
};

export const shapePath = (shape: Shape): string => PATHS[shape];

export const shapeIcon = (shape: Shape): TemplateResult => html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[shape]}></path></svg>`;
