/** Questions made of several, and those that ask or show something else than words. */
import type { Drawer } from './context.ts';
import { renderFile } from './file.ts';
import { renderHtml, renderImage, renderImagepicker } from './media.ts';
import { renderMultipletext, renderPanels, renderRows } from './rows.ts';
import { renderSlider } from './slider.ts';

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
} as const satisfies Readonly<Record<string, Drawer>>;
