import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbBadgeViewer } from './badge-viewer.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['src', 'known-issuers', 'display', 'href', 'readonly', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedBadgeViewer(): void {
  if (!AsbBadgeViewer.define()) return;
  upgradePlaceholders(AsbBadgeViewer.tag, ATTRIBUTES);
  startFrames();
}
