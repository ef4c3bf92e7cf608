/** What a survey needs once its questions stand in the page: drafts, the summary, copies, the way to the server and the receipt. Loaded while the person begins to read. */
import { nothing } from 'lit';
import { printAlone } from '../internal/print-alone.ts';
import { saveFile } from '../internal/save-file.ts';
import { Autosave } from './autosave.ts';
import { answersCsv, answersJson } from './downloads.ts';
import { renderConflict, renderDraft, renderResume, renderStatus } from './draft-view.ts';
import { Drafting } from './drafting.ts';
import { useSummary } from './fields/index.ts';
import { renderSummary } from './fields/summary.ts';
import { laterStyles } from './later.styles.ts';
import { laterFr } from './messages/later.fr.ts';
import { renderDelivery, renderDone } from './outcome-view.ts';
import { renderReview } from './review-view.ts';
import type { SurveyHost, SurveyRun } from './run.ts';
import { Sender } from './sender.ts';
import type { Phase } from './state.ts';
import type { ViewContext } from './view.ts';
import { learn } from './words.ts';

const DAY = 86_400_000;

useSummary(renderSummary);
learn(laterFr);

/** A view of what comes later. */
export interface LaterContext extends ViewContext {
  readonly later: Later;
}

export class Later {
  readonly autosave: Autosave;
  readonly sender: Sender;
  readonly drafting: Drafting;
  readonly #run: SurveyRun;

  constructor(run: SurveyRun, host: SurveyHost) {
    this.#run = run;
    this.autosave = new Autosave({
      content: () => run.content,
      life: () => host.settings().draftDays * DAY,
      drafts: () => host.settings().drafts,
      changed: () => { run.refresh(); },
    });
    this.sender = new Sender(run, host, this);
    this.drafting = new Drafting(run, host, this);
    host.adopt(laterStyles);
  }

  /** Closing the page would lose answers. */
  get atRisk(): boolean {
    const { phase } = this.#run;
    return this.sender.delivery.onlyHere || ((phase.kind === 'answering' || phase.kind === 'review') && this.autosave.atRisk);
  }

  /** Hands a copy of the answers to the person: see `AsbSurvey.download`. */
  download(format: 'json' | 'csv' | 'pdf', name: string, root: Node): void {
    const { session, territory, words, phase } = this.#run;
    if (!session) return;
    if (format === 'pdf') printAlone(root);
    else if (format === 'csv') saveFile(`${name}.csv`, 'text/csv;charset=utf-8', answersCsv(session, territory, words));
    else saveFile(`${name}.json`, 'application/json', JSON.stringify(answersJson(this.#run.submission(), phase), null, 2));
  }

  renderStatus(context: ViewContext): unknown {
    return renderStatus({ ...context, later: this });
  }

  renderConflict(context: ViewContext): unknown {
    return renderConflict({ ...context, later: this });
  }

  renderDraft(context: ViewContext): unknown {
    return renderDraft({ ...context, later: this });
  }

  /** What stands in the place of the questions. */
  renderBody(around: ViewContext, phase: Phase): unknown {
    const context: LaterContext = { ...around, later: this };
    switch (phase.kind) {
      case 'resume':
        return renderResume(context, phase);
      case 'review':
        return renderReview(context);
      case 'done':
        return renderDone(context);
      case 'delivery':
        return renderDelivery(context, phase.state);
      default:
        return nothing;
    }
  }
}
