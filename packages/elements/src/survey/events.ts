import type { Answers } from '@assembleurs/commons/survey';

const init: EventInit = { bubbles: true, composed: true };

/** `asb-ready`: the questions can be answered. */
export class SurveyReadyEvent extends Event {
  constructor() {
    super('asb-ready', init);
  }
}

/** `asb-change`: the person changed an answer. */
export class SurveyChangeEvent extends Event {
  readonly answers: Answers;
  constructor(answers: Answers) {
    super('asb-change', init);
    this.answers = answers;
  }
}

/** `asb-page`: another page shows. `page` is its name in the definition, `index` its place from 1; the summary has no name. */
export class SurveyPageEvent extends Event {
  readonly page: string | null;
  readonly index: number;
  constructor(page: string | null, index: number) {
    super('asb-page', init);
    this.page = page;
    this.index = index;
  }
}

/** What is sent: the JSON body of the request. */
export interface SurveySubmission {
  readonly survey: string | null;
  readonly definitionVersion: string | null;
  readonly locale: string;
  /** INSEE code, from the first `asb:commune` question. */
  readonly commune: string | null;
  readonly answers: Answers;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly completedAt: string | null;
}

/** `asb-submit`: the person sends. `preventDefault()` to send it yourself, then call `confirmSent()`. */
export class SurveySubmitEvent extends Event {
  readonly submission: SurveySubmission;
  constructor(submission: SurveySubmission) {
    super('asb-submit', { ...init, cancelable: true });
    this.submission = submission;
  }
}

/** `asb-sent`: the server acknowledged; `receipt` is the code to quote, empty when it gave none. */
export class SurveySentEvent extends Event {
  readonly receipt: string;
  constructor(receipt: string) {
    super('asb-sent', init);
    this.receipt = receipt;
  }
}

/** `asb-error`: the survey could not be loaded, or a sending did not get through (it is tried again) or was refused. */
export class SurveyErrorEvent extends Event {
  readonly reason: 'load' | 'send' | 'refused';
  readonly text: string;
  constructor(reason: SurveyErrorEvent['reason'], text: string) {
    super('asb-error', init);
    this.reason = reason;
    this.text = text;
  }
}
