/** Where an action comes from: the thread back to the strategy and to the assessment, and the way to tie it. */
import type { Action } from '@assembleurs/commons/plan';
import { isRecordId, type RecordId } from '@assembleurs/commons/record';
import { graphOf, type Kind, namesIn, type StrategyNode } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { selectField } from './fields.ts';

/** What an action may answer or bring about, the most telling first. */
const TIED: readonly Kind[] = ['obstacle', 'deliverable', 'activity', 'result', 'impact', 'effect', 'facilitator', 'objective'];

const strategyNear = ({ workspace }: PlanContext): readonly StrategyNode[] => {
  const nodes = workspace?.all('strategy-node') ?? [];
  return TIED.flatMap((kind) => graphOf({ nodes: [...nodes] }).of(kind));
};

/** Organisations on the map of actors of the workspace around, by name. */
export const actorsNear = ({ workspace, words: { lang } }: PlanContext): readonly string[] => [...new Set(workspace?.all('actor').map(({ name }) => name) ?? [])].sort((a, b) => a.localeCompare(b, lang));

/** A record of the workspace around, as a person knows it. */
function known(id: RecordId, action: Action, { workspace, words: { t, lang } }: PlanContext): readonly [kind: string, text: string] {
  const record = workspace?.get(id) as { readonly type?: string; readonly kind?: Kind; readonly text?: string; readonly territory?: { readonly name?: string } } | undefined;
  if (record?.type === 'strategy-node' && record.kind) return [namesIn(lang).kinds[record.kind], record.text ?? ''];
  if (record?.type === 'assessment') return [t('assessment'), record.territory?.name ?? ''];
  return ['', t(action.recommendation === undefined ? 'originElsewhere' : 'origin')];
}

export function renderOrigins(action: Action, put: (patch: Readonly<Partial<Action>>) => void, context: PlanContext): unknown {
  const { words: { t, lang }, readonly } = context;
  const strategy = strategyNear(context);
  const free = strategy.filter(({ id }) => !action.derivedFrom.includes(id));
  return html`${action.derivedFrom.length === 0 ? nothing : html`<div><h4>${t('origins')}</h4><ul class="rows">${action.derivedFrom.map((id) => {
    const [kind, text] = known(id, action, context);
    return html`<li><span>${kind ? html`<span class="soft">${kind}</span> ` : nothing}${text}</span>
      ${readonly || !strategy.some((each) => each.id === id) ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: text })} @click=${() => { put({ derivedFrom: action.derivedFrom.filter((each) => each !== id) }); }}>${t('remove')}</button>`}</li>`;
  })}</ul></div>`}
    ${readonly || free.length === 0 ? nothing : selectField({ label: t('tieStrategy'), key: `${action.id} origin` }, '', [['', t('none')], ...free.map(({ id, kind, text }) => [id, `${namesIn(lang).kinds[kind]} – ${text}`] as const)], (id) => { if (isRecordId(id)) put({ derivedFrom: [...action.derivedFrom, id] }); }, context)}`;
}
