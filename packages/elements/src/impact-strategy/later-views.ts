/** The views beside the map. */
export { renderGuide } from './guide-view.ts';
export { renderLogic } from './logic-view.ts';
export { renderNodeSheet } from './node-sheet.ts';
export { renderPeople, renderPersonSheet } from './people-view.ts';
export { renderSlides } from './slides-view.ts';
export { renderTheory } from './theory-view.ts';
