/** Questions made of several: most surveys have none, so a page loads them apart (see ../core.ts). */
import { PanelsQuestion } from './entries.ts';
import type { Kind } from './factory.ts';
import { TextsQuestion } from './items.ts';
import { TableQuestion } from './table.ts';

export const gatherings: readonly Kind[] = [
  ['matrixdropdown', TableQuestion],
  ['matrixdynamic', TableQuestion],
  ['paneldynamic', PanelsQuestion],
  ['multipletext', TextsQuestion],
];
