import { frameDefinition, type Check, type ParsedDefinition } from './frame.ts';
import { FRAME, say } from './messages.ts';

export * from './frame.ts';

/** The definition that `json` holds, or why it cannot be used (French, or English for any other locale): see `frameDefinition`; `parseDefinition` says more. */
export function readDefinition(json: unknown, options: { locale?: string | undefined; check?: Check } = {}): ParsedDefinition {
  const { locale = 'fr', check } = options;
  return frameDefinition(json, { locale, check, say: (key, params) => say(FRAME, locale, key, params) });
}
