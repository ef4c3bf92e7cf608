import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { choiceClass, chooseOne, chooseSeveral, countHint, isChosen, renderChoice } from './choices.ts';
import { type Drawer, localized, textOf } from './context.ts';
import { controlId, describedBy, renderErrors, renderGrouped, requiredMark } from './frame.ts';

/** Yes or no: two radios, since an empty checkbox cannot tell « no » from « not answered »; a checkbox when asked. */
export const renderBoolean: Drawer = (node, context) => {
  const { json, choices } = node;
  if (json.renderAs !== 'checkbox' && json.displayMode !== 'checkbox') {
    return renderGrouped(node, context, html`<div class="choices inline">${choices.map((choice, index) => renderChoice(node, choice, index, 'radio'))}</div>`,
      { radios: true, onChange: chooseOne(node) });
  }
  const yes = 'valueTrue' in json ? json.valueTrue : true;
  const no = 'valueFalse' in json ? json.valueFalse : false;
  const on = node.value === yes;
  return html`<div class="q" part="question" id=${node.id}><label class=${choiceClass(on, !node.enabled)} part="choice"><input type="checkbox" id=${controlId(node)}
      .checked=${live(on)} ?disabled=${!node.enabled} aria-required=${ifDefined(node.required ? 'true' : undefined)}
      aria-invalid=${ifDefined(node.errors.length > 0 ? 'true' : undefined)} aria-describedby=${ifDefined(describedBy(node))}
      @change=${(event: Event) => { node.setValue((event.target as HTMLInputElement).checked ? yes : no); }}><span id="${node.id}-t">${node.title}${requiredMark(node, context)}</span></label>
    ${node.description ? html`<p class="help below" id="${node.id}-d">${node.description}</p>` : nothing}${renderErrors(node.errors, `${node.id}-e`, context)}</div>`;
};

/** Longest text of a rate that still fits a square. */
const SHORT = 3;

/** A scale. Numbers stand side by side with what the ends mean; rates in words stand as a list. */
export const renderRating: Drawer = (node, context) => {
  const { json, choices } = node;
  const low = localized(json.minRateDescription, context.lang);
  const high = localized(json.maxRateDescription, context.lang);
  const meaning = (index: number): string => (index === 0 ? low : index === choices.length - 1 ? high : '');
  const short = choices.every((choice) => choice.text.length <= SHORT);
  return renderGrouped(node, context, html`<div class=${short ? 'scale' : 'choices'}>${choices.map((choice, index) =>
      renderChoice(node, choice, index, 'radio', meaning(index) ? html`${choice.text}<span class="vh"> ${meaning(index)}</span>` : choice.text))}${
    low || high ? html`<p class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></p>` : nothing}</div>`,
  { radios: true, onChange: chooseOne(node) });
};

/** Pictures to choose from, each with its caption: a picture that cannot load leaves its words. */
export const renderImagepicker: Drawer = (node, context) => {
  const several = node.json.multiSelect === true;
  return renderGrouped(node, context, html`<div class="pictures">${node.choices.map((choice, index) =>
    renderChoice(node, choice, index, several ? 'checkbox' : 'radio',
      choice.imageLink ? html`<img src=${choice.imageLink} alt="" loading="lazy" part="image">${choice.text}` : choice.text))}</div>`,
  several ? { hint: countHint(node, context), onChange: chooseSeveral(node) } : { radios: true, onChange: chooseOne(node) });
};

/** One row of `matrix`: a radiogroup named by the row. In a wide container it looks like a table row, in a narrow one like a card. */
export const renderMatrix: Drawer = (node, context) => {
  const { columns, matrixRows } = node;
  const type = textOf(node.json.cellType) === 'checkbox' ? 'checkbox' : 'radio';
  const onChange = (input: HTMLInputElement): void => {
    const row = matrixRows[Number(input.name.slice(node.id.length + 1))];
    const value = columns[Number(input.value)]?.value;
    if (!row) return;
    const before = Array.isArray(row.answer) ? (row.answer as unknown[]) : [];
    const after = input.checked ? [...before, value] : before.filter((other) => other !== value);
    node.setRow(row.value, type === 'radio' ? value : after.length > 0 ? after : undefined);
  };
  const holds = (answer: unknown, value: unknown): boolean => (Array.isArray(answer) ? answer.includes(value) : answer === value);
  return renderGrouped(node, context, html`<div class=${columns.length > 7 ? 'mxw big' : 'mxw'}><div class="mx likert table">
    <div class="mx-head" aria-hidden="true"><span class="mx-h"></span>${columns.map((column) => html`<span>${column.title}</span>`)}</div>
    ${matrixRows.map((row, at) => html`<div class="mx-row" id=${row.id} role=${type === 'radio' ? 'radiogroup' : 'group'} aria-labelledby="${row.id}-t"
      aria-describedby=${ifDefined(row.errors.length > 0 ? `${row.id}-e` : undefined)} aria-invalid=${ifDefined(type === 'radio' && row.errors.length > 0 ? 'true' : undefined)}>
      <div class="mx-h"><span id="${row.id}-t">${row.text}</span>${renderErrors(row.errors, `${row.id}-e`, context)}</div>
      ${columns.map((column, index) => {
        const on = holds(row.answer, column.value);
        return html`<label class=${on ? 'mx-c on' : 'mx-c'} part="choice"><input type=${type} name="${node.id}-${at}" value=${index} .checked=${live(on)}
          ?disabled=${!node.enabled || !row.enabled}><span>${column.title}</span></label>`;
      })}</div>`)}
  </div></div>`, { onChange });
};
