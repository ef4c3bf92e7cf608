/** Which of its languages a text speaks, and where it quotes an answer. */
import { isRecord, textOf } from './values.ts';

/** The locale, its language, `default`, French, else whatever there is. */
export function localize(text: unknown, locale: string): string {
  if (!isRecord(text)) return textOf(text);
  const own = (key: string): string | undefined => (Object.hasOwn(text, key) ? textOf(text[key]) : undefined);
  return own(locale) ?? own(locale.split('-', 1)[0] ?? '') ?? own('default') ?? own('fr') ?? textOf(Object.values(text)[0]);
}

/** `{name}` quotes an answer; a name that leads nowhere stays as written. */
export function pipe(text: string, quote: (name: string) => string | undefined): string {
  return text.includes('{') ? text.replace(/\{([^{}]{1,200})\}/g, (whole, name: string) => quote(name.trim()) ?? whole) : text;
}
