/** The hub's page: answers as they come, one by one to read or erase, and their exports. */
import { demoAnswers } from '@assembleurs/commons/content/demo-answers';
import { definitionVersion } from '@assembleurs/commons/survey/definition';
import { mel } from '@assembleurs/commons/territory/mel';
import { render } from 'lit';
import { communeName } from './answer.ts';
import { CallError, Collector } from './api.ts';
import type { Answer } from './api.ts';
import { text } from './messages.ts';
import { keepToken, takeToken } from './session-token.ts';
import { initial } from './state.ts';
import type { Actions, State } from './state.ts';
import { DEMO_COUNT, pageTemplate } from './views.ts';

/** How often new answers are asked for while the page is looked at. */
const POLL_MS = 4_000;

class Hub implements Actions {
  readonly #root: HTMLElement;
  readonly #address: string;
  #state: State = initial;
  #collector: Collector | undefined;
  #cursor = '0';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, address: string) {
    this.#root = root;
    this.#address = address;
  }

  start(): void {
    const token = takeToken();
    if (token) this.open(token);
    else this.#show({});
    const again = (): void => {
      if (document.visibilityState === 'visible') this.retry();
    };
    document.addEventListener('visibilitychange', again);
    addEventListener('online', again);
    // A link with another token, opened in the same tab.
    addEventListener('hashchange', () => {
      const other = takeToken();
      if (other) this.open(other);
    });
  }

  open = (token: string): void => {
    if (token === '') {
      this.#show({ tokenProblem: 'empty' });
      return;
    }
    this.#collector = new Collector(this.#address, token);
    this.#cursor = '0';
    this.#show({ ...initial, token });
    this.retry();
  };

  forget = (): void => {
    this.#leave(undefined);
  };

  retry = (): void => {
    clearTimeout(this.#timer);
    if (this.#collector) void this.#poll(this.#collector);
  };

  change = (part: Pick<State, 'filter'> | Pick<State, 'sort'>): void => {
    this.#show(part);
  };

  show = (dialog: State['dialog']): void => {
    // Closed before it goes, a dialog gives the focus back to the button that opened it.
    if (!dialog) this.#root.querySelector('dialog')?.close();
    this.#show({ dialog });
    const element = this.#root.querySelector('dialog');
    if (element && !element.open) element.showModal();
  };

  add = (): void => {
    // Communes that have not answered come first: the count moves.
    const answered = new Set(this.#state.answers.map(({ commune }) => commune));
    const all = demoAnswers(Date.now(), mel().communes.length, mel());
    const fresh = [...all.filter(({ commune }) => !answered.has(commune)), ...all.filter(({ commune }) => answered.has(commune))].slice(0, DEMO_COUNT);
    void this.#act(async (collector) => {
      const version = this.#state.definition ? definitionVersion(this.#state.definition) : null;
      try {
        for (const [done, { commune, answers }] of fresh.entries()) {
          this.#show({ adding: { done, count: fresh.length } });
          await collector.send({ commune, answers, version }, new Date());
        }
      } finally {
        this.#show({ adding: undefined });
        this.retry();
      }
      return text('added', { count: fresh.length });
    });
  };

  save = (format: 'csv' | 'xlsx' | 'json', values: 'labels' | 'codes'): void => {
    void this.#act(async (collector) => {
      const { blob, name } = await collector.file(format, values);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      return text('exported', { name });
    });
  };

  erase = (answer: Answer): void => {
    void this.#act(async (collector) => {
      this.show(undefined);
      await collector.erase(answer.id);
      this.#show({ answers: this.#state.answers.filter(({ id }) => id !== answer.id) });
      return text('deleted', { commune: communeName(answer.commune) });
    });
  };

  /** Does something with the collector and says how it went. */
  async #act(work: (collector: Collector) => Promise<string>): Promise<void> {
    const collector = this.#collector;
    if (!collector) return;
    this.#show({ notice: undefined });
    try {
      const words = await work(collector);
      this.#show({ notice: { kind: 'done', text: words } });
    } catch (error) {
      if (error instanceof CallError && error.kind === 'refused') this.#leave('refused');
      else this.#show({ notice: { kind: 'failed', text: reason(error) } });
    }
  }

  async #poll(collector: Collector): Promise<void> {
    try {
      const definition = this.#state.definition ?? (await collector.definition());
      const { items, cursor } = await collector.answersAfter(this.#cursor);
      if (collector !== this.#collector) return; // the session was closed or changed meanwhile
      keepToken(this.#state.token);
      // Two polls may overlap when the page is shown again: an answer is kept once.
      const known = new Set(this.#state.answers.map(({ id }) => id));
      const answers = [...this.#state.answers, ...items.filter(({ id }) => !known.has(id))];
      this.#cursor = cursor;
      this.#show({ loaded: true, definition, answers, connection: 'live', checkedAt: new Date() });
    } catch (error) {
      if (collector !== this.#collector) return;
      if (error instanceof CallError && error.kind === 'refused') {
        this.#leave('refused');
        return;
      }
      const failed = error instanceof CallError && error.kind === 'failed';
      this.#show({
        connection: navigator.onLine ? 'unreachable' : 'offline',
        notice: failed ? { kind: 'failed', text: reason(error) } : this.#state.notice,
      });
    }
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') this.#timer = setTimeout(this.retry, POLL_MS);
  }

  #leave(tokenProblem: State['tokenProblem']): void {
    clearTimeout(this.#timer);
    this.#collector = undefined;
    keepToken(undefined);
    this.#show({ ...initial, tokenProblem });
  }

  #show(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    render(pageTemplate(this.#state, this), this.#root);
  }
}

function reason(error: unknown): string {
  if (error instanceof CallError && error.kind === 'offline') return text('unreachable');
  return text('problem', { detail: error instanceof Error ? error.message : String(error) });
}

const root = document.querySelector<HTMLElement>('#hub');
const address = root?.dataset['survey'];
if (root && address) {
  root.replaceChildren();
  new Hub(root, address).start();
}
