/** How a definition writes choices, rows and localised texts, for whoever reads one. */

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a choice, row or column: bare, in `value`, or before the bar in SurveyJS's short form `"1|One"`. */
export function itemValue(item: unknown): unknown {
  if (isRecord(item)) return item.value;
  return typeof item === 'string' && item.includes('|') ? item.slice(0, item.indexOf('|')) : item;
}

/** The text of a choice, row or column in a language; its value when it has none. */
export function itemText(item: unknown, lang: string): string {
  if (isRecord(item)) return localized(item.text, lang) || plain(item.value);
  return typeof item === 'string' ? item.slice(item.indexOf('|') + 1) : plain(item);
}

/** A localised text in a language: exact, its base (`fr` for `fr-BE`), `default`, then whatever there is. `''` when none. */
export function localized(text: unknown, lang: string): string {
  if (!isRecord(text)) return plain(text);
  const found = text[lang] ?? text[lang.split('-')[0] ?? ''] ?? text.default ?? text.fr ?? Object.values(text)[0];
  return plain(found);
}

/** Languages that a definition's texts are written in, `default` left out. */
export function languagesOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) languagesOf(entry, found);
  else if (isRecord(value)) {
    const texts = isTexts(value);
    for (const key in value) {
      if (!texts) languagesOf(value[key], found);
      else if (key !== 'default') found.add(key);
    }
  }
  return found;
}

/** Nothing but texts by language. */
function isTexts(value: Json): boolean {
  let some = false;
  for (const key in value) {
    if (typeof value[key] !== 'string' || !LANGUAGE.test(key)) return false;
    some = true;
  }
  return some;
}
const LANGUAGE = /^(default|[a-z]{2}(-[A-Za-z0-9]{2,8})*)$/;

/** A value as text; `''` for a list or an object. */
export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
