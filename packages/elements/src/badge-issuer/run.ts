/** One batch being signed: how far it is, stopped, gone on with. */
import type { Award, Problem } from '@assembleurs/open-badges/issue';
import { uuid } from '../internal/uuid.ts';
import { awardedOf, awardsOf } from './awards.ts';
import { keepAwards } from './database.ts';
import type { Desk } from './desk.ts';
import { sameBadge } from './designs.ts';
import { BadgesIssuedEvent } from './events.ts';
import type { Awarded, Design } from './model.ts';
import { goodLines, type Line } from './recipients.ts';
import type { Form } from './signed-text.ts';
import { signAll } from './signing.ts';
import { tools } from './tools.ts';

interface Pair {
  readonly award: Award;
  readonly line: Line;
}

export class Run {
  readonly #desk: Desk;
  state: 'idle' | 'running' | 'stopped' | 'done' = 'idle';
  /** How the next batch is written. */
  form: Form = 'json';
  problems: readonly Problem[] = [];
  done: readonly Awarded[] = [];
  total = 0;
  #waiting: readonly Pair[] = [];
  #stop = new AbortController();
  #signed: Design | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Signs for every good line. */
  async start(): Promise<void> {
    const desk = this.#desk;
    const { issuer, list, people } = desk;
    if (!issuer || !desk.design || this.state === 'running') return;
    // What was given under this name said something else: this is another badge.
    const before = this.#signed?.id === desk.design.id ? this.#signed : undefined;
    if (before && !sameBadge(before, desk.design)) desk.setDesign({ id: `urn:uuid:${uuid()}` });
    const { design } = desk;
    const lines = goodLines(list);
    this.#begin(lines.length);
    const awards = await awardsOf({ issuer, design, people, lines, earlier: desk.awards, now: new Date() });
    this.#waiting = awards.flatMap((award, at) => (lines[at] ? [{ award, line: lines[at] }] : []));
    this.#signed = design;
    await this.#sign();
  }

  async goOn(): Promise<void> {
    this.#begin(this.total, this.done);
    await this.#sign();
  }

  #begin(total: number, done: readonly Awarded[] = []): void {
    this.#stop = new AbortController();
    this.state = 'running';
    this.total = total;
    this.done = done;
    this.problems = [];
    this.#desk.host.requestUpdate();
  }

  stop(): void {
    this.#stop.abort();
  }

  /** What was signed so far is kept; the rest is given up. */
  async finish(): Promise<void> {
    this.#waiting = [];
    await this.#close();
  }

  async #sign(): Promise<void> {
    const { issuer, host } = this.#desk;
    if (!issuer) return;
    const now = new Date().toISOString();
    const from = [...new Set([...host.derivedFrom, ...(this.#desk.people.meetings ?? [])])];
    const pairs = this.#waiting;
    const signed: Awarded[] = [...this.done];
    const begun = signed.length;
    try {
      await signAll(pairs.map(({ award }) => award), issuer.kept, {
        form: this.form, worker: host.worker, signal: this.#stop.signal,
        done: (text) => {
          const pair = pairs[signed.length - begun];
          if (pair) signed.push(awardedOf(pair.award, pair.line, text, from, now));
          this.done = signed;
          host.requestUpdate();
        },
      });
    } catch (error) {
      if (!(error instanceof tools().IssueError)) throw error;
      this.problems = error.problems;
    }
    this.#waiting = pairs.slice(signed.length - begun);
    if (this.#waiting.length === 0) await this.#close();
    else {
      this.state = 'stopped';
      host.focusOn('[data-focus=run]');
    }
  }

  async #close(): Promise<void> {
    const desk = this.#desk;
    const { host } = desk;
    this.total = this.done.length;
    this.state = this.done.length > 0 ? 'done' : 'idle';
    if (this.done.length === 0) {
      host.requestUpdate();
      return;
    }
    desk.keeps = await keepAwards(this.done);
    const { done } = this;
    desk.replaceAwards([...desk.awards, ...done]);
    await desk.handing.take(done);
    host.dispatchEvent(new BadgesIssuedEvent(done));
    host.say(host.words.t('signedAll', { count: done.length }));
    desk.go('hand');
  }
}
