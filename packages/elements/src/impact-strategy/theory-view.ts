/** The theory of change as a table by actor; what no action answers stands out. On a narrow page the rows are cards. */
import { graphOf, theoryOf, unanswered, type ActorTheory, type EffectRow } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import type { StrategyContext } from './context.ts';
import { renderAdd, renderNodes, renderOne } from './nodes-view.ts';
import { warningSign } from './signs.ts';

function renderCells({ effect, facilitators, obstacles }: EffectRow, context: StrategyContext): unknown {
  const { words: { t, names } } = context;
  const place = `theory ${effect?.id ?? ''}`;
  return html`<td data-label=${t('effect')}>${effect ? renderOne(effect, place, context) : html`<span class="soft">${t('noEffect')}</span>`}
      ${effect?.confidence ? html`<p class="soft">${names.confidences[effect.confidence]}</p>` : nothing}${effect?.evidence ? html`<p class="soft said">${effect.evidence}</p>` : nothing}</td>
    <td data-label=${t('facilitators')}>${renderNodes(facilitators, { kind: 'facilitator', parent: effect, place }, context)}</td>
    <td data-label=${t('obstacles')}>${renderNodes(obstacles, { kind: 'obstacle', parent: effect, place }, context)}</td>`;
}

function renderActor({ actor, effects }: ActorTheory, context: StrategyContext): unknown {
  const { words: { t } } = context;
  const rows = Math.max(effects.length, 1);
  const head = html`<th scope="rowgroup" rowspan=${rows} data-label=${t('actor')}>${actor ? html`<strong>${actor.text}</strong>${renderAdd({ kind: 'effect', parent: actor, place: 'theory' }, context)}` : html`<span class="soft">${t('noActor')}</span>`}</th>`;
  if (effects.length === 0) return html`<tbody><tr>${head}<td data-label=${t('effect')}><span class="soft">${t('noEffect')}</span></td><td></td><td></td></tr></tbody>`;
  return html`<tbody>${effects.map((row, at) => html`<tr>${at === 0 ? head : nothing}${renderCells(row, context)}</tr>`)}</tbody>`;
}

export function renderTheory(context: StrategyContext): unknown {
  const { words: { t }, strategy, actions } = context;
  const actors = theoryOf(strategy);
  const all = graphOf(strategy).of('obstacle').length;
  const open = unanswered(strategy, actions).length;
  const sum = all === 0 ? html`<span class="soft">${t('noObstacle')}</span>` : open === 0 ? html`<span class="tag ok">${t('allAnswered')}</span>` : html`<span class="tag bad">${warningSign}${t('unansweredCount', { count: open, all })}</span>`;
  return html`<p>${t('theoryHelp')}</p><p>${sum}</p>
    ${actors.length === 0 ? html`<div class="empty"><p>${t('noActors')}</p>${renderAdd({ kind: 'actor', parent: undefined, place: 'theory' }, context)}</div>` : html`<div class="scroll" part="theory" role="region" tabindex="0" aria-label=${t('theoryRegion')}>
      <table class="wide theory"><thead><tr>${(['actor', 'effect', 'facilitators', 'obstacles'] as const).map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>${actors.map((each) => renderActor(each, context))}</table></div>${renderAdd({ kind: 'actor', parent: undefined, place: 'theory' }, context)}`}`;
}
