/** Questions made of several, those that ask or show something else than words, and those that put choices in order. */
import type { Drawer } from './context.ts';
import { renderFile } from './file.ts';
import { renderHtml, renderImage, renderImagepicker } from './media.ts';
import { renderRanking } from './ranking.ts';
import { renderMultipletext, renderPanels, renderRows } from './rows.ts';
import { renderSlider } from './slider.ts';

export { gatheringStyles } from './gatherings.styles.ts';

export const gatherings = {
  matrixdropdown: renderRows,
  matrixdynamic: renderRows,
  paneldynamic: renderPanels,
  multipletext: renderMultipletext,
  file: renderFile,
  slider: renderSlider,
  range: renderSlider,
  imagepicker: renderImagepicker,
  image: renderImage,
  html: renderHtml,
  ranking: renderRanking,
} as const satisfies Readonly<Record<string, Drawer>>;
