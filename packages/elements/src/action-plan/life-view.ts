/** What a coordination keeps beside its actions: committees and when they meet, the logbook, decisions. */
import {
  COMMITTEES, type Committee, type Decision, FREQUENCIES, LOG_SCALES, LOG_THEMES, LOG_TYPES, type LogEntry, meetingsOf, type Plan,
} from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import { newId } from './loading.ts';
import type { PlanContext } from './context.ts';
import { checkField, dayField, longField, numberField, rowsField, selectField, textField } from './fields.ts';

type Part = 'committees' | 'log' | 'decisions';

/** The most recent first: that is what a meeting looks for. */
const byDate = <Item extends { readonly date: string }>(items: readonly Item[]): Item[] => [...items].sort((a, b) => b.date.localeCompare(a.date));

const keep = <Name extends Part>(name: Name, context: PlanContext) => (items: Plan[Name]): void => { context.edit((now) => ({ ...now, [name]: items }), { field: name }); };

/** One of a closed list, by its name in the catalogue. */
function choice<Code extends string>(codes: readonly Code[], name: (code: Code) => string, none?: string): readonly (readonly [string, string])[] {
  return [...(none === undefined ? [] : [['', none] as const]), ...codes.map((code) => [code, name(code)] as const)];
}
const oneOf = <Code extends string>(codes: readonly Code[], value: string): Code | undefined => codes.find((code) => code === value);

function renderCommittees(context: PlanContext): unknown {
  const { words: { t, day, list }, plan, today } = context;
  const named = ({ name, type }: Committee): string => name || t(`committee_${type}`);
  return html`<h4>${t('committees')}</h4><p class="soft">${t('committeesHelp')}</p>${rowsField<Committee>({
    items: plan.committees, most: 100, add: t('addCommittee'), make: () => ({ id: newId(), name: '', type: 'technique', frequency: 'trimestrielle', note: '' }), name: named, keep: keep('committees', context),
    row: (committee, _at, patch) => {
      const { id, name, type, frequency, next, note } = committee;
      const meetings = meetingsOf(committee, today);
      return html`${textField({ label: t('committeeName'), key: `${id} name` }, name, (value) => { patch({ name: value }); }, context)}
        ${selectField({ label: t('type'), key: `${id} type` }, type, choice(COMMITTEES, (code) => t(`committee_${code}`)), (value) => { patch({ type: oneOf(COMMITTEES, value) ?? 'autre' }); }, context)}
        ${selectField({ label: t('frequency'), key: `${id} frequency` }, frequency ?? '', choice(FREQUENCIES, (code) => t(`frequency_${code}`), t('noFrequency')), (value) => { patch({ frequency: oneOf(FREQUENCIES, value) }); }, context)}
        ${dayField({ label: t('nextMeeting'), key: `${id} next` }, next, (value) => { patch({ next: value }); }, context)}
        <div class="wide">${textField({ label: t('comment'), key: `${id} note`, most: 5000 }, note, (value) => { patch({ note: value }); }, context)}</div>
        <p class="wide soft">${meetings.length === 0 ? t('noMeeting') : t('meetings', { dates: list(meetings.map(day)) })}</p>`;
    },
  }, context)}`;
}

function renderLog(context: PlanContext): unknown {
  const { words: { t, day }, plan, today } = context;
  return html`<h4>${t('log')}</h4><p class="soft">${t('logHelp')}</p>${rowsField<LogEntry>({
    items: byDate(plan.log), most: 5000, add: t('addLog'), make: () => ({ id: newId(), date: today, type: 'Animation', title: '', themes: [], note: '' }), name: ({ title, date }) => title || day(date), keep: keep('log', context),
    row: ({ id, date, type, title, duration, scale, attendance, themes, note }, _at, patch) => html`<div class="wide">${textField({ label: t('logTitle'), key: `${id} title` }, title, (value) => { patch({ title: value }); }, context)}</div>
      ${dayField({ label: t('date'), key: `${id} date` }, date, (value) => { if (value !== undefined) patch({ date: value }); }, context)}
      ${selectField({ label: t('type'), key: `${id} type` }, type, choice(LOG_TYPES, (code) => t(`log_${code}`)), (value) => { patch({ type: oneOf(LOG_TYPES, value) ?? 'Animation' }); }, context)}
      ${numberField({ label: t('duration'), key: `${id} duration` }, duration, (value) => { patch({ duration: value }); }, context)}
      ${numberField({ label: t('attendance'), key: `${id} attendance` }, attendance, (value) => { patch({ attendance: value }); }, context)}
      ${selectField({ label: t('scale'), key: `${id} scale` }, scale ?? '', choice(LOG_SCALES, (code) => t(`scale_${code}`), t('none')), (value) => { patch({ scale: oneOf(LOG_SCALES, value) }); }, context)}
      <fieldset class="columns wide"><legend>${t('themes')}</legend>${LOG_THEMES.map((theme) => checkField(t(`theme_${theme}`), themes.includes(theme), (on) => { patch({ themes: LOG_THEMES.filter((each) => (each === theme ? on : themes.includes(each))) }); }, context))}</fieldset>
      <div class="wide">${longField({ label: t('notes'), key: `${id} note` }, note, (value) => { patch({ note: value }); }, context)}</div>`,
  }, context)}`;
}

function renderDecisions(context: PlanContext): unknown {
  const { words: { t, day }, plan, today } = context;
  const committees = plan.committees.map(({ id, name, type }) => [id, name || t(`committee_${type}`)] as const);
  return html`<h4>${t('decisions')}</h4><p class="soft">${t('decisionsHelp')}</p>${rowsField<Decision>({
    items: byDate(plan.decisions), most: 2000, add: t('addDecision'), make: () => ({ id: newId(), date: today, text: '', actions: [] }), name: ({ text, date }) => text || day(date), keep: keep('decisions', context),
    row: ({ id, date, text, committee, actions }, _at, patch) => html`<div class="wide">${longField({ label: t('decision'), key: `${id} text` }, text, (value) => { patch({ text: value }); }, context)}</div>
      ${dayField({ label: t('date'), key: `${id} date` }, date, (value) => { if (value !== undefined) patch({ date: value }); }, context)}
      ${committees.length > 0 ? selectField({ label: t('decidedBy'), key: `${id} by` }, committee ?? '', [['', t('none')], ...committees], (value) => { patch({ committee: value || undefined }); }, context) : nothing}
      ${actions.length > 0 ? html`<ul class="marks wide">${actions.map((action) => {
        const found = plan.actions.find((each) => each.id === action);
        return found ? html`<li>${found.title} ${context.readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { what: found.title })} @click=${() => { patch({ actions: actions.filter((each) => each !== action) }); }}>${t('remove')}</button>`}</li>` : nothing;
      })}</ul>` : nothing}
      ${context.readonly ? nothing : selectField({ label: t('decisionAction'), key: `${id} actions` }, '', [['', t('chooseAction')], ...plan.actions.filter((each) => !actions.includes(each.id)).map((each) => [each.id, each.title] as const)], (value) => {
        const action = plan.actions.find((each) => each.id === value);
        if (action) patch({ actions: [...actions, action.id] });
      }, context)}`,
  }, context)}`;
}

export const renderLife = (context: PlanContext): unknown => html`<section class="panel" aria-labelledby="panel"><h3 id="panel" tabindex="-1" data-focus="panel">${context.words.t('life')}</h3>
  ${renderCommittees(context)}${renderLog(context)}${renderDecisions(context)}</section>`;
