/**
 * What `<asb-commons>` hands down to what stands inside it. Named by strings, not objects: a page may load elements from two files, each with
 * its own copy of this one.
 */
import type { Territory } from '@assembleurs/commons/territory';
import type { Workspace } from '@assembleurs/commons/workspace';
import { createContext } from '@lit/context';

export interface CollectorAddress {
  /** The collector's own: `https://hub.example/collector`. */
  readonly url: string;
  /** The workspace there, when the page or an invitation names one. */
  readonly workspace: string | undefined;
}

/** Undefined until it is read; null when it cannot be. */
export const territoryContext = createContext<Territory | null | undefined>('asb-territory');
/** Undefined while it opens. */
export const workspaceContext = createContext<Workspace | undefined>('asb-workspace');
/** BCP 47. */
export const languageContext = createContext<string>('asb-language');
/** Undefined: the page works with none. */
export const collectorContext = createContext<CollectorAddress | undefined>('asb-collector');
