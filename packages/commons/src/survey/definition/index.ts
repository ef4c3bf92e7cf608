export * from './model.ts';
export { LIMITS, parseDefinition, type DefinitionError, type ParsedDefinition } from './parse.ts';
export { itemText, itemValue, languagesOf, localized } from './items.ts';
export type { DefinitionProblem } from '../session/types.ts';
