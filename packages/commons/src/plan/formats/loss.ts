/** What a format cannot hold, said before somebody relies on it. */
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { type FormatKey, formatText } from './messages.ts';

export interface Loss {
  /** How many actions, or things beside them, lose something of the kind. */
  readonly count: number;
  readonly text: string;
}

/** By kind, whether an action loses something. */
export type Losses = readonly (readonly [FormatKey, (action: Action) => boolean])[];

export const lossesOf = (actions: readonly Action[], losses: Losses, locale?: string): Loss[] =>
  losses.flatMap(([key, loses]) => {
    const count = actions.filter(loses).length;
    return count > 0 ? [{ count, text: formatText('lossLine', locale, { count, what: formatText(key, locale) }) }] : [];
  });

/** What neither of the national formats has. */
export const COMMON_LOSSES: Losses = [
  ['lossSteps', ({ steps }) => steps.length > 0],
  ['lossNotes', ({ notes }) => notes !== ''],
  ['lossComments', ({ comments = [] }) => comments.length > 0],
  ['lossLinks', ({ links }) => links.length > 0],
  ['lossAfter', ({ after }) => after.length > 0],
  ['lossOffsets', ({ offsets, steps }) => offsets !== undefined || steps.some(({ offset }) => offset !== undefined)],
  ['lossTerritory', ({ territory }) => territory.code !== '' || territory.name !== ''],
  ['lossOrigin', ({ derivedFrom, recommendation }) => derivedFrom.length > 0 || recommendation !== undefined],
];

/** What belongs to no action. */
export const planLosses = ({ committees, log, decisions }: Pick<Plan, 'committees' | 'log' | 'decisions'>, locale?: string): Loss[] => {
  const count = committees.length + log.length + decisions.length;
  return count > 0 ? [{ count, text: formatText('lossPlan', locale) }] : [];
};
