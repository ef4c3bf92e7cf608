/** What happened to an actor here, the last first: when, who, what. */
import type { Actor, HistoryEntry } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { type ActorMapKey, actorMapFr } from './messages/fr.ts';

/** As people read a day; what is no day stays as it is. */
export function dayText(day: string | undefined, { words }: ViewContext): string | undefined {
  if (day === undefined || day === '') return undefined;
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : words.day(date);
}

function entryText({ what, did, name, fields }: HistoryEntry, { words: { t, list } }: ViewContext): string {
  const said = t(`history_${what}_${did}`, { name });
  // A field of a later version has no name here.
  const named = did === 'changed' ? fields.flatMap((field) => { const key = `f_${field}`; return hasName(key) ? [t(key).toLocaleLowerCase()] : []; }) : [];
  return named.length > 0 ? t('historyFields', { said, fields: list(named) }) : said;
}

const hasName = (key: string): key is ActorMapKey => Object.hasOwn(actorMapFr, key);

export function renderHistory({ history = [] }: Actor, context: ViewContext): unknown {
  if (history.length === 0) return nothing;
  return html`<details class="more"><summary>${context.words.t('itsHistory', { count: history.length })}</summary><ul class="plainlist">${history.toReversed().map((entry) => html`<li><span class="soft">${[dayText(entry.day, context), entry.by].filter(Boolean).join(' – ')}</span> ${entryText(entry, context)}</li>`)}</ul></details>`;
}
