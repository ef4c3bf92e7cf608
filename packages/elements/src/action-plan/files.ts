/** Files in and out; their readers and writers come with the first one that needs them. */
import type { Plan } from '@assembleurs/commons/plan';
import { saveFile } from '../internal/save-file.ts';
import type { PlanContext } from './context.ts';
import { judge, newId } from './loading.ts';
import { wordsIn } from './words.ts';

export type Format = 'json' | 'xlsx' | 'national' | 'csv' | 'ics' | 'markdown';

/** What a file brought, or what a download could not hold. */
export type Arrival =
  | { readonly plan: Plan; readonly name: string; readonly notes: readonly string[] }
  | { readonly problems: readonly string[] }
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

/** Known by what is in it, not by its name. Never rejects. */
export async function readFile(file: File, locale: string): Promise<Arrival> {
  try {
    const bytes = new Uint8Array(await file.slice(0, 25_000_000).arrayBuffer());
    if (isWorkbook(bytes)) {
      const { planFromXlsx } = await import('@assembleurs/commons/plan/formats/xlsx');
      const read = await planFromXlsx(bytes, { newId, locale });
      return 'plan' in read ? { ...read, name: file.name } : { problems: [read.problem] };
    }
    // A file that Excel saved as CSV may still be in the old encoding.
    const text = decoded(bytes);
    if (/^\s*[[{]/.test(text.replace(/^\ufeff/, '')) || /\.json$/i.test(file.name)) return await readJson(text, file.name, locale);
    const { planFromCsv } = await import('@assembleurs/commons/plan/formats/csv');
    const read = planFromCsv(text, { newId, locale });
    return 'plan' in read ? { ...read, name: file.name } : { problems: [read.problem] };
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
