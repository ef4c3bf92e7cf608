/** What draws one question of a survey; the element around them is `survey.ts`. */
export { fieldMessages, learnEnglish, type CommuneEntry, type FieldContext, type TerritoryLookup, type Translate } from './context.ts';
export { loadDrawers, renderElement, renderElements, useSummary } from './element.ts';
export { fieldStyles } from './fields.styles.ts';
export { focusNode } from './focus.ts';
export { fieldId } from './frame.ts';
