import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbSelfAssessment } from './self-assessment.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['src', 'commune', 'hub', 'readonly', 'logo', 'hub-logo', 'storage-key', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedSelfAssessment(): void {
  if (!AsbSelfAssessment.define()) return;
  upgradePlaceholders(AsbSelfAssessment.tag, ATTRIBUTES);
  startFrames();
}
