/** Reads a definition of unknown origin and says everything that there is to say of it, property by property. */
import * as z from 'zod/mini';
import { isKnownFunction, parseExpression } from '../expression/index.ts';
import { isProperty } from '../session/about.ts';
import { WRITING } from '../session/triggers.ts';
import { patternOf } from '../session/patterns.ts';
import type { DefinitionProblem } from '../session/types.ts';
import { isRecord, itemValue, plain, type Json } from './items.ts';
import { KINDS, type Kind } from './kinds.ts';
import { DETAIL, type DetailMessage } from './detail-messages.ts';
import { say } from './messages.ts';
import { LEGAL_BASES, type SurveyDefinition } from './model.ts';
import { CHOICES, LOOK, TRIGGERS, VALIDATORS, propertiesOf, type Place } from './properties.ts';
import { questionsOf } from './questions.ts';
import { entry, join, readDefinition, type ParsedDefinition, type Report } from './read.ts';

/**
 * The definition that `json` holds, with what in it is not supported or looks wrong (`problems`: everything stays in
 * the data); or why it cannot be used (`error`). In French, or English for any other locale. Never throws.
 */
export function parseDefinition(json: unknown, options: { locale?: string | undefined } = {}): ParsedDefinition {
  const read = readDefinition(json, { locale: options.locale, check });
  if ('definition' in read) checkTargets(read, options.locale ?? 'fr');
  return read;
}

/** Checks each property that is there: its kind when it is known, else it goes to the list of what is not supported. */
function check(report: Report, json: Json, place: Place, path: string, more?: Place): void {
  const known = propertiesOf(place);
  for (const name of Object.keys(json)) {
    const value = json[name];
    if (value === undefined || value === null) continue;
    const kind = known.get(name) ?? (more && propertiesOf(more).get(name));
    if (!kind) problem(report, join(path, name), name, LOOK.test(name) ? 'look' : 'property', { value: name });
    else if (!SIMPLE[kind]?.(value)) checkKind(report, kind, name, value, join(path, name));
    if (typeof value !== 'string') continue;
    // `defaultValue: "={other}"` is an expression too.
    const formula = kind === 'expression' ? value : value.startsWith('=') && FORMULAS.has(name) ? value.slice(1) : '';
    if (formula.trim() !== '') checkExpression(report, formula, join(path, name));
  }
}
const FORMULAS: ReadonlySet<string> = new Set(['defaultValue', 'min', 'max']);

function checkExpression(report: Report, text: string, path: string): void {
  const { locale, problems } = report;
  const read = parseExpression(text);
  if (!read.ok) problems.push({ kind: 'invalid', path, name: text, text: read.error.text(locale) });
  else {
    for (const name of read.expression.functions) if (!isKnownFunction(name)) problem(report, path, name, 'function', { value: name });
    for (const [, , name = ''] of text.matchAll(/propertyValue\([^,()]*,\s*(['"])(.*?)\1/g)) if (!isProperty(name)) problem(report, path, name, 'asked', { value: name });
  }
}

/** Where triggers lead and what they write in. */
function checkTargets({ definition, problems }: { definition: SurveyDefinition; problems: DefinitionProblem[] }, locale: string): void {
  const names = new Set(questionsOf(definition).map(({ question }) => question.name.trim()));
  const triggers: unknown = definition.triggers;
  if (!Array.isArray(triggers)) return;
  triggers.forEach((trigger: unknown, index) => {
    if (!isRecord(trigger)) return;
    const type = typeOf(trigger);
    const property = type === 'skip' ? 'gotoName' : WRITING.has(type) ? 'setToName' : undefined;
    if (!property) return;
    const name = plain(trigger[property]);
    const found = type === 'skip' ? names.has(name) : name !== '';
    if (!found) problems.push({ kind: 'invalid', path: join(entry('triggers', index), property), name, text: say(DETAIL, locale, property, { value: name }) });
  });
}

/** The usual values, told apart without starting zod, which a thousand questions would feel. */
const SIMPLE: Partial<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' || (isRecord(value) && Object.values(value).every((each) => typeof each === 'string')),
  string: (value) => typeof value === 'string',
  expression: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  any: () => true,
  elements: Array.isArray,
  columns: Array.isArray,
  pages: Array.isArray,
};

function checkKind(report: Report, kind: Kind, name: string, value: unknown, path: string): void {
  if (kind === 'flag' && (value === 'true' || value === 'false')) {
    // Found in surveys that SurveyJS opens: not worth refusing the whole.
    report.problems.push({ kind: 'invalid', path, name, text: say(DETAIL, report.locale, 'flag', { name }) });
    return;
  }
  const list = kind === 'items' && Array.isArray(value);
  for (const issue of list ? [] : (z.safeParse(KINDS[kind], value).error?.issues ?? [])) {
    const at = issue.path.reduce<string>((base, key) => (typeof key === 'number' ? entry(base, key) : join(base, String(key))), path);
    if (report.errors.some((error) => error.path === at)) continue;
    const last = issue.path.findLast((key) => typeof key === 'string') ?? name;
    const text = say(DETAIL, report.locale, issue.message as DetailMessage, { name: last, values: LEGAL_BASES.join(', ') });
    report.errors.push({ path: at, text });
  }
  if (kind === 'choice' && typeof value === 'string' && !has(CHOICES[name], value)) {
    problem(report, path, `${name}: ${value}`, 'value', { name, value });
  }
  if (!Array.isArray(value)) return;
  if (kind === 'items') checkItems(report, name, value, path);
  const place = ENTRIES[kind];
  if (!place) return;
  value.forEach((json, i) => {
    checkEntry(report, json, place, name, entry(path, i));
  });
}

const ENTRIES: Partial<Record<Kind, Place>> = {
  validators: 'validator',
  triggers: 'trigger',
  calculated: 'calculatedValue',
};

function checkEntry(report: Report, json: unknown, place: Place, name: string, path: string): void {
  if (!isRecord(json)) {
    fail(report, path, 'object', name);
    return;
  }
  check(report, json, place, path);
  if (place !== 'validator' && place !== 'trigger') return;
  const type = typeOf(json);
  if (type === 'regex') {
    const source = plain(json.regex);
    const found = patternOf(source, json.caseInsensitive === true || json.insensitive === true);
    if (typeof found === 'string') report.problems.push({ kind: found, path: join(path, 'regex'), name: source, text: say(DETAIL, report.locale, found === 'invalid' ? 'regex' : 'slowRegex', {}) });
  }
  if (!has(place === 'validator' ? VALIDATORS : TRIGGERS, type)) problem(report, path, type, place, { value: type });
}

/** SurveyJS also writes the long names: `numericvalidator`, `completetrigger`. */
function typeOf({ type }: Json): string {
  return typeof type === 'string' ? type.replace(/(?<=.)(validator|trigger)$/, '') : '';
}

function checkItems(report: Report, name: string, list: readonly unknown[], path: string): void {
  const seen = new Set<unknown>();
  list.forEach((item, i) => {
    const at = entry(path, i);
    if (isRecord(item)) check(report, item, 'item', at);
    // A column of a matrix shows or hides, no more.
    if (isRecord(item) && name === 'columns' && item.enableIf !== undefined) problem(report, join(at, 'enableIf'), 'enableIf', 'property', { value: 'enableIf' });
    const value = itemValue(item);
    if (value === undefined || value === null || Array.isArray(item)) fail(report, at, 'item', name);
    else if (seen.has(value)) {
      const params = { value: plain(value) };
      report.problems.push({ kind: 'invalid', path: at, name: params.value, text: say(DETAIL, report.locale, 'duplicateValue', params) });
    }
    seen.add(value);
  });
}

function fail(report: Report, path: string, key: DetailMessage, name: string): void {
  report.errors.push({ path, text: say(DETAIL, report.locale, key, { name }) });
}

function problem(report: Report, path: string, name: string, key: DetailMessage, params: Record<string, string>): void {
  report.problems.push({ kind: 'unsupported', path, name, text: say(DETAIL, report.locale, key, params) });
}

function has(words: string | undefined, word: string): boolean {
  return word !== '' && (words ?? '').split(' ').includes(word);
}
