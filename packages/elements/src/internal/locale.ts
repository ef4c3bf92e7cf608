/** The nearest `lang` around an element, through shadow roots; empty when the page says none. */
export function languageAround(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : '';
}

/** A tag that `Intl` accepts: the one given, or French, the house's language. */
export function usableLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'fr';
  } catch {
    return 'fr';
  }
}
