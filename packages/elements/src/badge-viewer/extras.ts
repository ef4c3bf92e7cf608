/** What tells of a badge once it was read; loaded while it is. Without it (no network) the verdict shows alone. */
export { renderActions, saveJson, saveOriginal } from './actions-view.ts';
export { renderExpert } from './expert-view.ts';
export { factsOf } from './facts.ts';
export { looksLike } from './look-alike.ts';
export { renderMore } from './more-view.ts';
export { ownPicture, safeData } from './pictures.ts';
export { renderCompact, renderList } from './several-view.ts';
