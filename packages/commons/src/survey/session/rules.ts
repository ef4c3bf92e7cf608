/**
 * What must be done again when an answer changes. A rule says which names it reads; a change queues the rules that
 * read the name, and `settle` runs them, stage by stage and in the order of the definition, until nothing moves.
 */

/** In the order in which they run: values first, then what shows, then what writes in answers. */
export const STAGE = { calculated: 0, condition: 1, question: 2, trigger: 3 } as const;
export type Stage = (typeof STAGE)[keyof typeof STAGE];

/** A rule that has run so often in one change depends on itself. */
const MOST_RUNS = 20;

export interface Rule {
  readonly stage: Stage;
  readonly order: number;
  readonly names: readonly string[];
  readonly run: () => void;
  /** Where in the definition, for whoever must mend a cycle. */
  readonly where: string;
  queued: boolean;
  runs: number;
}

/** Every name that a path may start with: `a.b[0].c` reads `a`, `a.b` and the whole. Case does not count. */
export function roots(path: string, into: Set<string>): void {
  const lower = path.replace(/^[$#]/, '').toLowerCase();
  into.add(lower);
  for (let end = lower.length - 1; end > 0; end--) {
    if (lower[end] === '.' || lower[end] === '[') into.add(lower.slice(0, end));
  }
  if (lower.endsWith('-unwrapped')) into.add(lower.slice(0, -10));
}

export class Rules {
  #readers = new Map<string, Set<Rule>>();
  #pending: Rule[] = [];
  #order = 0;
  #onCycle: (where: string) => void;

  constructor(onCycle: (where: string) => void) {
    this.#onCycle = onCycle;
  }

  /** `names` come from `roots`; a rule that reads `*` runs at every change of an answer, one that reads `?` also when a question shows, hides… */
  add(stage: Stage, names: Iterable<string>, run: () => void, queue: boolean, where: string): Rule {
    const rule: Rule = { stage, order: this.#order++, names: [...names], run, where, queued: false, runs: 0 };
    for (const name of rule.names) {
      const readers = this.#readers.get(name);
      if (readers) readers.add(rule);
      else this.#readers.set(name, new Set([rule]));
    }
    if (queue) this.queue(rule);
    return rule;
  }

  drop(rule: Rule): void {
    for (const name of rule.names) this.#readers.get(name)?.delete(rule);
    rule.queued = false;
  }

  queue(rule: Rule): void {
    if (rule.queued) return;
    rule.queued = true;
    this.#pending.push(rule);
  }

  /** The answer or variable of that name changed. */
  changed(name: string): void {
    for (const key of [name.toLowerCase(), '*', '?']) for (const rule of this.#readers.get(key) ?? []) this.queue(rule);
  }

  /** Something else than an answer changed: what shows, what is required, what can be answered. */
  stirred(): void {
    for (const rule of this.#readers.get('?') ?? []) this.queue(rule);
  }

  /** With `only`, the rules of the other stages wait. */
  settle(only?: Stage): void {
    const ran: Rule[] = [];
    while (this.#pending.some((rule) => only === undefined || rule.stage === only)) {
      const stage = only ?? this.#pending.reduce<Stage>((least, rule) => (rule.stage < least ? rule.stage : least), STAGE.trigger);
      const batch = this.#pending.filter((rule) => rule.stage === stage).sort((a, b) => a.order - b.order);
      this.#pending = this.#pending.filter((rule) => rule.stage !== stage);
      for (const rule of batch) {
        if (!rule.queued) continue;
        rule.queued = false;
        if (rule.runs === 0) ran.push(rule);
        if (++rule.runs > MOST_RUNS) this.#onCycle(rule.where);
        else rule.run();
      }
    }
    for (const rule of ran) rule.runs = 0;
  }
}
