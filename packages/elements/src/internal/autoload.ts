/** Brings an element's script when the page has the element: in its HTML, or added later. */

/** By tag, what loads and registers it. */
export type Loaders = Readonly<Record<`asb-${string}`, () => Promise<unknown>>>;

/**
 * Looks for each tag and its placeholder (`<div class="asb-x">`) once the page is parsed, then in whatever is added to it. A tag that another
 * script registered is left to it. When a script does not come, what the page put in the element stays.
 */
export function autoload(loaders: Loaders): void {
  const waiting = new Map(Object.entries(loaders));
  const observer = new MutationObserver(look);
  function look(): void {
    for (const [tag, load] of waiting) {
      const there = customElements.get(tag) !== undefined;
      if (!there && !document.querySelector(`${tag}, div.${tag}`)) continue;
      waiting.delete(tag);
      if (!there) load().catch(() => undefined);
    }
    if (waiting.size === 0) observer.disconnect();
  }
  const start = (): void => {
    observer.observe(document, { childList: true, subtree: true });
    look();
  };
  // Other scripts of the page come first: two copies of one element are one too many.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
