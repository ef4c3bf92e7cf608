/** The strategy of one element: where it comes from, how it changes, where it is kept. */
import { newStrategy, type Strategy } from '@assembleurs/commons/strategy';
import type { LitElement } from 'lit';
import { Kept, type KeptState } from '../internal/kept.ts';
import { newRecordId } from '../internal/record-id.ts';
import { Steps } from '../internal/steps.ts';
import { fetchStrategy, judge, type Loaded, loadTemplate } from './loading.ts';
import { SharedStrategy } from './shared-strategy.ts';

/** What the element says of itself. */
export interface Owner extends LitElement {
  readonly src: string;
  readonly storageKey: string;
  readonly readonly: boolean;
  readonly locale: string;
  /** Undefined: none. */
  readonly beginsWith: 'programme' | 'guided' | undefined;
}

export type KeepState = KeptState | { readonly kind: 'shared' } | { readonly kind: 'refused' };

export class StrategyDocument {
  readonly #owner: Owner;
  readonly #changed: () => void;
  readonly #kept: Kept;
  readonly #shared: SharedStrategy;
  #steps = new Steps<Strategy>(newStrategy(newRecordId()));
  /** The page's script gave the strategy: it also keeps it. */
  #given = false;
  #turn = 0;

  loading = false;
  trouble: Exclude<Loaded, { strategy: Strategy }> | undefined;
  /** What is kept stands in front of the page's own strategy. */
  fromKept = false;
  /** What is kept and cannot be read any more. */
  unreadable: unknown;

  constructor(owner: Owner, changed: () => void) {
    this.#owner = owner;
    this.#changed = changed;
    this.#kept = new Kept({ changed: () => { owner.requestUpdate(); }, adopt: (value) => { void this.#adopt(value); } });
    this.#shared = new SharedStrategy(owner, {
      came: () => { void this.begin(); },
      changed: (strategy) => {
        this.#steps = new Steps(strategy);
        owner.requestUpdate();
      },
    });
  }

  get workspace(): SharedStrategy['workspace'] {
    return this.#shared.workspace;
  }

  /** How colleagues see this person; empty when the page does not say. */
  get author(): string {
    return this.#shared.member;
  }

  /** In the workspace around, the workspace keeps the strategy, takes back and says whether one may write. */
  get inWorkspace(): boolean {
    return this.#shared.inside;
  }

  get readonly(): boolean {
    return this.#owner.readonly || (this.workspace?.readonly ?? false);
  }

  get strategy(): Strategy {
    return this.#steps.now;
  }

  get canUndo(): boolean {
    return this.inWorkspace ? this.workspace?.canUndo ?? false : this.#steps.canUndo;
  }

  get canRedo(): boolean {
    return this.inWorkspace ? this.workspace?.canRedo ?? false : this.#steps.canRedo;
  }

  get keepState(): KeepState {
    if (this.inWorkspace) return { kind: this.#shared.refused ? 'refused' : 'shared' };
    return this.#owner.readonly ? { kind: 'none' } : this.#kept.state;
  }

  /** A strategy that the page's script hands over. */
  give(value: unknown): void {
    this.#given = true;
    void this.#take(() => judge(value, this.#owner.locale), this.workspace !== undefined);
  }

  /** What the person kept wins over the page's strategy, which stays one click away. */
  async begin(): Promise<void> {
    if (this.#given && !this.inWorkspace) return;
    await this.#take(async () => {
      const { src, storageKey, readonly, locale } = this.#owner;
      if (this.inWorkspace) {
        const strategy = this.#shared.read();
        if (strategy || this.#given) return { strategy: strategy ?? this.strategy };
      } else if (!readonly) {
        const kept = await this.#kept.open(`strategy ${storageKey}`);
        if (kept !== undefined) {
          const read = await judge(kept, locale);
          this.fromKept = src !== '' && 'strategy' in read;
          // Never begin over what a person made: it is given back to them first.
          this.unreadable = 'problems' in read ? kept : undefined;
          return read;
        }
      }
      return this.#page();
    }, false);
  }

  /** What the page begins with: its file, a template, or nothing. */
  async #page(): Promise<Loaded> {
    const { src, locale, beginsWith } = this.#owner;
    if (src) return fetchStrategy(src, locale);
    return beginsWith ? loadTemplate(beginsWith, locale, this.inWorkspace) : { strategy: newStrategy(newRecordId()) };
  }

  /** The page's strategy in the place of what is kept. */
  fromPage(): void {
    this.fromKept = false;
    this.unreadable = undefined;
    void this.#take(() => this.#page(), true);
  }

  keepMine(): void {
    this.#kept.keepMine(this.strategy);
  }

  async takeTheirs(): Promise<void> {
    const theirs = await this.#kept.takeTheirs();
    if (theirs !== undefined) await this.#adopt(theirs);
  }

  /** The element leaves the page. */
  close(): void {
    this.#kept.close();
  }

  /** False when nothing changed. */
  edit(strategy: Strategy, field = ''): boolean {
    if (this.readonly || strategy === this.strategy) return false;
    if (field === '') this.settle();
    this.#steps.set(strategy, field);
    this.#tell();
    return true;
  }

  /** The next edit is a step of its own. */
  settle(): void {
    this.#steps.settle();
    this.workspace?.checkpoint();
  }

  undo(): void {
    this.#step('undo');
  }

  redo(): void {
    this.#step('redo');
  }

  #step(way: 'undo' | 'redo'): void {
    if (this.inWorkspace) {
      this.workspace?.[way]();
      this.#changed();
      return;
    }
    this.#steps[way]();
    this.#tell();
  }

  #tell(): void {
    if (this.inWorkspace) this.#steps = new Steps(this.#shared.write(this.strategy));
    else if (!this.#owner.readonly) this.#kept.write(this.strategy);
    this.#owner.requestUpdate();
    this.#changed();
  }

  /** Another tab wrote this. */
  async #adopt(value: unknown): Promise<void> {
    const read = await judge(value, this.#owner.locale);
    if (!('strategy' in read)) return;
    this.#steps = new Steps(read.strategy);
    this.#owner.requestUpdate();
  }

  /** Shows what comes, unless something later was asked meanwhile. */
  async #take(load: () => Promise<Loaded>, keep: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    this.#owner.requestUpdate();
    const loaded = await load();
    if (turn !== this.#turn) return;
    this.loading = this.inWorkspace && !this.workspace; // it comes, and begins again
    this.trouble = 'strategy' in loaded ? undefined : loaded;
    if ('strategy' in loaded) {
      this.#steps = new Steps(loaded.strategy);
      if (keep && this.inWorkspace) this.#steps = new Steps(this.#shared.write(loaded.strategy));
      else if (keep) this.#kept.write(loaded.strategy);
    }
    this.#owner.requestUpdate();
  }
}
