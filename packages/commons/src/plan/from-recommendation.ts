/** A recommendation that people keep becomes an action of the plan, which remembers where it comes from. */
import type { Assessment, OwnRecommendation } from '../assessment/model.ts';
import type { Suggestion } from '../assessment/recommend.ts';
import type { RecordId } from '../record/id.ts';
import { localize } from '../survey/session/texts.ts';
import type { Priority } from './codes.ts';
import { addMonths } from './days.ts';
import { newAction } from './edits.ts';
import type { Action } from './model.ts';

export interface ActionOptions {
  readonly id: RecordId;
  readonly locale: string;
  /** ISO 8601 date (`2026-11-26`) from which the usual delay is counted. */
  readonly today: string;
}

const priorityOf = (gap: number): Priority => (gap >= 3 ? 'Élevé' : gap === 2 ? 'Moyen' : 'Bas');

const begin = (assessment: Assessment, title: string, { id, today }: ActionOptions): Action =>
  newAction({ id, title, derivedFrom: [assessment.id], start: today, territory: { code: assessment.territory.code, name: assessment.territory.name } });

const resourceOf = ({ resource }: Suggestion['recommendation'], locale: string): string =>
  (resource ? [localize(resource.text, locale), resource.url].filter(Boolean).join(' – ') : '');

/** The person's own words win over the grid's. */
export function actionFrom(assessment: Assessment, { recommendation, why, choice }: Suggestion, options: ActionOptions): Action {
  const { edits } = choice ?? {};
  const own = (name: 'what' | 'why' | 'firstStep' | 'who'): string => edits?.[name] ?? localize(recommendation[name], options.locale);
  return {
    ...begin(assessment, own('what'), options),
    context: own('why'),
    description: [localize(recommendation.actsOn.text, options.locale), resourceOf(recommendation, options.locale)].filter(Boolean).join('\n'),
    needs: [...recommendation.needs],
    pilots: [own('who')],
    priority: priorityOf(why.gap),
    end: addMonths(options.today, edits?.delayMonths ?? recommendation.delayMonths),
    steps: [{ text: own('firstStep'), done: false }],
    recommendation: recommendation.id,
  };
}

/** The same for a recommendation that people wrote themselves. */
export function actionFromOwn(assessment: Assessment, own: OwnRecommendation, options: ActionOptions): Action {
  return {
    ...begin(assessment, own.what, options),
    context: own.why ?? '',
    pilots: own.who ? [own.who] : [],
    ...(own.delayMonths ? { end: addMonths(options.today, own.delayMonths) } : {}),
    steps: own.firstStep ? [{ text: own.firstStep, done: false }] : [],
    recommendation: own.id,
  };
}
