import { createSession, type PageNode, type SurveyDefinition, type SurveySession } from '@assembleurs/commons/survey';
import { css, html, LitElement, nothing } from 'lit';
import { QUESTION_TYPES } from '@assembleurs/commons/survey/definition';
import { tokens } from '../../internal/tokens.ts';
import { fieldsEn } from '../messages/fields.en.ts';
import { laterStyles } from '../later.styles.ts';
import { gatheringStyles } from './gatherings.styles.ts';
import { type FieldContext, fieldMessages, fieldStyles, learnEnglish, renderElements, type TerritoryLookup, useSummary } from './index.ts';
import { renderSummary } from './summary.ts';

useSummary(renderSummary);
learnEnglish(fieldsEn);

/** Types that load later: the host draws at once. */
export const EVERY_TYPE: ReadonlySet<string> = new Set<string>([...QUESTION_TYPES, 'range']);

/** What tests need around questions: a session, a live region, nothing else. Never part of a build. */
export class FieldHost extends LitElement {
  static override styles = [tokens, fieldStyles, gatheringStyles, laterStyles, css`:host { color-scheme: light dark; display: block; background: var(--_surface); color: var(--_ink); }`];
  static override properties = { display: {}, lang: {} };

  declare display: 'form' | 'summary';
  #session: SurveySession | undefined;
  territory: TerritoryLookup | undefined;
  said: string[] = [];

  constructor() {
    super();
    this.display = 'form';
    this.lang = 'fr';
  }

  use(definition: SurveyDefinition, answers: Record<string, unknown> = {}, readOnly = false): void {
    this.#session = createSession(definition, { answers, locale: this.lang, readOnly, communes: this.territory && new Set(this.territory.communes.map(({ code }) => code)) });
    this.#session.subscribe(() => { this.requestUpdate(); });
    this.requestUpdate();
  }

  get session(): SurveySession {
    if (!this.#session) throw new Error('no definition yet');
    return this.#session;
  }

  get page(): PageNode {
    const page = this.session.pages[0];
    if (!page) throw new Error('no page');
    return page;
  }

  override render(): unknown {
    if (!this.#session) return nothing;
    const context: FieldContext = {
      lang: this.lang, t: fieldMessages(this.lang), territory: this.territory, readOnly: false, headingLevel: 2, display: this.display,
      announce: (text) => { this.said.push(text); },
    };
    return html`<div class="els">${renderElements(this.page.elements, context)}</div>`;
  }
}

if (!customElements.get('test-fields')) customElements.define('test-fields', FieldHost);
