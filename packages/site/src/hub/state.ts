import type { SurveyDefinition } from '@assembleurs/commons/survey';
import type { Answer } from './api.ts';

export type Connection = 'live' | 'offline' | 'unreachable';

/** Everything that the page shows. */
export interface State {
  readonly token: string | undefined;
  /** Why the last token was not taken. */
  readonly tokenProblem: 'empty' | 'refused' | undefined;
  readonly loaded: boolean;
  readonly answers: readonly Answer[];
  readonly definition: SurveyDefinition | undefined;
  readonly connection: Connection;
  /** When the list was last known to be complete. */
  readonly checkedAt: Date | undefined;
  readonly filter: string;
  readonly sort: 'time' | 'name';
  readonly adding: { readonly done: number; readonly count: number } | undefined;
  /** What was just done, or what failed. */
  readonly notice: { readonly kind: 'done' | 'failed'; readonly text: string } | undefined;
  readonly dialog: { readonly kind: 'read' | 'delete'; readonly answer: Answer } | undefined;
}

/** What a person can do. Functions that need no `this`: templates hand them over as they are. */
export interface Actions {
  readonly open: (token: string) => void;
  readonly forget: () => void;
  readonly retry: () => void;
  readonly change: (part: Pick<State, 'filter'> | Pick<State, 'sort'>) => void;
  readonly add: () => void;
  readonly save: (format: 'csv' | 'xlsx' | 'json', values: 'labels' | 'codes') => void;
  readonly show: (dialog: State['dialog']) => void;
  readonly erase: (answer: Answer) => void;
}

export const initial: State = {
  token: undefined,
  tokenProblem: undefined,
  loaded: false,
  answers: [],
  definition: undefined,
  connection: 'live',
  checkedAt: undefined,
  filter: '',
  sort: 'time',
  adding: undefined,
  notice: undefined,
  dialog: undefined,
};
