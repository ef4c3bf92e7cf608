/** Who came, as a list of recipients reads it: one a line, cells that hold a separator between quotes. */
import type { Meeting } from './model.ts';

export type AttendanceOf = 'person' | 'organisation';

const cell = (text: string): string => (/[;,"\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (...cells: readonly string[]): string => cells.filter((each) => each.trim() !== '').map((each) => cell(each.trim())).join(';');

/** Those present: persons by their address and name; or each organisation once. */
export function attendance({ attendees }: Pick<Meeting, 'attendees'>, of: AttendanceOf): string {
  const present = attendees.filter((each) => each.present);
  const lines = of === 'person' ? present.map(({ email, name }) => line(email, name)) : [...new Set(present.map(({ organisation }) => organisation.trim()))].map((organisation) => line(organisation));
  return lines.filter((each) => each !== '').join('\n');
}
