/** The views after the list, the card, the forms and the imports: they load while the list is on the screen. */
export { renderCard } from './card-view.ts';
export { renderComments } from './comments-view.ts';
export { renderEdit } from './edit-view.ts';
export { renderFiles } from './files-view.ts';
export { renderLookAt, renderLooking } from './look-view.ts';
export { prepareMap, renderMap } from './map-view.ts';
export { renderMapping } from './mapping-view.ts';
export { renderMatrix } from './matrix-view.ts';
export { renderMeshing } from './meshing-view.ts';
export { renderNetwork } from './network-view.ts';
export { renderReview } from './review-view.ts';
