/** Files in and out; their readers and writers come with the first one that needs them. */
import type { Strategy } from '@assembleurs/commons/strategy';
import { saveFile } from '../internal/save-file.ts';
import type { StrategyContext } from './context.ts';
import { judge } from './loading.ts';
import { wordsIn } from './words.ts';

export type Format = 'json' | 'deck' | 'markdown' | 'csv';
export const FORMATS = [['json', 'asJson'], ['deck', 'asDeck'], ['markdown', 'asMarkdown'], ['csv', 'asCsv']] as const;

/** What a file brought. */
export type Arrival = { readonly strategy: Strategy; readonly name: string } | { readonly problems: readonly string[] };

/** Never rejects. */
export async function readFile(file: File, locale: string): Promise<Arrival> {
  const { t } = wordsIn(locale);
  try {
    const read = await judge(await file.slice(0, 25_000_000).text(), locale);
    if ('strategy' in read) return { strategy: read.strategy, name: file.name };
    return { problems: 'problems' in read ? read.problems : [t('moduleFailed')] };
  } catch {
    return { problems: [t('fileUnreadable')] };
  }
}

const fileName = ({ strategy, words }: StrategyContext, extension: string): string =>
  `${(strategy.name || words.t('strategy')).normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[^A-Za-z\d]+/g, '-').replace(/^-|-$/g, '').toLowerCase().slice(0, 60) || 'strategie'}.${extension}`;

/** Never rejects. */
export async function saveAs(format: Format, context: StrategyContext): Promise<void> {
  const { strategy, actions, words: { lang: locale, t } } = context;
  try {
    switch (format) {
      case 'json': saveFile(fileName(context, 'json'), 'application/json', `${JSON.stringify(strategy, undefined, 2)}\n`); break;
      case 'deck': saveFile(fileName(context, 'html'), 'text/html', (await import('@assembleurs/commons/strategy/formats/deck')).strategyToDeck(strategy, { locale, actions })); break;
      case 'markdown': saveFile(fileName(context, 'md'), 'text/markdown', (await import('@assembleurs/commons/strategy/formats/markdown')).strategyToMarkdown(strategy, { locale, actions })); break;
      case 'csv': saveFile(fileName(context, 'csv'), 'text/csv', (await import('@assembleurs/commons/strategy/formats/csv')).strategyToCsv(strategy, { locale })); break;
    }
  } catch {
    context.say(t('moduleFailed'));
  }
}
