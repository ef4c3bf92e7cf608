import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbImpactStrategy } from './impact-strategy.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['src', 'template', 'storage-key', 'view', 'readonly', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedImpactStrategy(): void {
  if (!AsbImpactStrategy.define()) return;
  upgradePlaceholders(AsbImpactStrategy.tag, ATTRIBUTES);
  startFrames();
}
