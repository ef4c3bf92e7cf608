import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbCommons } from './commons.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['storage-key', 'src', 'territory', 'collector', 'member', 'readonly', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedCommons(): void {
  if (!AsbCommons.define()) return;
  upgradePlaceholders(AsbCommons.tag, ATTRIBUTES);
  startFrames();
}
