/** The closed lists of the field, apart from the schemas, so that a page that only shows them loads no schema. */

/** What `$schema` holds in a grid: a name and not an address, as in `SURVEY_SCHEMA`. */
export const GRID_SCHEMA = 'urn:assembleurs:grid:1';

export const LEVELS = [1, 2, 3, 4] as const;
/** The place of a written level; 4 is the one to reach. */
export type Level = (typeof LEVELS)[number];

export const EFFORTS = ['low', 'medium', 'high'] as const;
/** Low: a few hours; medium: a few days; high: weeks, a vote or a budget. */
export type Effort = (typeof EFFORTS)[number];

/** What an interview asks of a commune's capacity to act. */
export const CAPACITIES = ['people', 'time', 'budget'] as const;
export type Capacity = (typeof CAPACITIES)[number];
