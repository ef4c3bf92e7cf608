/** Files that a person opens: the first one is taken, the next ones are compared with what stands. */
import { mergeActors, mergeHolders } from '@assembleurs/commons/actors';
import { isLinksTable } from '@assembleurs/commons/actors/formats/links-csv';
import { newRecordId } from '../internal/record-id.ts';
import type { ViewContext } from './context.ts';
import { type Loaded, type Losses, loadSource, readBytes, withHolders } from './loading.ts';
import { NO_ACTORS } from './work.ts';
import type { Words } from './words.ts';

/** What version 0.1 of the standard said, and what became of it. */
const lossTexts = (losses: Losses, { t }: Words): { readonly path: string; readonly text: string }[] =>
  losses.map(({ column, value, becomes, count }) => ({ path: column, text: t(becomes === undefined ? 'lost' : 'becomes', { value, becomes: becomes ?? '', count }) }));

/** Rejects when a part of the script cannot be loaded. */
export async function importFile(file: File, context: ViewContext, locale: string): Promise<void> {
  const { work, words: { t } } = context;
  if (work.review || work.mapping) {
    tell('trouble', t('finishFirst', { name: file.name }), context);
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readBytes(bytes, locale, work.territory);
  if ('error' in read) {
    tell('trouble', t('openFailed', { name: file.name }), context, read.error);
    return;
  }
  if (read.format === 'free' && isLinksTable(read.table.headers)) {
    const [{ decodeText }, { readLinksCsv }] = await Promise.all([import('@assembleurs/commons/actors/formats/any'), import('@assembleurs/commons/actors/formats/links-csv')]);
    const links = readLinksCsv(decodeText(bytes), work.data.actors, { newId: newRecordId, locale });
    if ('error' in links) tell('trouble', t('openFailed', { name: file.name }), context, links.error);
    // Who only looks sees them between the actors that are here.
    else await takeIn(file.name, { data: context.editable ? { ...NO_ACTORS, links: links.links } : { ...work.data, links: [...work.data.links, ...links.links] }, problems: links.problems, losses: [] }, context);
    return;
  }
  if (read.format === 'free') {
    const tools = await import('@assembleurs/commons/actors/formats/free-csv');
    const guesses = { actors: tools.guessActorColumns(read.table, work.territory), places: tools.guessPlaceColumns(read.table, work.territory) };
    const weight = (list: readonly { readonly score: number }[]): number => list.reduce((sum, { score }) => sum + score, 0);
    const as = weight(guesses.places) > weight(guesses.actors) ? 'places' : 'actors';
    work.show({ mapping: { file: file.name, tools, table: read.table, as, uses: guesses[as].map(({ use }) => use) }, notice: undefined });
    context.focusOn('[data-focus=title]');
    return;
  }
  await takeIn(file.name, read, context);
}

/** The page's own file, compared with what stands here. */
export async function importSource(address: string, context: ViewContext, locale: string): Promise<void> {
  const { t } = context.words;
  const loaded = await loadSource(address, context.work.territory, locale);
  if ('failure' in loaded) tell('trouble', t(loaded.failure, { status: loaded.status ?? '' }), context, loaded.details);
  else await takeIn(t('pageFile'), loaded, context);
}

/** Into an empty map, all of it at once; into one that holds something, after a person looked. */
export async function takeIn(name: string, { data, problems, losses }: Loaded, context: ViewContext): Promise<void> {
  const { work, words } = context;
  const { t, number } = words;
  const details = [...lossTexts(losses, words), ...problems];
  const remarks = details.length > 0 ? ` ${t('remarks', { count: details.length })}` : '';
  if (!context.editable) {
    work.look(name, await withHolders(data));
    work.show({ view: 'list', filters: {}, mapping: undefined, selected: undefined });
    tell('info', t('lookedAt', { name }) + remarks, context, details);
    return;
  }
  if (work.data.actors.length === 0 && work.data.places.length === 0) {
    const held = await withHolders(data);
    work.edit(t('opening', { name }), () => held, { opened: true });
    work.show({ view: 'list', filters: {}, mapping: undefined });
    tell('info', t('opened', { name, actors: number(held.actors.length), places: number(held.places.length), links: number(held.links.length) }) + remarks, context, details);
    return;
  }
  const merge = mergeActors(work.data, data);
  work.show({ review: { file: name, merge, holders: mergeHolders(work.data, merge), fields: {}, doubts: {} }, mapping: undefined, editing: undefined, selected: undefined, notice: details.length > 0 ? { tone: 'info', text: remarks.trim(), details } : undefined });
  context.announce(t('title_review'));
  context.focusOn('[data-focus=title]');
}

export function tell(tone: 'info' | 'trouble', text: string, { work, announce, focusOn }: ViewContext, details: readonly { readonly path: string; readonly text: string; readonly line?: number | undefined }[] = []): void {
  work.show({ notice: { tone, text, details } });
  announce(text);
  focusOn('[data-focus=notice]');
}
