import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbSurvey } from './survey.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = [
  'src', 'action', 'drafts', 'commune', 'territory', 'storage-key', 'display', 'readonly', 'check', 'draft-days', 'timeout', 'lang', 'name',
  'controller', 'dpo', 'purpose', 'legal-basis', 'recipients', 'retention', 'rights', 'privacy',
] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedSurvey(): void {
  if (!AsbSurvey.define()) return;
  upgradePlaceholders(AsbSurvey.tag, ATTRIBUTES);
  startFrames();
}
