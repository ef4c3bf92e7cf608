/**
 * Where a question's answer is kept and what its expressions see: the survey, a row of a matrix, an entry of a
 * dynamic panel, the items of a multiple text. Answers live once, in the survey's data; the others read and write
 * through it.
 */
import { resolvePath, type Scope } from '../expression/index.ts';
import { answerAbout } from './about.ts';
import type { Parent } from './node.ts';
import type { Question } from './question.ts';
import { isEmpty, textOf, withEntry, type Json } from './values.ts';

export interface Holder {
  readonly scope: Scope;
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** Where an answer stands in the data: `people[0].role`. */
  path(name: string): string;
  /** The names that rules must watch for these dependencies. */
  names(dependencies: readonly string[]): Set<string>;
  /** `{name}` in a text: undefined when it leads nowhere. */
  quote(name: string): string | undefined;
  /** The question whose answer this is a part of. */
  readonly owner: Question | undefined;
  /** A question of this holder is there. */
  register(question: Question): void;
}

/** A part of a question's answer that holds answers of its own. */
export abstract class Part implements Holder, Parent {
  readonly owner: Question;
  readonly scope: Scope;
  /** Its own condition (`rowsVisibleIf`, `templateVisibleIf`) holds. */
  shown = true;
  able = true;
  readonly questions: Question[] = [];

  constructor(owner: Question) {
    this.owner = owner;
    const outer = owner.holder.scope;
    this.scope = {
      ...outer,
      get: (path) => this.#get(path, outer),
      // Functions that name a question mean the one of this row or panel first.
      call: (name, args) => {
        const own = this.questions.find((question) => question.name === args[0]);
        return own ? answerAbout(own, name, args) : outer.call?.(name, args);
      },
    };
  }

  /** The answers of this part, and how they change. */
  abstract record(): Json;
  abstract save(record: Json): void;
  /** What follows the owner's path: `[0].`, `.row1.`. */
  abstract step(): string;
  /** `rowIndex`, `panelIndex`… in lower case: undefined when it is no such name. */
  abstract variable(name: string): unknown;
  /** The part that `row`, `prevrow`, `panel`… (lower case) names; null when there is none; undefined when it is no such name. */
  abstract part(name: string): Part | null | undefined;

  get open(): boolean {
    return this.shown && this.owner.open;
  }

  get enabled(): boolean {
    return this.able && this.owner.enabled;
  }

  touch(): void {
    this.owner.touch();
  }

  #get(path: string, outer: Scope): unknown {
    const [first, rest] = split(path);
    if (rest === '') return this.variable(first) ?? outer.get(path);
    const part = this.part(first);
    if (part === undefined) return outer.get(path);
    if (part === null) return undefined;
    return part.questions.find((each) => each.valueName === rest)?.seenByExpressions ?? resolvePath(part.record(), rest);
  }

  read(name: string): unknown {
    const record = this.record();
    return Object.hasOwn(record, name) ? record[name] : undefined;
  }

  write(name: string, value: unknown): void {
    this.save(withEntry(this.record(), name, value));
  }

  path(name: string): string {
    return this.owner.path + this.step() + name;
  }

  names(dependencies: readonly string[]): Set<string> {
    const outer: string[] = [];
    let own = false;
    for (const path of dependencies) {
      const [first, rest] = split(path);
      if (rest === '' ? this.variable(first) !== undefined : this.part(first) !== undefined) own = true;
      else {
        // A function may name a question of this part, which may not be made yet.
        if (rest === '' && !this.owner.core.byName(path)) own = true;
        outer.push(path);
      }
    }
    const names = this.owner.holder.names(outer);
    if (own) for (const name of this.owner.rootNames) names.add(name);
    return names;
  }

  quote(name: string): string | undefined {
    const [first, rest] = split(name);
    if (rest === '') {
      const value = this.variable(first);
      return value === undefined ? this.owner.holder.quote(name) : textOf(first.endsWith('panelindex') ? Number(value) + 1 : value);
    }
    const part = this.part(first);
    if (part === undefined) return this.owner.holder.quote(name);
    const words = part ? quoted(rest, (own) => part.questions.find((each) => each.valueName.toLowerCase() === own.toLowerCase())) : undefined;
    if (words !== undefined) return words;
    const value = part ? resolvePath(part.record(), rest) : undefined;
    return isEmpty(value) ? '' : textOf(value);
  }

  register(question: Question): void {
    this.questions.push(question);
  }
}

/** `{name}`, or `{name.row}`, `{name[0]}`: an answer or a part of one in words, undefined when it is neither. */
export function quoted(name: string, find: (name: string) => Question | undefined): string | undefined {
  const whole = find(name);
  if (whole) return whole.displayValue;
  for (let end = name.length - 1; end > 0; end--) {
    const question = name[end] === '.' || name[end] === '[' ? find(name.slice(0, end)) : undefined;
    if (question) return question.quotePart(name.slice(end));
  }
  return undefined;
}

/** `panel.x` → `panel` and `x`. */
function split(path: string): [first: string, rest: string] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path.toLowerCase(), ''] : [path.slice(0, dot).toLowerCase(), path.slice(dot + 1)];
}
