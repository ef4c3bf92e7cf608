/** What shows once the questions are answered: the summary, the way, the receipt. Loaded while the person answers. */
import { useSummary } from './fields/index.ts';
import { renderSummary } from './fields/summary.ts';
import { renderDelivery, renderDone } from './outcome-view.ts';
import { renderReview } from './review-view.ts';
import type { Phase } from './state.ts';
import type { ViewContext } from './view.ts';

useSummary(renderSummary);

export function renderClosing(context: ViewContext, phase: Extract<Phase, { kind: 'review' | 'done' | 'delivery' }>): unknown {
  if (phase.kind === 'review') return renderReview(context);
  return phase.kind === 'done' ? renderDone(context) : renderDelivery(context, phase.state);
}
