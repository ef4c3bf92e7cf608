import {
  type Answer, type Assessment, type Grid, criteriaOf, freeRespondent, isOlder, migrateAssessment, newAssessment, prefilled, quickCriterion, sharesOf, withRespondent,
} from '@assembleurs/commons/assessment';
import { newRecordId } from '../internal/record-id.ts';
import type { Words } from './words.ts';

export const STEPS = ['prepare', 'answer', 'agree', 'results', 'advice', 'interview', 'files'] as const;
export type Step = (typeof STEPS)[number];

/** A territory that is shown beside this one. */
export interface Other {
  readonly file: string;
  readonly assessment: Assessment;
}

/** What a message above the views says, and how serious it is. */
export interface Notice {
  readonly tone: 'info' | 'trouble';
  /** In the person's language, whichever it becomes. */
  readonly text: (words: Words) => string;
  readonly details?: readonly { readonly path: string; readonly text: string }[];
}

export interface WorkHost {
  /** The person changed the assessment. */
  edited(assessment: Assessment): void;
  redraw(): void;
}

/** An assessment at work: the record, and where the person stands in it. */
export class Work {
  readonly grid: Grid;
  readonly #host: WorkHost;
  assessment: Assessment;
  step: Step = 'prepare';
  /** Place of the axis shown, among those asked. */
  axis = 0;
  respondent = '';
  others: readonly Other[] = [];
  notice: Notice | undefined;
  /** Recommendations being edited or set aside. */
  editing: ReadonlyMap<string, 'edit' | 'aside'> = new Map();
  /** What was typed in a form and not sent yet, by the form's name and the field's: it outlives the step that shows it. */
  readonly drafts = new Map<string, string>();
  /** All recommendations, not the first ones only. */
  allAdvice = false;
  erasing = false;
  /** The person whose answers would go with them. */
  removing: string | undefined;
  /** A file to open while something stands: its assessment, until the person chose. */
  opening: Other | undefined;
  /** What is kept, or the workspace around, was asked. */
  ready = false;
  /** Others may write in the same record. */
  shared = false;
  /** The report drawn for paper, while it is printed. */
  paper: unknown;
  /** Questions of the questionnaire, by name, once it is here. */
  titles: ReadonlyMap<string, string> = new Map();

  constructor(grid: Grid, host: WorkHost, assessment?: Assessment) {
    this.grid = grid;
    this.#host = host;
    this.assessment = assessment ?? this.blank();
    this.respondent = this.assessment.respondents[0]?.id ?? '';
  }

  blank(territory?: Partial<Assessment['territory']>): Assessment {
    const fresh = newAssessment(this.grid, { id: newRecordId(), now: new Date().toISOString(), ...(territory ? { territory } : {}) });
    return withRespondent(fresh, { id: 'p1', role: '', label: '' });
  }

  /** Takes an assessment that was kept or opened; one made with another version of the grid follows where criteria are the same. Names what does not. */
  take(assessment: Assessment): readonly string[] {
    const { assessment: mine, lost } = isOlder(this.grid, assessment) ? migrateAssessment(this.grid, assessment) : { assessment, lost: [] };
    this.assessment = mine;
    if (!mine.respondents.some(({ id }) => id === this.respondent)) this.respondent = mine.respondents[0]?.id ?? '';
    this.axis = Math.min(this.axis, Math.max(0, this.axes.length - 1));
    this.#host.redraw();
    return lost;
  }

  /** Another assessment from its start, with nothing on the way. */
  restart(assessment: Assessment): void {
    this.assessment = assessment;
    this.respondent = assessment.respondents[0]?.id ?? '';
    this.others = [];
    this.editing = new Map();
    this.drafts.clear();
    this.#host.redraw();
  }

  /** The person changes the record. */
  edit(change: (assessment: Assessment) => Assessment): void {
    const next = change(this.assessment);
    if (next === this.assessment) return;
    this.assessment = { ...next, updatedAt: new Date().toISOString() };
    this.#host.edited(this.assessment);
    this.#host.redraw();
  }

  /** The person moves, and the record stays. */
  show(change: Partial<Pick<Work, 'step' | 'axis' | 'respondent' | 'others' | 'notice' | 'editing' | 'allAdvice' | 'erasing' | 'removing' | 'opening' | 'titles' | 'paper'>>): void {
    Object.assign(this, change);
    this.#host.redraw();
  }

  /** Axes that are taken, with the criteria asked in this mode; one that a rule sets aside stays, and says why. */
  get axes(): readonly { readonly axis: Grid['dimensions'][number]; readonly criteria: readonly Grid['dimensions'][number]['criteria'][number][] }[] {
    const { mode, options } = this.assessment;
    return this.grid.dimensions.filter(({ id, optional }) => !optional || options.includes(id)).map((axis) => {
      const quick = quickCriterion(axis);
      const all = criteriaOf(this.grid).filter((placed) => placed.axis === axis).map(({ criterion }) => criterion);
      return { axis, criteria: mode === 'quick' ? all.filter((each) => each === quick) : all };
    });
  }

  get shares(): ReturnType<typeof sharesOf> {
    return sharesOf(this.grid, this.assessment);
  }

  surveyTitle(question: string): string {
    return this.titles.get(question) ?? question;
  }

  /** A free name for the next respondent: one that a colleague who adds somebody at the same time does not take. */
  nextRespondent(): string {
    return this.shared ? `p-${newRecordId().slice(-12)}` : freeRespondent(this.assessment);
  }

  /** Something was said or noted: another assessment does not take its place without a question. */
  get begun(): boolean {
    const { answers, agreed, notes, interview } = this.assessment;
    return [agreed, notes, interview.notes, ...Object.values(answers)].some((all) => Object.keys(all).length > 0);
  }

  /** The questionnaire's answers: what they propose fills the empty places of the first respondent. The number of places filled. */
  takeSurvey(answers: Readonly<Record<string, unknown>>, from: Assessment['derivedFrom']): number {
    let filled = 0;
    this.edit((assessment) => {
      const surveyed: Assessment = { ...assessment, survey: { ...answers }, derivedFrom: [...new Set([...assessment.derivedFrom, ...from])] };
      const [first] = surveyed.respondents;
      if (!first) return surveyed;
      const before = surveyed.answers[first.id] ?? {};
      const after: Readonly<Record<string, Answer>> = prefilled(this.grid, surveyed, first.id);
      filled = Object.keys(after).length - Object.keys(before).length;
      return { ...surveyed, answers: { ...surveyed.answers, [first.id]: { ...after } } };
    });
    return filled;
  }
}
