/** The logic model: a table, and the same drawn as a flow from resources to impact. */
import { LOGIC_KINDS, logicOf, type LogicRow, type StrategyNode } from '@assembleurs/commons/strategy';
import { html, nothing, type TemplateResult } from 'lit';
import type { StrategyContext } from './context.ts';
import { renderAdd, renderNodes, renderOne } from './nodes-view.ts';

function renderRow({ resources, activity, result, impact, resultRows, impactRows }: LogicRow, at: number, context: StrategyContext): unknown {
  const { words: { t } } = context;
  const place = `logic ${String(at)}`;
  const one = (node: StrategyNode | undefined): unknown => (node ? renderOne(node, place, context) : html`<span class="soft">–</span>`);
  return html`<tr>
    <td data-label=${t('resources')}>${activity ? renderNodes(resources, { kind: 'resource', parent: activity, place }, context) : resources.map((node) => renderOne(node, place, context))}</td>
    <td data-label=${t('activity')}>${activity ? one(activity) : nothing}${activity === undefined && result ? renderAdd({ kind: 'activity', parent: result, place }, context) : nothing}</td>
    ${resultRows > 0 ? html`<td data-label=${t('result')} rowspan=${resultRows}>${one(result)}${result && activity ? renderAdd({ kind: 'activity', parent: result, place: `${place} more` }, context) : nothing}</td>` : nothing}
    ${impactRows > 0 ? html`<td data-label=${t('impact')} rowspan=${impactRows}>${one(impact)}${impact ? renderAdd({ kind: 'result', parent: impact, place }, context, t('addRow')) : nothing}</td>` : nothing}</tr>`;
}

/** Boxes from right to left: each impact with what leads to it. */
function renderPicture(rows: readonly LogicRow[], { graph, words: { t, names } }: StrategyContext): unknown {
  const box = (node: StrategyNode, under: readonly StrategyNode[], next: (node: StrategyNode) => TemplateResult): TemplateResult =>
    html`<li><div class="node"><span class="kind">${names.kinds[node.kind]}</span><span class="words">${node.text}</span></div>${under.length > 0 ? html`<ul>${under.map(next)}</ul>` : nothing}</li>`;
  const resource = (node: StrategyNode): TemplateResult => box(node, [], resource);
  const activity = (node: StrategyNode): TemplateResult => box(node, graph.under(node, 'resource'), resource);
  const result = (node: StrategyNode): TemplateResult => box(node, graph.under(node, 'activity'), activity);
  const impacts = [...new Set(rows.flatMap(({ impact }) => impact ?? []))];
  if (impacts.length === 0) return nothing;
  return html`<figure class="flow-figure"><figcaption class="soft">${t('picture')}</figcaption><div class="scroll" aria-hidden="true"><div class="map flow">
    <div class="heads">${LOGIC_KINDS.map((kind) => html`<div><strong>${kind === 'impact' ? t('askedImpact') : names.questions[kind]}</strong> <span class="soft">${names.plurals[kind]}</span></div>`)}</div>
    <ul>${impacts.map((impact) => box(impact, graph.under(impact, 'result'), result))}</ul></div></div></figure>`;
}

export function renderLogic(context: StrategyContext): unknown {
  const { words: { t }, strategy, graph, readonly } = context;
  const rows = logicOf(strategy);
  // An impact of the map is one that results may lead to, too.
  const waiting = graph.of('impact').filter((impact) => graph.under(impact, 'result').length === 0);
  const begin = html`${waiting.map((impact) => html`<li><span>${impact.text}</span> ${renderAdd({ kind: 'result', parent: impact, place: 'logic' }, context, t('addRow'))}</li>`)}<li>${renderAdd({ kind: 'impact', parent: undefined, place: 'logic' }, context, t('addImpact'))}</li>`;
  return html`<p>${t('logicHelp')}</p>
    ${rows.length === 0 ? html`<div class="empty"><p>${t('logicEmpty')}</p></div>` : html`<div class="scroll" part="logic" role="region" tabindex="0" aria-label=${t('logicRegion')}><table class="wide logic">
      <thead><tr>${(['resources', 'activity', 'result', 'impact'] as const).map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead><tbody>${rows.map((row, at) => renderRow(row, at, context))}</tbody></table></div>`}
    ${readonly ? nothing : html`<div class="screen">${waiting.length > 0 ? html`<h3>${t('waiting')}</h3>` : nothing}<ul class="items">${begin}</ul></div>`}${renderPicture(rows, context)}`;
}
