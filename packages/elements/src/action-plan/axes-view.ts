/** The plan's axes. */
import { axesOf, type Axis, patched, withAxis, withoutAxis } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { selectField, titleField } from './fields.ts';

/** Axes that may stand above: none that is under this one. */
function aboveChoices(axis: Axis, context: PlanContext): readonly (readonly [string, string])[] {
  const { plan, words: { t } } = context;
  const under = new Set([axis.id]);
  for (let size = 0; size < under.size;) {
    size = under.size;
    for (const each of plan.axes) if (each.parent !== undefined && under.has(each.parent)) under.add(each.id);
  }
  return [['', t('topAxis')], ...axesOf(plan).filter((each) => !under.has(each.axis.id)).map((each) => [each.axis.id, `${each.number}. ${each.axis.name}`] as const)];
}

export function renderAxes(context: PlanContext): unknown {
  const { words: { t }, plan } = context;
  const free = (): string => { for (let n = plan.axes.length + 1; ; n += 1) if (!plan.axes.some(({ id }) => id === `axe-${String(n)}`)) return `axe-${String(n)}`; };
  return html`<section class="panel" aria-labelledby="panel"><h3 id="panel" tabindex="-1" data-focus="panel">${t('axes')}</h3><p>${t('axesHelp')}</p>
    ${plan.axes.length > 0 ? html`<ul class="rows">${axesOf(plan).map(({ axis, number }) => html`<li><span class="soft">${number}.</span><div class="fields">
      ${titleField({ label: t('axisName'), key: `axis ${axis.id}` }, axis.name, (name) => { context.edit((now) => withAxis(now, { ...axis, name })); }, context)}
      ${selectField({ label: t('under'), key: `axis above ${axis.id}` }, axis.parent ?? '', aboveChoices(axis, context), (parent) => { context.edit((now) => withAxis(now, patched<Axis>(axis, { parent: parent || undefined }))); }, context)}</div>
      <button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: axis.name })} @click=${() => { context.edit((now) => withoutAxis(now, axis.id)); }}>${t('remove')}</button></li>`)}</ul>` : nothing}
    <button type="button" class="secondary" part="button" @click=${() => { context.edit((now) => withAxis(now, { id: free(), name: t('newAxis') })); }}>${t('addAxis')}</button>
  </section>`;
}
