/** What comes when it is asked for: an action's sheet, the other views, panels, files. */
import type { Panel, PlanContext, View } from './context.ts';
import { renderAxes } from './axes-view.ts';
import { renderBoard } from './board-view.ts';
import { renderCalendar } from './calendar-view.ts';
import { renderChanges } from './changes-view.ts';
import { renderDashboard } from './dashboard-view.ts';
import { renderLife } from './life-view.ts';
import { renderRetro } from './retro-view.ts';
import { renderTimeline } from './timeline-view.ts';

export { readAs, readFile, saveAs } from './files.ts';
export { renderReview } from './review-view.ts';
export { renderSheet } from './sheet-view.ts';
export { placeTimeline } from './timeline-view.ts';

export const renderView = (view: Exclude<View, 'table'>, context: PlanContext): unknown =>
  ({ board: renderBoard, timeline: renderTimeline, calendar: renderCalendar, dashboard: renderDashboard })[view](context);

export const renderPanel = (panel: Panel, context: PlanContext): unknown => ({ retro: renderRetro, changes: renderChanges, life: renderLife, axes: renderAxes })[panel](context);
