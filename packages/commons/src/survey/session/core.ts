/** What every node of one session shares: the answers, the variables, the rules, the language. */
import { isKnownFunction, parseExpression, resolvePath, type Expression, type Scope } from '../expression/index.ts';
import type { SurveyDefinition } from '../definition/model.ts';
import { answerAbout } from './about.ts';
import { quoted, type Holder } from './holder.ts';
import type { ElementImpl, NodeBase, Parent } from './node.ts';
import type { Pattern, patternOf } from './patterns.ts';
import type { Question } from './question.ts';
import { Rules, STAGE, roots } from './rules.ts';
import { localize, pipe } from './texts.ts';
import type { startTriggers } from './triggers.ts';
import type { Answers, DefinitionProblem, SessionOptions } from './types.ts';
import { isEmpty, isRecord, same, textOf, type Json } from './values.ts';
import { problemText } from '../messages.ts';

/** What an expression cannot write in a name. */
const ODD_NAME = /[{}]|^[#\s]|\s$/;

/** Makes the nodes of a list of elements. Given from outside, as nodes of some types make others. */
export type Make = (core: Core, elements: unknown, parent: Parent, holder: Holder, where: string, prefix?: string) => ElementImpl[];

/** What a page does without, or only loads when its survey needs it (see ../core.ts). */
interface Extras {
  patternOf: typeof patternOf;
  startTriggers?: typeof startTriggers;
  /** Completes `problems`. */
  lookOver?: (core: Core) => void;
}
export const extras: Extras = { patternOf: () => 'unsupported' };

export class Core implements Holder {
  readonly definition: SurveyDefinition;
  readonly options: SessionOptions;
  readonly make: Make;
  readonly problems: DefinitionProblem[] = [];
  readonly rules = new Rules((where) => { this.problem('cycle', where, where); });
  readonly scope: Scope;
  readonly owner = undefined;
  locale: string;
  completed = false;
  /** One more for each change: a node's revision grows at most once in it. */
  tick = 0;
  /** The question that the person answers now: its own triggers do not answer in its place. */
  origin: Question | undefined;
  /** Answers written now come from a default. */
  byDefault = false;
  readonly nodes = new Map<string, NodeBase>();
  readonly listeners = new Set<() => void>();
  readonly #values = new Map<string, unknown>();
  /** Names of answers as written, by their lower case. */
  readonly #written = new Map<string, string>();
  readonly #variables = new Map<string, unknown>();
  readonly #questions = new Map<string, Question[]>();
  readonly #named = new Map<string, Question>();
  /** Made, not yet started. */
  readonly born: Question[] = [];
  #begun = 0;
  #answers: Answers | undefined;
  #depth = 0;
  #moved = false;
  #ids = 0;

  constructor(definition: SurveyDefinition, options: SessionOptions, make: Make) {
    this.definition = definition;
    this.options = options;
    this.make = make;
    this.locale = options.locale ?? 'fr';
    const { now } = options;
    this.scope = {
      get: (path) => this.#get(path),
      ordered: (path) => this.question(path)?.type === 'ranking',
      call: (name, args) => this.#call(name, args),
      ...(now && { now }),
    };
    for (const [name, value] of Object.entries(options.variables ?? {})) this.#variables.set(name.toLowerCase(), value);
    for (const [name, value] of Object.entries(options.answers ?? {})) if (!isEmpty(value)) this.#put(name, value);
  }

  // Answers

  read(name: string): unknown {
    return this.#values.get(name);
  }

  #put(name: string, value: unknown): void {
    this.#answers = undefined;
    if (isEmpty(value)) this.#values.delete(name);
    else {
      this.#values.set(name, value);
      this.#written.set(name.toLowerCase(), name);
    }
  }

  write(name: string, value: unknown): void {
    if (same(this.#values.get(name), value)) return;
    this.#put(name, value);
    this.#moved = true;
    this.rules.changed(name);
    const comment = name.endsWith('-Comment') ? name.slice(0, -8) : name;
    for (const question of this.#questions.get(comment.toLowerCase()) ?? []) question.changed();
  }

  get variables(): ReadonlyMap<string, unknown> {
    return this.#variables;
  }

  setVariable(name: string, value: unknown): void {
    const key = name.toLowerCase();
    if (same(this.#variables.get(key), value)) return;
    this.#variables.set(key, value);
    this.#answers = undefined;
    this.#moved = true;
    this.rules.changed(name);
  }

  /** Calculated values that the definition wants among the answers. */
  readonly included = new Map<string, string>();

  get answers(): Answers {
    if (!this.#answers) {
      const entries = [...this.#values];
      for (const [name, key] of this.included) {
        const value = this.#variables.get(key);
        if (value !== undefined) entries.push([name, value]);
      }
      this.#answers = Object.fromEntries(entries);
    }
    return this.#answers;
  }

  path(name: string): string {
    return name;
  }

  // What expressions see

  #lookup(name: string): unknown {
    const key = name.toLowerCase();
    const variable = this.#variables.get(key);
    if (variable !== undefined) return variable;
    const question = this.#questions.get(key)?.[0];
    if (question) return question.seenByExpressions;
    const written = this.#values.has(name) ? name : this.#written.get(key);
    return written === undefined ? undefined : this.#values.get(written);
  }

  #get(path: string): unknown {
    const name = path.replace(/^[$#]/, '');
    const whole = this.#lookup(name);
    if (whole !== undefined) return whole;
    for (let end = name.length - 1; end > 0; end--) {
      if (name[end] !== '.' && name[end] !== '[') continue;
      const value = this.#lookup(name.slice(0, end));
      if (value !== undefined) return resolvePath({ value }, `value${name.slice(end)}`);
    }
    if (name === 'locale') return this.locale;
    return name.endsWith('-unwrapped') ? this.#lookup(name.slice(0, -10)) : undefined;
  }

  #call(name: string, args: readonly unknown[]): unknown {
    const target = textOf(args[0]);
    switch (name) {
      case 'isDisplayMode':
        return this.options.readOnly === true;
      case 'isContainerReady': {
        const node = [...this.nodes.values()].find((each) => each.name === target && (!each.asQuestion || each.asQuestion.type === 'paneldynamic'));
        const entry = isEmpty(args[1]) ? undefined : node?.asQuestion?.panels[Number(args[1])];
        return entry ? entry.elements.every((element) => (element as ElementImpl).sound) : (node?.sound ?? false);
      }
      default: {
        const question = this.byName(target) ?? this.question(target);
        return question ? answerAbout(question, name, args) : name === 'getComment' ? '' : null;
      }
    }
  }

  names(dependencies: readonly string[]): Set<string> {
    const names = new Set<string>();
    for (const path of dependencies) roots(path, names);
    return names;
  }

  register(question: Question): void {
    const key = question.valueName.toLowerCase();
    const questions = this.#questions.get(key);
    if (questions) questions.push(question);
    else this.#questions.set(key, [question]);
    if (!this.#named.has(question.name)) this.#named.set(question.name, question);
  }

  /** Starts the questions just made, and those that they make; then writes the defaults. */
  startAll(): void {
    const started: Question[] = [];
    // Starting one may make others, and start them from in there.
    for (let question = this.born[this.#begun]; question; question = this.born[this.#begun]) {
      this.#begun++;
      question.start();
      if (question.lively) started.push(question);
    }
    this.born.length = this.#begun = 0;
    for (const question of started) question.applyDefault();
  }

  byName(name: string): Question | undefined {
    return this.#named.get(name);
  }

  /** The question that a trigger writes in, at any depth: `q`, `panel[0].name`, `matrix.row.column`. */
  target(path: string): Question | undefined {
    const question = this.question(path);
    if (question || !/[.[]/.test(path)) return question;
    for (const node of this.nodes.values()) if (node.asQuestion?.path === path) return node.asQuestion;
    return undefined;
  }

  valueNameOf(name: string): string {
    return this.#named.get(name)?.valueName ?? name;
  }

  /** Questions of the survey itself that share one answer. */
  sharing(question: Question): readonly Question[] {
    return this.#questions.get(question.valueName.toLowerCase()) ?? [];
  }

  question(valueName: string): Question | undefined {
    return this.#questions.get(valueName.toLowerCase())?.[0];
  }

  quote(name: string): string | undefined {
    const words = quoted(name, (own) => this.question(own));
    if (words !== undefined) return words;
    const value = this.#get(name);
    if (value !== undefined) return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : textOf(value);
    return this.#get(name.split(/[.[]/, 1)[0] ?? '') === undefined && !this.question(name.split(/[.[]/, 1)[0] ?? '') ? undefined : '';
  }

  // Texts

  /** A text of the definition, in the session's language. */
  localize(text: unknown): string {
    return localize(text, this.locale);
  }

  piped(text: unknown): string {
    return pipe(this.localize(text), (name) => this.quote(name));
  }

  // Rules

  problem(kind: DefinitionProblem['kind'], path: string, name: string, text = problemText(kind, this.locale, name)): void {
    if (!this.problems.some((each) => each.path === path && each.kind === kind && each.name === name)) this.problems.push({ kind, path, name, text });
  }

  /** Reads an expression of the definition; what cannot be read is a problem and no expression. Without `where`, it has been said already. */
  expression(json: Json, property: string, where?: string): Expression | undefined {
    const text = json[property];
    if (typeof text !== 'string' || text.trim() === '') return undefined;
    const result = parseExpression(text);
    if (where === undefined) return result.ok ? result.expression : undefined;
    const path = where === '' ? property : `${where}.${property}`;
    if (!result.ok) {
      this.problem('invalid', path, text, result.error.text(this.locale));
      return undefined;
    }
    for (const name of result.expression.functions) if (!isKnownFunction(name)) this.problem('unsupported', path, name);
    return result.expression;
  }

  /** Reads the pattern of a validator in the same way. */
  pattern({ regex, caseInsensitive, insensitive }: Json, where: string): Pattern | undefined {
    const source = textOf(regex);
    const found = extras.patternOf(source, caseInsensitive === true || insensitive === true);
    if (typeof found !== 'string') return found;
    this.problem(found, `${where}.regex`, source);
    return undefined;
  }

  // Changes

  get settling(): boolean {
    return this.#depth > 0;
  }

  moved(): void {
    this.#moved = true;
  }

  /** One change: everything that follows from it happens before it returns; then listeners hear of it, once. */
  change(work: () => void): void {
    if (this.#depth === 0) this.tick++;
    this.#depth++;
    try {
      work();
      // As the answers are being sent, nothing shows or hides any more; what waits runs if the survey is opened again.
      if (this.#depth === 1) this.rules.settle(this.completed ? STAGE.question : undefined);
    } finally {
      this.#depth--;
    }
    if (this.#depth > 0) return;
    this.origin = undefined;
    if (!this.#moved) return;
    this.#moved = false;
    for (const listener of [...this.listeners]) listener();
  }

  readonly #names = new Set<string>();

  /** An element's name as expressions can write it; one of its own when the definition gives none. */
  nameOf(json: Json, kind: string): string {
    const given = textOf(json.name);
    if (given !== '' && !ODD_NAME.test(given)) {
      this.#names.add(given);
      return given;
    }
    let name = textOf(json.name).trim().replace(/[{}]/g, '').replace(/^#+/, '');
    for (let index = 1; name === '' || (textOf(json.name) === '' && this.#names.has(name)); index++) name = kind + String(index);
    this.#names.add(name);
    return name;
  }

  nextId(): string {
    return `q${String(++this.#ids)}`;
  }
}
