import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbBadgeIssuer } from './badge-issuer.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['storage-key', 'hosting', 'status-url', 'collector', 'worker', 'template', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedBadgeIssuer(): void {
  if (!AsbBadgeIssuer.define()) return;
  upgradePlaceholders(AsbBadgeIssuer.tag, ATTRIBUTES);
  startFrames();
}
