/** English when the locale begins with `en`, else French, the house's language. */
export function inLanguage<T>(catalogue: { readonly fr: T; readonly en: T }, locale = 'fr'): T {
  return locale.startsWith('en') ? catalogue.en : catalogue.fr;
}

/** `{name}` → its parameter; a name without one is left as it is, so that it shows. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
