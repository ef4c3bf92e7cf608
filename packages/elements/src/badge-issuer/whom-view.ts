/** Third step: to whom, line by line. */
import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import { renderCheck, renderChoice, renderField, renderFile } from './field.ts';
import type { IssuerKey } from './messages/fr.ts';
import { goodLines, type Line, MOST_LINES } from './recipients.ts';

/** Good lines that show before « … and n more ». */
const SHOWN = 20;

/** A file of an old spreadsheet may be in Windows' own encoding. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function problemText(line: Line, { host: { words: { t, date } } }: Desk): string {
  return line.problems.map((problem) => t(`line_${problem}` satisfies IssuerKey, { n: line.detail, email: line.email, date: problem === 'awarded' ? date(new Date(line.detail)) : '' })).join(' ');
}

function table(lines: readonly Line[], caption: string, desk: Desk): unknown {
  const { people, host: { words: { t } } } = desk;
  const wrong = lines.some(({ problems }) => problems.length > 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table part="table"><caption>${caption}</caption>
    <thead><tr><th scope="col">${t('lineNumber')}</th><th scope="col">${t(people.kind === 'person' ? 'column_email' : 'column_organisation')}</th>${wrong ? html`<th scope="col">${t('lineProblem')}</th>` : html`<th scope="col">${t('lineMore')}</th>`}</tr></thead>
    <tbody>${lines.map((line) => html`<tr><td>${line.number}</td><td>${(people.kind === 'person' ? [line.email, line.name] : [line.name, line.url, line.email]).filter(Boolean).join(' · ') || '–'}</td>
      <td>${wrong ? html`<span class="bad">${problemText(line, desk)}</span>` : [line.narrative, line.evidenceName, line.evidenceUrl].filter(Boolean).join(' · ')}</td></tr>`)}</tbody></table></div>`;
}

function report(desk: Desk): unknown {
  const { list, host: { words: { t } } } = desk;
  if (list.lines.length === 0) return html`<p class="soft">${t('nobody')}</p>`;
  const good = goodLines(list);
  const wrong = list.lines.filter(({ problems }) => problems.length > 0);
  return html`<div class="stack" part="report">
    <p role="status"><span class="tag ok">${t('goodLines', { count: good.length })}</span> ${wrong.length > 0 ? html`<span class="tag bad">${t('wrongLines', { count: wrong.length })}</span>` : nothing}</p>
    ${list.cut ? html`<p class="warn"><strong>${t('cut', { max: MOST_LINES })}</strong></p>` : nothing}
    ${list.ignored.length > 0 ? html`<p class="soft">${t('ignored', { names: list.ignored.join(', ') })}</p>` : nothing}
    ${wrong.length > 0 ? html`${table(wrong, t('wrongTitle'), desk)}<p class="soft">${t('wrongHelp')}</p>` : nothing}
    ${good.length > 0 ? html`${table(good.slice(0, SHOWN), t('goodTitle'), desk)}${good.length > SHOWN ? html`<p class="soft">${t('andMore', { count: good.length - SHOWN })}</p>` : nothing}` : nothing}
  </div>`;
}

/** Attendance that the workspace around holds already, the newest first. */
function meetings(desk: Desk): unknown {
  const { people, host: { meetings: all, words: { t, date } } } = desk;
  const held = all.filter(({ attendees }) => attendees.some(({ present }) => present)).toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  if (held.length === 0) return nothing;
  const label = ({ attendees }: (typeof held)[number]): string => t('meetingAdd', { count: attendees.filter(({ present }) => present).length });
  return html`<fieldset class="field" part="meetings"><legend>${t('meetings')}</legend><ul class="todo">${held.slice(0, 20).map((meeting) => html`<li>${meeting.title}${meeting.date === undefined ? nothing : ` · ${date(new Date(`${meeting.date}T12:00:00`))}`}
    ${people.meetings?.includes(meeting.id) ? html`<span class="tag ok">${t('meetingAdded')}</span>` : html`<button type="button" class="plain" part="button" aria-label="${label(meeting)} (${meeting.title})" @click=${() => { desk.addMeeting(meeting); }}>${label(meeting)}</button>`}</li>`)}</ul></fieldset>`;
}

export function renderWhom(desk: Desk): unknown {
  const { people, list, host: { words } } = desk;
  const { t } = words;
  const ready = goodLines(list).length > 0;
  const take = async (file: File): Promise<void> => {
    const text = await textOf(file);
    desk.addPeople(text);
    desk.host.say(t('fileTaken', { name: file.name }));
  };
  return html`<p>${t('whomIntro')}</p>
    ${renderChoice('kind', t('recipientKind'), people.kind, [['person', t('persons'), t('personsHelp')], ['organisation', t('organisations'), t('organisationsHelp')]], (kind) => { desk.setPeople({ kind }); })}
    ${renderField({ name: 'people', label: t('listLabel'), value: people.text, rows: 8, required: true, help: t(people.kind === 'person' ? 'listHelpPersons' : 'listHelpOrganisations'), input: (text) => { desk.setPeople({ text, ...(text.trim() === '' ? { meetings: [] } : {}) }); } }, words)}
    <div class="row">${renderFile('asb-list', t('listFile'), '.csv,.tsv,.txt,text/csv,text/plain', (file) => { void take(file); })}</div>
    ${meetings(desk)}
    ${people.kind === 'person' ? renderChoice('privacy', t('privacy'), people.privacy, [['hashed', t('hashed'), t('hashedHelp')], ['plain', t('plain'), t('plainHelp')]], (privacy) => { desk.setPeople({ privacy }); }) : nothing}
    ${renderCheck(t('again'), people.again, (again) => { desk.setPeople({ again }); })}
    ${report(desk)}
    <div class="row"><button type="button" class="primary" part="button button-primary" ?disabled=${!ready} @click=${() => { desk.go('sign'); }}>${t('next_sign')}</button></div>`;
}
