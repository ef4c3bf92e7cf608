/** Files in and out; their readers and writers come with the first one that needs them. */
import type { Plan } from '@assembleurs/commons/plan';
import type { Column } from '@assembleurs/commons/plan/formats/columns';
import { type Imported, planFromRows, type TableSource } from '@assembleurs/commons/plan/formats/read-rows';
import { saveFile } from '../internal/save-file.ts';
import type { PlanContext } from './context.ts';
import { judge, newId } from './loading.ts';
import { wordsIn } from './words.ts';

export type Format = 'json' | 'xlsx' | 'national' | 'csv' | 'ics' | 'markdown' | 'docx';

/** What a file brought, or what a download could not hold. */
export type Arrival =
  | { readonly plan: Plan; readonly name: string; readonly notes: readonly string[]; readonly source?: TableSource }
  /** With a table whose titles nobody could name: the person says which column is which. */
  | { readonly problems: readonly string[]; readonly name?: string; readonly source?: TableSource }
  | { readonly losses: readonly string[] };

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readJson(text: string, name: string, locale: string): Promise<Arrival> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch { /* the reader of plans says where it is cut */ }
  const list: unknown = Array.isArray(json) ? json : (json as { actions?: unknown } | undefined)?.actions;
  // Ours says that it is a plan; the national one has its own names.
  if (Array.isArray(list) && (json as { type?: unknown }).type !== 'plan') {
    const { planFromNational } = await import('@assembleurs/commons/plan/formats/mon-inclusion');
    const read = planFromNational(json, { newId, locale });
    if ('plan' in read) return { ...read, name };
  }
  const read = await judge(json ?? text, locale);
  if ('plan' in read) return { plan: read.plan, name, notes: [] };
  return { problems: 'problems' in read ? read.problems : [wordsIn(locale).t(read.trouble, { status: '' })] };
}

const arrived = (read: Imported, name: string): Arrival => ('plan' in read ? { ...read, name } : { problems: [read.problem], name, ...(read.source && { source: read.source }) });

/** The same table with its columns read as somebody says. */
export function readAs(source: TableSource, columns: readonly (Column | undefined)[], { name, plan, locale }: { readonly name: string; readonly plan: Plan | undefined; readonly locale: string }): Arrival {
  const read = arrived(planFromRows(source.table, { newId, locale, as: { heading: source.heading, columns } }), name);
  // The title of a workbook stands above its table.
  return 'plan' in read ? { ...read, plan: { ...read.plan, name: plan?.name ?? '' } } : { ...read, source: { ...source, columns } };
}

/** Known by what is in it, not by its name. Never rejects. */
export async function readFile(file: File, locale: string): Promise<Arrival> {
  try {
    const bytes = new Uint8Array(await file.slice(0, 25_000_000).arrayBuffer());
    if (isWorkbook(bytes)) {
      const { planFromXlsx } = await import('@assembleurs/commons/plan/formats/xlsx');
      return arrived(await planFromXlsx(bytes, { newId, locale }), file.name);
    }
    // A file that Excel saved as CSV may still be in the old encoding.
    const text = decoded(bytes);
    if (/^\s*[[{]/.test(text.replace(/^\ufeff/, '')) || /\.json$/i.test(file.name)) return await readJson(text, file.name, locale);
    const { planFromCsv } = await import('@assembleurs/commons/plan/formats/csv');
    return arrived(planFromCsv(text, { newId, locale }), file.name);
  } catch {
    return { problems: [wordsIn(locale).t('fileUnreadable')] };
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const fileName = ({ plan, words, today }: PlanContext, extension: string): string =>
  `${(plan.name || words.t('plan')).normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[^A-Za-z\d]+/g, '-').replace(/^-|-$/g, '').toLowerCase().slice(0, 60) || 'plan'}-${today}.${extension}`;

/** Saves what the filters take; gives what the format has no room for. */
export async function saveAs(format: Format, context: PlanContext, publicOnly: boolean): Promise<readonly string[]> {
  const { words: { lang: locale, t }, today } = context;
  const ids = new Set(context.chosen.map(({ action }) => action.id));
  try {
    const plan = publicOnly ? (await import('@assembleurs/commons/plan/formats/public')).withoutPeople(context.plan) : context.plan;
    const chosen = plan.actions.filter(({ id }) => ids.has(id));
    switch (format) {
      case 'json': {
        // The history of what is public is nobody's business; a part of the plan goes with what it needs.
        const { history, ...rest } = plan;
        saveFile(fileName(context, 'json'), 'application/json', `${JSON.stringify({ ...rest, actions: chosen, ...(publicOnly ? {} : { history }) }, undefined, 2)}\n`);
        return [];
      }
      case 'xlsx': {
        const { content, losses } = await (await import('@assembleurs/commons/plan/formats/xlsx')).planToXlsx(plan, { chosen, locale });
        saveFile(fileName(context, 'xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content);
        return losses.map(({ text }) => text);
      }
      case 'national': {
        const { content, losses } = (await import('@assembleurs/commons/plan/formats/mon-inclusion')).planToNational(plan, { chosen, locale });
        saveFile(fileName(context, 'json'), 'application/json', `${JSON.stringify(content, undefined, 2)}\n`);
        return losses.map(({ text }) => text);
      }
      case 'csv': {
        saveFile(fileName(context, 'csv'), 'text/csv', (await import('@assembleurs/commons/plan/formats/csv')).planToCsv(plan, { chosen }));
        return [];
      }
      case 'ics': {
        saveFile(fileName(context, 'ics'), 'text/calendar', (await import('@assembleurs/commons/plan/formats/ics')).planToIcs(plan, { chosen, now: new Date().toISOString(), locale }));
        return [];
      }
      case 'docx': {
        const bytes = await (await import('@assembleurs/commons/plan/formats/docx')).planToDocx(plan, { chosen, today, locale });
        saveFile(fileName(context, 'docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', new Uint8Array(bytes));
        return [];
      }
      case 'markdown': {
        saveFile(fileName(context, 'md'), 'text/markdown', (await import('@assembleurs/commons/plan/formats/markdown')).planToMarkdown(plan, { chosen, today, locale }));
        return [];
      }
    }
  } catch {
    context.say(t('moduleFailed'));
    return [];
  }
}
