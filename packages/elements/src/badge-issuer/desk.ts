/** The table that the person works at: who issues, what, to whom; what was signed; the register. Views draw it, elements own it. */
import { attendance, type Meeting } from '@assembleurs/commons/animation';
import type { Problem } from '@assembleurs/open-badges/issue';
import { keepDraft, readAll, readAwards } from './database.ts';
import { achievementOf, commonEvidence } from './designs.ts';
import { Handing } from './handing.ts';
import type { Awarded, Design, Issuer, People } from './model.ts';
import { readList, type ReadList } from './recipients.ts';
import { Register } from './register.ts';
import { Run } from './run.ts';
import { Who } from './who.ts';
import type { Words } from './words.ts';
import { tools } from './tools.ts';

export const STEPS = ['who', 'what', 'whom', 'sign', 'hand', 'register'] as const;
export type Step = (typeof STEPS)[number];

/** What the desk needs of its element. */
export interface DeskHost {
  readonly words: Words;
  readonly storageKey: string;
  readonly statusUrl: string;
  readonly hosting: string;
  /** The page allows a worker. */
  readonly worker: boolean;
  /** The issuer's address on a collector; empty: none. */
  readonly collector: string;
  readonly derivedFrom: readonly string[];
  /** Of the workspace around; empty when there is none. */
  readonly meetings: readonly Meeting[];
  requestUpdate(): void;
  say(text: string): void;
  focusOn(selector: string): void;
  dispatchEvent(event: Event): boolean;
}

export const NOBODY: People = { kind: 'person', text: '', privacy: 'hashed', again: false };

export class Desk {
  readonly host: DeskHost;
  readonly who: Who;
  readonly run: Run;
  readonly handing: Handing;
  readonly register: Register;
  step: Step = 'who';
  /** False where this page keeps nothing: everything lasts as long as the page. */
  keeps = true;
  issuers: readonly Issuer[] = [];
  issuer: Issuer | undefined;
  design: Design | undefined;
  people: People = NOBODY;
  list: ReadList = { lines: [], ignored: [], cut: false };
  hosting = '';
  /** Why the picture that the person chose was not taken. */
  pictureProblem: Problem | undefined;
  awards: readonly Awarded[] = [];
  /** By badge, the links by which recipients collect them; shown once by the collector, and kept no longer than this page. */
  links: ReadonlyMap<string, string> = new Map();
  /** The person asked to go on: what is missing may be shown. */
  readonly tried = new Set<Step>();
  #reading = 0;

  constructor(host: DeskHost) {
    this.host = host;
    this.who = new Who(this);
    this.run = new Run(this);
    this.handing = new Handing(this);
    this.register = new Register(this);
  }

  async load(): Promise<void> {
    const kept = await readAll(this.host.storageKey);
    this.keeps = kept !== undefined;
    this.issuers = kept?.issuers ?? [];
    const { design, people, hosting } = kept?.draft ?? {};
    this.design ??= design;
    this.people = people ?? this.people;
    this.hosting = hosting || this.host.hosting;
    const [first] = this.issuers;
    if (first) await this.choose(first);
    await this.#read();
  }

  /** Another issuer, with its own register. */
  async choose(issuer: Issuer | undefined): Promise<void> {
    this.issuer = issuer;
    this.awards = issuer ? await readAwards(issuer.id) : [];
    await this.#read();
    this.host.requestUpdate();
  }

  setDesign(changes: Partial<Design>): void {
    if (this.design) this.design = { ...this.design, ...changes };
    this.#changed();
  }

  startDesign(design: Design): void {
    this.pictureProblem = undefined;
    this.design = design;
    this.tried.delete('what');
    this.#changed();
  }

  setPeople(changes: Partial<People>): void {
    this.people = { ...this.people, ...changes };
    this.#changed();
    void this.#read();
  }

  /** Under what was typed, so that nothing of it is lost. */
  addPeople(text: string, meeting?: string): void {
    const { people } = this;
    this.setPeople({ text: people.text.trim() === '' ? text : `${people.text.trimEnd()}\n${text}`, ...(meeting === undefined ? {} : { meetings: [...new Set([...(people.meetings ?? []), meeting])] }) });
  }

  addMeeting(meeting: Pick<Meeting, 'id' | 'attendees'>): void {
    this.addPeople(attendance(meeting, this.people.kind), meeting.id);
  }

  setHosting(hosting: string): void {
    this.hosting = hosting;
    this.#changed();
  }

  go(step: Step): void {
    this.step = step;
    this.host.focusOn('[data-focus=step]');
    // Where lines are shown: a long list is not read again for nothing.
    if (step === 'whom' || step === 'sign') void this.#read();
  }

  /** What is wrong with the design, by place; empty when it can be signed. */
  designProblems(): readonly Problem[] {
    if (!this.design) return [];
    const own = tools().checkAchievement(achievementOf(this.design));
    const [evidence] = commonEvidence(this.design);
    return evidence?.url !== undefined && !tools().isWebAddress(evidence.url) ? [...own, tools().problem('url.wrong', 'evidenceUrl')] : own;
  }

  replaceAwards(awards: readonly Awarded[]): void {
    this.awards = awards;
    void this.#read();
    this.host.requestUpdate();
  }

  async #read(): Promise<void> {
    const turn = ++this.#reading;
    const earlier = this.awards.filter(({ achievement, text }) => text !== '' && achievement.id === this.design?.id);
    const list = await readList(this.people, earlier);
    if (turn !== this.#reading) return;
    this.list = list;
    this.host.requestUpdate();
  }

  #changed(): void {
    this.host.requestUpdate();
    const { design, people, hosting } = this;
    void keepDraft({ key: this.host.storageKey, design, people, hosting }).then((kept) => {
      if (kept === this.keeps) return;
      this.keeps = kept;
      this.host.requestUpdate();
    });
  }
}
