import { html, nothing } from 'lit';
import { choiceClass, holds, listAnswer, renderChoiceGroup, valuesOf } from './choices.ts';
import { type Drawer, localized } from './context.ts';
import { nodeErrors, renderErrors, renderGrouped, renderHelp, renderTitle, says } from './frame.ts';
import { keep } from './keep.ts';

/** Yes or no: two radios, since an empty checkbox cannot tell « no » from « not answered »; a checkbox when asked. */
export const renderBoolean: Drawer = (node, context) => {
  const { json, value, enabled, id } = node;
  if (json.renderAs !== 'checkbox' && json.displayMode !== 'checkbox') return renderChoiceGroup(node, context, false, 'choices inline');
  const yes = json.valueTrue ?? true;
  const on = value === yes;
  return html`<div class=${node.errors.length > 0 ? 'q bad' : 'q'} part="question" id=${id}><label
    class=${choiceClass(on, !enabled)} part="choice"><input type="checkbox" .checked=${keep(on)} ${says(node)}
    @change=${(event: Event) => { node.setValue((event.target as HTMLInputElement).checked ? yes : json.valueFalse ?? false); }}><span>${renderTitle(node, context)}</span></label>${
    renderHelp(node.description, `${id}-d`)}${nodeErrors(node)}</div>`;
};

/** Longest text of a rate that still fits a square. */
const SHORT = 3;

/** A scale. Numbers stand side by side with what the ends mean; rates in words stand as a list. */
export const renderRating: Drawer = (node, context) => {
  const { json, choices } = node;
  const low = localized(json.minRateDescription, context);
  const high = localized(json.maxRateDescription, context);
  return renderChoiceGroup(node, context, false, choices.every(({ text }) => text.length <= SHORT) ? 'scale' : 'choices', ({ text }, index) => {
    const meaning = index === 0 ? low : index === choices.length - 1 ? high : '';
    return meaning ? html`${text}<span class="vh"> ${meaning}</span>` : text;
  }, low || high ? html`<p class="ends soft" aria-hidden="true"><span>${low}</span><span>${high}</span></p>` : nothing);
};

/** One row of `matrix`: radios, or checkboxes when asked, in a group named by the row. In a wide container it looks like a table row, in a narrow one like a card. */
export const renderMatrix: Drawer = (node, context) => {
  const { columns, matrixRows } = node;
  const several = node.json.cellType === 'checkbox';
  return renderGrouped(node, context, html`<div class=${columns.length > 7 ? 'mxw big' : 'mxw'}><div class="mx likert table"><div
    class="mx-head" aria-hidden="true"><span class="mx-h"></span>${
    columns.map(({ title }) => html`<span>${title}</span>`)}</div>${matrixRows.map(({ id, text, answer, enabled, errors }, at) => {
    const off = !node.enabled || !enabled;
    return html`<div class=${errors.length > 0 ? 'mx-row bad' : 'mx-row'} id=${id} role=${several ? 'group' : 'radiogroup'} aria-labelledby="${id}-t"
      aria-describedby="${id}-e" aria-invalid=${several ? nothing : errors.length > 0}><div class="mx-h"><span id="${id}-t">${text}</span><span
      id="${id}-e">${
      renderErrors(errors.map((error) => error.text), '')}</span></div>${columns.map(({ title, value }, index) => {
      const on = holds(valuesOf(answer), value);
      return html`<label class=${choiceClass(on, off, 'mx-c')} part="choice"><input type=${several ? 'checkbox' : 'radio'} name="${node.id}-${at}"
      value=${index} .checked=${keep(on)} ?disabled=${off}><span>${title}</span></label>`;
    })}</div>`;
  })}</div></div>`, '', false, ({ name, value, checked }) => {
    const row = node.matrixRows[Number(name.slice(node.id.length + 1))]; // as it stands now: clicks may come before the drawing
    const chosen = columns[Number(value)]?.value;
    if (!row) return;
    // In the order of the columns.
    node.setRow(row.value, several ? listAnswer(columns.map((column) => column.value).filter((each) => (each === chosen ? checked : holds(valuesOf(row.answer), each)))) : chosen);
  });
};
