/** Deadlines, steps, meetings and the logbook for any calendar (RFC 5545): whole days, the same identifiers at each export. */
import { meetingsOf } from '../committees.ts';
import { addDays } from '../days.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { axisLookup } from '../tree.ts';
import { formatText } from './messages.ts';

export interface CalendarOptions {
  readonly chosen?: readonly Action[];
  /** ISO 8601 moment of the export. */
  readonly now: string;
  readonly locale?: string | undefined;
  /** Days before a deadline that the calendar reminds of it; 0 for no alarm. */
  readonly alarm?: number;
}

interface Entry {
  readonly uid: string;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly sequence: number;
  readonly category?: string | undefined;
  readonly cancelled?: boolean;
  readonly alarm?: number;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replace(/[^\P{Cc}\t]/gu, '');

/** At most 75 octets a line, never in the middle of a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let now = '';
  let size = 0;
  for (const letter of line) {
    const { length } = encoder.encode(letter);
    // The space that begins a continued line counts.
    if (size + length > 75) {
      lines.push(now);
      now = ' ';
      size = 1;
    }
    now += letter;
    size += length;
  }
  return [...lines, now].join('\r\n');
}

const compact = (day: string): string => day.replaceAll('-', '');

function eventLines({ uid, day, summary, description, sequence, category, cancelled = false, alarm = 0 }: Entry, stamp: string): string[] {
  return [
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `SEQUENCE:${String(sequence)}`, `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`, ...(description ? [`DESCRIPTION:${escaped(description)}`] : []), ...(category ? [`CATEGORIES:${escaped(category)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:TRANSPARENT',
    ...(alarm > 0 && !cancelled ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:-P${String(alarm)}D`, 'END:VALARM'] : []),
    'END:VEVENT',
  ];
}

/** `SEQUENCE` grows each time that an action changes, so that a calendar takes the later one. */
function entriesOf(plan: Plan, action: Action, category: string | undefined, alarm: number, locale: string | undefined): Entry[] {
  const sequence = plan.history.filter((change) => change.action === action.id).length;
  const cancelled = action.status === 'Abandonné';
  const shared = { sequence, category, cancelled };
  const description = [action.pilots.length > 0 ? `${formatText('pilots', locale)}\u00a0: ${action.pilots.join(', ')}` : '', `${formatText('status', locale)}\u00a0: ${action.status}`, action.description].filter(Boolean).join('\n');
  return [
    ...(action.end === undefined ? [] : [{ ...shared, uid: action.id, day: action.end, summary: formatText('deadline', locale, { title: action.title }), description, alarm: action.status === 'Réalisé' ? 0 : alarm }]),
    ...action.steps.flatMap(({ text, due, done }, at) => (due === undefined ? [] : [{ ...shared, uid: `${action.id}:${String(at + 1)}`, day: due, summary: formatText('step', locale, { title: text }), description: action.title, alarm: done ? 0 : alarm }])),
  ];
}

/** Lines end with CR LF. */
export function planToIcs(plan: Plan, { chosen = plan.actions, now, locale, alarm = 7 }: CalendarOptions): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const axisOf = axisLookup(plan);
  const today = now.slice(0, 10);
  const entries = [
    ...chosen.flatMap((action) => entriesOf(plan, action, axisOf(action)?.name, alarm, locale)),
    ...plan.committees.flatMap((committee) => meetingsOf(committee, today, 12).map((day): Entry => ({
      uid: `${plan.id}:${committee.id}:${day}`, day, summary: formatText('meeting', locale, { title: committee.name || formatText(`com_${committee.type}`, locale) }), description: committee.note, sequence: 0,
    }))),
    ...plan.log.map(({ id, date, type, title, note }): Entry => ({ uid: `${plan.id}:${id}`, day: date, summary: [formatText(`log_${type}`, locale), title].filter(Boolean).join(formatText('colon', locale)), description: note, sequence: 0, category: formatText('log', locale) })),
  ];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Les Assembleurs//commons//FR', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(plan.name || formatText('plan', locale))}`, ...entries.flatMap((entry) => eventLines(entry, stamp)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
