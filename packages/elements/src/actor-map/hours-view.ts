/** Opening hours, a line for each group of days; as they are written when they are not of the kind that is read. */
import { type OpeningLine, type OpeningTimes, readOpeningHours } from '@assembleurs/commons/actors/opening-hours';
import { html } from 'lit';
import type { Words } from './words.ts';

const timesText = (times: OpeningTimes, { t }: Words): string => (times.length === 0 ? t('hoursClosed') : times.map(([from, to]) => `${from}\u00a0–\u00a0${to}`).join(', '));

function lineText(line: OpeningLine, words: Words): string {
  const { t, weekday, list } = words;
  switch (line.kind) {
    case 'always': return t('hoursAlways');
    case 'holidays': return t('hoursHolidays', { times: timesText(line.times, words) });
    case 'nth': return t('hoursNth', { nth: list(line.nth.map((each) => t(each < 0 ? 'nthLast' : `nth${String(each) as '1' | '2' | '3' | '4' | '5'}`))), day: weekday(line.day), times: timesText(line.times, words) });
    case 'days': return line.from === line.to ? t('hoursDay', { day: weekday(line.from), times: timesText(line.times, words) })
      : line.from === 1 && line.to === 7 ? t('hoursEveryDay', { times: timesText(line.times, words) })
        : t('hoursDays', { from: weekday(line.from), to: weekday(line.to), times: timesText(line.times, words) });
  }
}

export function renderHours(text: string | undefined, words: Words): unknown {
  if (text === undefined || text === '') return undefined;
  const lines = readOpeningHours(text);
  return lines ? html`<ul class="plainlist hours">${lines.map((line) => html`<li>${lineText(line, words)}</li>`)}</ul>` : text;
}
