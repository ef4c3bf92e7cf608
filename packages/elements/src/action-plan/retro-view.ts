/** Retroplanning: a pivot date, what hangs on it, and what would move before anything does. */
import { isDay, isTied, type Move, movedTo, movesTo, tied, untied, withAction } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';

function renderMoves(moves: readonly Move[], pivot: { readonly date: string; readonly label: string }, context: PlanContext): unknown {
  const { words: { t, day } } = context;
  const which = ({ field }: Move): string => (field === 'start' || field === 'end' ? t(field) : t('stepN', { n: field + 1 }));
  return html`<h4>${moves.length > 0 ? t('moves', { count: moves.length }) : t('nothingMoves')}</h4>
    ${moves.length > 0 ? html`<div class="scroll" role="region" tabindex="0" aria-label=${t('moves', { count: moves.length })}><table><thead><tr>${(['action', 'which', 'offset', 'was', 'becomes', 'why'] as const).map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead><tbody>
      ${moves.map((move) => html`<tr><th scope="row">${move.title}</th><td>${which(move)}</td><td>${t('offsetDays', { days: `${move.offset > 0 ? '+' : move.offset < 0 ? '\u2212' : ''}${move.offset === 0 ? '' : String(Math.abs(move.offset))}` })}</td><td>${move.from === undefined ? '–' : day(move.from)}</td><td><strong>${day(move.to)}</strong></td><td>${move.because ? t(move.because) : ''}</td></tr>`)}</tbody></table></div>` : nothing}
    ${moves.length > 0 || context.plan.pivot?.date !== pivot.date || context.plan.pivot.label !== pivot.label ? html`<button type="button" class="primary" part="button button-primary" @click=${() => { context.edit((plan) => movedTo(plan, pivot), { said: t('applied') }); }}>${t('apply')}</button>` : nothing}`;
}

export function renderRetro(context: PlanContext): unknown {
  const { words, plan, chosen, looking } = context;
  const { t } = words;
  const pivot = looking.pivot ?? { date: plan.pivot?.date ?? '', label: plan.pivot?.label ?? '' };
  const known = isDay(pivot.date);
  const put = (part: Partial<typeof pivot>): void => { context.look({ pivot: { ...pivot, ...part } }); };
  const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  // Offsets are counted from where the pivot stands; before there is one, from the date that is typed.
  const anchor = plan.pivot?.date ?? pivot.date;
  const dated = chosen.map(({ action }) => action).filter((action) => action.start !== undefined || action.end !== undefined || action.steps.some(({ due }) => due !== undefined));
  const withPivot = (change: (now: typeof plan) => typeof plan) => (now: typeof plan): typeof plan => ({ ...change(now), pivot: now.pivot ?? { ...pivot } });
  return html`<section class="panel" aria-labelledby="panel"><h3 id="panel" tabindex="-1" data-focus="panel">${t('retro')}</h3><p>${t('retroHelp')}</p>
    <div class="fields"><label class="field"><span>${t('pivot')}</span><input class="input" part="field" type="date" .value=${pivot.date} @change=${(event: Event) => {
        const date = value(event);
        put({ date });
        const count = isDay(date) ? movesTo(plan, date).length : 0;
        context.say(count > 0 ? t('moves', { count }) : t('nothingMoves'));
      }}></label>
      <label class="field"><span>${t('pivotLabel')}</span><input class="input" part="field" maxlength="200" .value=${pivot.label} @change=${(event: Event) => { put({ label: value(event) }); }}></label></div>
    ${known ? renderMoves(movesTo(plan, pivot.date), pivot, context) : html`<p class="soft">${t('pivotNeeded')}</p>`}
    ${known ? html`<fieldset class="columns"><legend>${t('tied')}</legend>
      ${dated.some(isTied) ? nothing : html`<p class="soft">${t('nothingTied')}</p>`}
      ${dated.map((action) => html`<label class="check"><input type="checkbox" .checked=${isTied(action)} aria-label=${t('tieOne', { title: action.title })} @change=${(event: Event) => {
        const on = (event.currentTarget as HTMLInputElement).checked;
        context.edit(withPivot((now) => withAction(now, on ? tied(action, anchor) : untied(action))), { said: t('changed', { title: action.title }) });
      }}><span>${action.title}</span></label>`)}</fieldset>
      ${dated.length > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { context.edit(withPivot((now) => dated.reduce((all, action) => withAction(all, tied(action, anchor)), now)), { said: t('tied') }); }}>${t('tieAll')}</button>` : nothing}` : nothing}
  </section>`;
}
