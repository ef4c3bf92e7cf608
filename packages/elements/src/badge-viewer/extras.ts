/** What tells of a badge once it was read; loaded while it is. Without it (no network) the verdict shows alone. */
export { renderActions, saveJson, saveOriginal } from './actions-view.ts';
export { renderExpert } from './expert-view.ts';
export { factsOf } from './facts.ts';
export { renderHead } from './head-view.ts';
export { looksLike } from './look-alike.ts';
export { renderMore } from './more-view.ts';
export { mayShowQr, ownPicture, safeData } from './pictures.ts';
export { renderCompact, renderList } from './several-view.ts';
