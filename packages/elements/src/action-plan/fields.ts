/** Fields of an action's sheet. What cannot be kept stays in its field, with the reason. */
import { html, nothing } from 'lit';
import { isDay } from '@assembleurs/commons/plan';
import { readAmount, splitList, writeList } from '@assembleurs/commons/plan/formats/cells';
import type { PlanContext } from './context.ts';
import type { PlanKey } from './messages/fr.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Common {
  readonly label: string;
  /** Names the field in the whole sheet. */
  readonly key: string;
  readonly help?: string;
}

/** `read` gives undefined for what cannot be kept; `keep` is not called then. */
interface Read<Value> {
  readonly read: (text: string) => { readonly value: Value } | undefined;
  readonly trouble: PlanKey;
  readonly keep: (value: Value) => void;
}

function change<Value>(context: PlanContext, key: string, { read, keep }: Read<Value>): (event: Event) => void {
  return (event) => {
    const { value } = event.currentTarget as Field;
    const found = read(value);
    if (found) {
      context.drafts.delete(key);
      keep(found.value);
    } else context.drafts.set(key, value);
    context.redraw();
  };
}

/** The id of what describes a field; keys hold spaces and colons. */
const idOf = (key: string): string => `f-${key.replace(/[^\w-]/g, '-')}`;

function frame({ label, key, help }: Common, context: PlanContext, trouble: PlanKey | undefined, input: (invalid: boolean, described: string | typeof nothing) => unknown): unknown {
  const wrong = context.drafts.has(key);
  const id = idOf(key);
  const described = [help ? `${id}-h` : '', wrong ? `${id}-e` : ''].filter(Boolean).join(' ');
  return html`<div class="field"><label><span>${label}</span>${input(wrong, described || nothing)}</label>
    ${help ? html`<span class="soft" id="${id}-h">${help}</span>` : nothing}
    ${wrong && trouble ? html`<span class="error" id="${id}-e" role="alert">${context.words.t(trouble)}</span>` : nothing}</div>`;
}

function inputField<Value>(common: Common & { readonly type?: string; readonly mode?: string; readonly most?: number; readonly focus?: string }, value: string, rule: Read<Value>, context: PlanContext): unknown {
  const { type = 'text', mode = 'text', most = 500, key, focus } = common;
  return frame(common, context, rule.trouble, (invalid, described) => html`<input class="input" part="field" type=${type} inputmode=${mode} maxlength=${most} data-focus=${focus ?? nothing} ?disabled=${context.readonly}
    aria-invalid=${invalid ? 'true' : nothing} aria-describedby=${described} .value=${context.drafts.get(key) ?? value} @change=${change(context, key, rule)}>`);
}

const any = (text: string): { readonly value: string } => ({ value: text.trim() });

export const titleField = (common: Common & { readonly focus?: string }, value: string, keep: (value: string) => void, context: PlanContext): unknown =>
  inputField(common, value, { read: (text) => (text.trim() === '' ? undefined : any(text)), trouble: 'titleNeeded', keep }, context);

export const textField = (common: Common & { readonly most?: number }, value: string, keep: (value: string) => void, context: PlanContext): unknown => inputField(common, value, { read: any, trouble: 'notNumber', keep }, context);

export const longField = (common: Common, value: string, keep: (value: string) => void, context: PlanContext): unknown =>
  frame(common, context, undefined, (_invalid, described) => html`<textarea class="input" part="field" rows="3" maxlength="10000" aria-describedby=${described} ?disabled=${context.readonly} .value=${value} @change=${(event: Event) => { keep((event.currentTarget as Field).value); }}></textarea>`);

export const listField = (common: Common, values: readonly string[], keep: (values: string[]) => void, context: PlanContext): unknown =>
  inputField({ most: 5000, help: context.words.t('commas'), ...common }, writeList(values), { read: (text) => ({ value: splitList(text).slice(0, 200).map((each) => each.slice(0, 500)) }), trouble: 'notNumber', keep }, context);

/** A day, or nothing. */
export const dayField = (common: Common, value: string | undefined, keep: (value: string | undefined) => void, context: PlanContext): unknown =>
  inputField({ ...common, type: 'date' }, value ?? '', { read: (text) => (text === '' ? { value: undefined } : isDay(text) ? { value: text } : undefined), trouble: 'notNumber', keep }, context);

/** `signed`: values of indicators may be below zero. */
export const numberField = (common: Common, value: number | undefined, keep: (value: number | undefined) => void, context: PlanContext, signed = false): unknown => {
  const read = (text: string): { readonly value: number | undefined } | undefined => {
    const minus = signed && /^\s*[-\u2212]/.test(text);
    const number = readAmount(minus ? text.replace(/^\s*[-\u2212]/, '') : text);
    return number === null || (number ?? 0) > 1e12 ? undefined : { value: number === undefined ? undefined : minus ? -number : number };
  };
  const written = value === undefined ? '' : context.words.lang === 'fr' ? String(value).replace('.', ',') : String(value);
  return inputField({ ...common, mode: 'decimal' }, written, { read, trouble: 'notNumber', keep }, context);
};

export const yearField = (common: Common, value: number | undefined, keep: (value: number | undefined) => void, context: PlanContext): unknown =>
  inputField({ ...common, mode: 'numeric', most: 4 }, value === undefined ? '' : String(value), { read: (text) => (text.trim() === '' ? { value: undefined } : /^(?:19|20|21)\d\d$/.test(text.trim()) ? { value: Number(text) } : undefined), trouble: 'notYear', keep }, context);

export const urlField = (common: Common, value: string, keep: (value: string) => void, context: PlanContext): unknown =>
  inputField({ ...common, type: 'url', most: 2000 }, value, { read: (text) => (text.trim() === '' || /^(?:https?:\/\/|mailto:)\S+$/i.test(text.trim()) ? any(text) : undefined), trouble: 'notUrl', keep }, context);

export const selectField = (common: Common, value: string, choices: readonly (readonly [string, string])[], keep: (value: string) => void, context: PlanContext): unknown =>
  frame(common, context, undefined, (_invalid, described) => html`<select class="input" part="field" aria-describedby=${described} ?disabled=${context.readonly} @change=${(event: Event) => { keep((event.currentTarget as Field).value); }}>
    ${choices.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}</select>`);

export const checkField = (label: string, value: boolean, keep: (value: boolean) => void, context: PlanContext): unknown =>
  html`<label class="check"><input type="checkbox" ?disabled=${context.readonly} .checked=${value} @change=${(event: Event) => { keep((event.currentTarget as HTMLInputElement).checked); }}><span>${label}</span></label>`;

interface Rows<Item> {
  readonly items: readonly Item[];
  readonly add: string;
  readonly make: () => Item;
  readonly name: (item: Item, at: number) => string;
  readonly row: (item: Item, at: number, put: (patch: Readonly<Partial<Item>>) => void) => unknown;
  readonly keep: (items: Item[]) => void;
  /** How many a plan takes. */
  readonly most: number;
}

/** A list of small records, each with its fields; one can be added at the end and any taken away. */
export function rowsField<Item extends object>({ items, add, make, name, row, keep, most }: Rows<Item>, context: PlanContext): unknown {
  const { t } = context.words;
  const put = (at: number, patch: Readonly<Partial<Item>>): void => {
    keep(items.map((item, index) => (index === at ? Object.fromEntries(Object.entries({ ...item, ...patch }).filter(([, value]) => value !== undefined)) as Item : item)));
  };
  return html`${items.length > 0 ? html`<ul class="rows">${items.map((item, at) => html`<li><div class="fields">${row(item, at, (patch) => { put(at, patch); })}</div>
      ${context.readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: name(item, at) })} @click=${() => { context.drafts.clear(); keep(items.filter((_, index) => index !== at)); }}>${t('remove')}</button>`}</li>`)}</ul>` : nothing}
    ${context.readonly || items.length >= most ? nothing : html`<button type="button" class="secondary" part="button" @click=${() => { keep([...items, make()]); }}>${add}</button>`}`;
}
