export * from './model.ts';
export { parseDefinition } from './parse.ts';
export { LIMITS, readDefinition, type DefinitionError, type ParsedDefinition } from './read.ts';
export { itemText, itemValue, languagesOf, localized } from './items.ts';
export type { DefinitionProblem } from '../session/types.ts';
