/** The kinds of node of an impact strategy, and which may serve which. */

/**
 * Impact map (Adzic, *Impact Mapping*: why, who, how, what): objective → actor → impact → deliverable. Theory of change, by actor: effect →
 * facilitator, obstacle. Logic model: resource → activity → result → impact.
 */
export const KINDS = ['objective', 'actor', 'impact', 'deliverable', 'effect', 'facilitator', 'obstacle', 'result', 'activity', 'resource'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What a node may serve. Each kind only serves kinds that come before it, so no chain of links ever comes back to where it began: whatever
 * several people link at once, the graph stays without a cycle.
 */
export const SERVES: Readonly<Record<Kind, readonly Kind[]>> = {
  objective: [],
  actor: ['objective'],
  impact: ['actor'],
  deliverable: ['impact'],
  effect: ['actor'],
  facilitator: ['effect'],
  obstacle: ['effect'],
  result: ['impact'],
  activity: ['result'],
  resource: ['activity'],
};

/** The columns of the impact map. */
export const MAP_KINDS = ['objective', 'actor', 'impact', 'deliverable'] as const satisfies readonly Kind[];
/** The columns of the logic model, as people read them. */
export const LOGIC_KINDS = ['resource', 'activity', 'result', 'impact'] as const satisfies readonly Kind[];

/** What comes under a kind in the impact map; undefined for the last one. */
export function below(kind: Kind): Kind | undefined {
  const at = (MAP_KINDS as readonly Kind[]).indexOf(kind);
  return at < 0 ? undefined : MAP_KINDS[at + 1];
}

export const mayServe = (kind: Kind, served: Kind): boolean => SERVES[kind].includes(served);

/** How sure one is that an effect will come. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Involved in the design, or told and shared with. */
export const ROLES = ['design', 'sharing'] as const;
export type Role = (typeof ROLES)[number];
