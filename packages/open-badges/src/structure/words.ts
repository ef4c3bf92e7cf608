/**
 * Only the plain words of the pinned vocabularies. JSON-LD lets the same statement be written in many ways: an expired badge whose
 * `validUntil` is renamed to the full address of that word has the same canonical form, so its signature still holds, while every program
 * that looks for `validUntil` finds none. A badge that uses such a way, or a vocabulary of its own further down, is refused.
 */
import { KNOWN_CONTEXTS } from '../contexts/names.ts';
import type { Findings } from '../findings.ts';
import { asArray, isObject, jsonPath, type JsonObject, type JsonValue } from '../input/json.ts';
import { kindOf } from './kind.ts';

type Step = string | number;

/** A text with its language (VC Data Model 2.0 §11.1); with `@type` it could pass for a date. */
const LANGUAGE_VALUE: readonly string[] = ['@value', '@language', '@direction'];

export function checkWords(credential: JsonObject, findings: Findings): void {
  walk(credential, [], findings);
}

function walk(value: JsonValue, path: readonly Step[], findings: Findings): void {
  if (Array.isArray(value)) value.forEach((item, index) => { walk(item, [...path, index], findings); });
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '@context') checkContext(value, item, path, findings);
    else if (key.startsWith('@') ? !LANGUAGE_VALUE.includes(key) || '@type' in value : key.includes(':')) findings.add('badge.word', jsonPath([...path, key]), { name: key });
    else walk(item, [...path, key], findings);
  }
}

/** The badge's own contexts are judged with its structure. Proofs and badges inside may name theirs, from the same closed list. */
function checkContext(holder: JsonObject, context: JsonValue, path: readonly Step[], findings: Findings): void {
  if (path.length === 0) return;
  const where = jsonPath([...path, '@context']);
  const isProof = path.findLast((step) => typeof step === 'string') === 'proof';
  if (!isProof && kindOf(holder) === undefined) findings.add('context.inline', where);
  for (const entry of asArray(context)) {
    if (typeof entry !== 'string') findings.add('context.inline', where);
    else if (!KNOWN_CONTEXTS.has(entry)) findings.add('context.unknown', where, { url: entry });
  }
}
