export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/** The language to speak from an `Accept-Language` (RFC 9110 §12.5.4): French unless English is preferred. */
export function languageOf(header: string | undefined): Language {
  let best: Language = 'fr';
  let bestQuality = 0;
  for (const range of (header ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1);
    const language = tag.split('-')[0] ?? '';
    if (isLanguage(language) && quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}
