import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbActionPlan } from './action-plan.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['src', 'storage-key', 'view', 'readonly', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedActionPlan(): void {
  if (!AsbActionPlan.define()) return;
  upgradePlaceholders(AsbActionPlan.tag, ATTRIBUTES);
  startFrames();
}
