/** The lists of an action's sheet: steps, budget, funders, indicators with their values, links. */
import { type Action, type BudgetLine, type Funder, type Indicator, indicatorStanding, type Measure, type Step } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { checkField, dayField, numberField, rowsField, selectField, textField, urlField, yearField } from './fields.ts';

type Patch = (patch: Readonly<Partial<Action>>, field: string) => void;

export const renderSteps = (action: Action, put: Patch, context: PlanContext): unknown => {
  const { t } = context.words;
  return rowsField<Step>({
    items: action.steps, most: 200, add: t('addStep'), make: () => ({ text: '', done: false }), name: ({ text }) => text || t('stepText'), keep: (steps) => { put({ steps }, 'steps'); },
    row: (step, at, patch) => html`<div class="wide">${textField({ label: t('stepText'), key: `${action.id} step ${String(at)}`, most: 1000 }, step.text, (text) => { patch({ text }); }, context)}</div>
      ${dayField({ label: t('due'), key: `${action.id} due ${String(at)}` }, step.due, (due) => { patch({ due }); }, context)}${checkField(t('stepDone'), step.done, (done) => { patch({ done }); }, context)}`,
  }, context);
};

export function renderBudget(action: Action, put: Patch, context: PlanContext): unknown {
  const { t } = context.words;
  const key = (name: string, at: number): string => `${action.id} ${name} ${String(at)}`;
  return html`${rowsField<BudgetLine>({
    items: action.budget, most: 200, add: t('addBudget'), make: () => ({ year: Number((action.start ?? context.today).slice(0, 4)), unit: 'HT' }), name: ({ year }) => `${t('budget')} ${year === undefined ? '' : String(year)}`.trim(), keep: (budget) => { put({ budget }, 'budget'); },
    row: (line, at, patch) => html`${yearField({ label: t('budgetYear'), key: key('year', at) }, line.year, (year) => { patch({ year }); }, context)}
      ${selectField({ label: t('unit'), key: key('unit', at) }, line.unit, [['HT', t('euros')], ['ETP', t('fte')]], (unit) => { patch({ unit: unit === 'ETP' ? 'ETP' : 'HT' }); }, context)}
      ${numberField({ label: t('planned'), key: key('planned', at) }, line.planned, (planned) => { patch({ planned }); }, context)}${numberField({ label: t('actual'), key: key('actual', at) }, line.actual, (actual) => { patch({ actual }); }, context)}`,
  }, context)}
  <h4>${t('funders')}</h4>${rowsField<Funder>({
    items: action.funders, most: 200, add: t('addFunder'), make: () => ({ name: '' }), name: ({ name }) => name || t('funder'), keep: (funders) => { put({ funders }, 'funders'); },
    row: (funder, at, patch) => html`${textField({ label: t('funder'), key: key('funder', at) }, funder.name, (name) => { patch({ name }); }, context)}${numberField({ label: t('amount'), key: key('amount', at) }, funder.amount, (amount) => { patch({ amount }); }, context)}`,
  }, context)}
  ${textField({ label: t('financing'), key: `${action.id} financing` }, action.financing, (financing) => { put({ financing }, 'financing'); }, context)}`;
}

function renderValues(indicator: Indicator, key: string, keep: (values: Measure[]) => void, context: PlanContext): unknown {
  const { t } = context.words;
  return html`<h4>${t('values')}</h4>${rowsField<Measure>({
    items: indicator.values, most: 1000, add: t('addValue'), make: () => ({ date: context.today, value: 0 }), name: ({ date }) => `${t('value')} ${context.words.day(date)}`, keep,
    row: (measure, at, patch) => html`${dayField({ label: t('date'), key: `${key} date ${String(at)}` }, measure.date, (date) => { if (date !== undefined) patch({ date }); }, context)}
      ${numberField({ label: t('value'), key: `${key} value ${String(at)}` }, measure.value, (value) => { patch({ value: value ?? 0 }); }, context, true)}${textField({ label: t('comment'), key: `${key} comment ${String(at)}` }, measure.comment ?? '', (comment) => { patch({ comment }); }, context)}`,
  }, context)}`;
}

export const renderIndicators = (action: Action, put: Patch, context: PlanContext): unknown => {
  const { t, number } = context.words;
  return rowsField<Indicator>({
    items: action.indicators, most: 100, add: t('addIndicator'), make: () => ({ name: '', unit: '', source: '', values: [] }), name: ({ name }) => name || t('indicator'), keep: (indicators) => { put({ indicators }, 'indicators'); },
    row: (indicator, at, patch) => {
      const key = `${action.id} indicator ${String(at)}`;
      const { gap, reached } = indicatorStanding(indicator);
      return html`<div class="wide">${textField({ label: t('indicator'), key }, indicator.name, (name) => { patch({ name }); }, context)}</div>
        ${textField({ label: t('unit'), key: `${key} unit`, most: 100 }, indicator.unit, (unit) => { patch({ unit }); }, context)}${numberField({ label: t('baseline'), key: `${key} base` }, indicator.baseline, (baseline) => { patch({ baseline }); }, context, true)}
        ${numberField({ label: t('target'), key: `${key} target` }, indicator.target, (target) => { patch({ target }); }, context, true)}${textField({ label: t('source'), key: `${key} source` }, indicator.source, (source) => { patch({ source }); }, context)}
        ${gap === undefined ? nothing : html`<p class="wide soft">${t('gap')}\u00a0: ${reached ? t('reached') : number(gap)}</p>`}
        <div class="wide inner">${renderValues(indicator, key, (values) => { patch({ values }); }, context)}</div>`;
    },
  }, context);
};

/** A link begins with its address: until that is one, it stays in the last field. */
export const renderLinks = (action: Action, put: Patch, context: PlanContext): unknown => {
  const { words: { t }, readonly } = context;
  return html`<h4>${t('links')}</h4>
    ${action.links.length > 0 ? html`<ul class="rows">${action.links.map((link, at) => html`<li><div class="fields">
      ${readonly ? nothing : textField({ label: t('linkLabel'), key: `${action.id} label ${String(at)}` }, link.label, (label) => { put({ links: action.links.map((each, index) => (index === at ? { ...each, label } : each)) }, 'links'); }, context)}
      <a href=${/^(?:https?:|mailto:)/i.test(link.url) ? link.url : nothing} rel="noreferrer noopener" target="_blank">${link.label || link.url}</a></div>
      ${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: link.label || link.url })} @click=${() => { put({ links: action.links.filter((_, index) => index !== at) }, ''); }}>${t('remove')}</button>`}</li>`)}</ul>` : nothing}
    ${readonly || action.links.length >= 200 ? nothing : urlField({ label: t('linkUrl'), key: `${action.id} new link` }, '', (url) => { if (url) put({ links: [...action.links, { label: '', url }] }, ''); }, context)}`;
};
