import { startFrames } from '../internal/frame-height.ts';
import { upgradePlaceholders } from '../internal/placeholder.ts';
import { AsbActorMap } from './actor-map.ts';

/** What `data-…` of a placeholder may set: every attribute of the element. */
const ATTRIBUTES = ['src', 'view', 'search', 'kind', 'commune', 'service', 'audience', 'programme', 'linking', 'actor', 'editable', 'communes', 'epci', 'territoire-type', 'territoires', 'outlines', 'tiles', 'tiles-attribution', 'contact', 'corrections', 'url-state', 'storage-key', 'lang'] as const;

/** What a `<script>` does for this element: registers it, upgrades placeholders, follows frames. A second copy does nothing. */
export function embedActorMap(): void {
  if (!AsbActorMap.define()) return;
  upgradePlaceholders(AsbActorMap.tag, ATTRIBUTES);
  startFrames();
}
