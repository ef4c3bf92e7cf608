/** The steps after the answers: they load while the first ones are on the screen. */
export { renderAdvice } from './advice-view.ts';
export { renderAgree } from './agree-view.ts';
export { renderFiles } from './files-view.ts';
export { renderInterview } from './interview-view.ts';
export { renderResults } from './results-view.ts';
