/** Actions with the names of Mon Inclusion Numérique, out and in. */
import type { RecordId } from '../../record/id.ts';
import { NEEDS } from '../codes.ts';
import { newAction, newPlan, patched } from '../edits.ts';
import { plannedMoney } from '../follow.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { readAmount } from './cells.ts';
import { COMMON_LOSSES, type Losses, lossesOf, planLosses } from './loss.ts';
import { formatText } from './messages.ts';
import type { Imported } from './read-rows.ts';
import type { Exported } from './xlsx.ts';

export interface NationalAction {
  readonly nom: string;
  readonly contexte: string;
  readonly description: string;
  readonly besoins: readonly string[];
  /** Years, as text. */
  readonly anneeDeDebut: string;
  readonly anneeDeFin: string;
  readonly porteurs: readonly string[];
  readonly destinataires: readonly string[];
  readonly budgetGlobal: number;
  readonly cofinancements: readonly { readonly coFinanceur: string; readonly montant: number }[];
}

const isNational = (code: string): boolean => (NEEDS as readonly string[]).includes(code);
const year = (day: string | undefined): string => day?.slice(0, 4) ?? '';

const LOSSES: Losses = [
  ['lossFields', (action) => action.status !== 'A discuter' || action.priority !== undefined || [action.goals, action.resources, action.participation, action.financing].some(Boolean)
    || [action.partners, action.bodies, action.services, action.contacts, action.elected].some(({ length }) => length > 0)],
  ['lossParents', ({ parent }) => parent !== undefined],
  ['lossAxesAll', ({ axis }) => axis !== undefined],
  ['lossDays', ({ start, end }) => (start !== undefined && !start.endsWith('-01-01')) || (end !== undefined && !end.endsWith('-12-31'))],
  ['lossLocalNeeds', ({ needs }) => !needs.every(isNational)],
  ['lossIndicators', ({ indicators }) => indicators.length > 0],
  ['lossBudget', ({ budget }) => budget.length > 1 || budget.some((line) => line.unit === 'ETP' || line.year !== undefined || line.actual !== undefined)],
  ['lossAmounts', ({ funders }) => funders.some(({ amount }) => amount === undefined)],
  ...COMMON_LOSSES,
];

export function planToNational(plan: Plan, { chosen = plan.actions, locale }: { readonly chosen?: readonly Action[]; readonly locale?: string } = {}): Exported<{ readonly nom: string; readonly actions: readonly NationalAction[] }> {
  const actions = chosen.map((action) => ({
    nom: action.title, contexte: action.context, description: action.description, besoins: action.needs.filter(isNational), anneeDeDebut: year(action.start), anneeDeFin: year(action.end),
    porteurs: action.pilots, destinataires: action.publics, budgetGlobal: plannedMoney([action]), cofinancements: action.funders.map(({ name, amount = 0 }) => ({ coFinanceur: name, montant: amount })),
  }));
  return { content: { nom: plan.name, actions }, losses: [...lossesOf(chosen, LOSSES, locale), ...planLosses(plan, locale)] };
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown, most = 10_000): string => (typeof value === 'string' ? value.slice(0, most) : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '').slice(0, 200).map((each) => each.slice(0, 500)) : []);
const amountIn = (value: unknown): number | undefined => (typeof value === 'number' || typeof value === 'string' ? readAmount(value) ?? undefined : undefined);
const dayIn = (value: unknown, end: string): string | undefined => {
  const found = /^\d{4}$/.exec(String(typeof value === 'number' ? value : text(value)).trim())?.[0];
  return found === undefined ? undefined : `${found}-${end}`;
};

/** A list of actions, or an object that holds one. Never throws. */
export function planFromNational(json: unknown, { newId, locale }: { readonly newId: () => RecordId; readonly locale?: string | undefined }): Imported {
  const list = Array.isArray(json) ? json as unknown[] : isObject(json) && Array.isArray(json['actions']) ? json['actions'] as unknown[] : undefined;
  if (!list?.every((each): each is Loose => isObject(each) && typeof each['nom'] === 'string')) return { problem: formatText('notMin', locale) };
  const actions = list.slice(0, 5000).map((each) => {
    const budget = amountIn(each['budgetGlobal']);
    const funders = Array.isArray(each['cofinancements']) ? (each['cofinancements'] as unknown[]).filter(isObject).slice(0, 200) : [];
    return patched(newAction({
      id: newId(), title: text(each['nom'], 500) || formatText('untitled', locale), context: text(each['contexte']), description: text(each['description'], 20_000), needs: texts(each['besoins']), pilots: texts(each['porteurs']), publics: texts(each['destinataires']),
      budget: budget ? [{ unit: 'HT', planned: budget }] : [],
      funders: funders.map((funder) => patched<Action['funders'][number]>({ name: text(funder['coFinanceur'], 500) }, { amount: amountIn(funder['montant']) })),
    }), { start: dayIn(each['anneeDeDebut'], '01-01'), end: dayIn(each['anneeDeFin'], '12-31') });
  });
  return { plan: newPlan(newId(), { name: isObject(json) ? text(json['nom'], 500) : '', actions }), notes: [] };
}
