/**
 * `<div class="asb-survey" data-src="…">fallback</div>` → `<asb-survey src="…">fallback</asb-survey>` inside it, for
 * systems that let neither custom elements nor scripts through (WordPress authors). Only the attributes of the list
 * pass. The div stays: the page's own style may hang on its class.
 */
export function upgradePlaceholders(tag: string, attributes: readonly string[]): void {
  const upgrade = (): void => {
    for (const place of document.querySelectorAll(`div.${tag}`)) {
      if (place.querySelector(`:scope > ${tag}`)) continue;
      const element = document.createElement(tag);
      for (const name of attributes) {
        const value = place.getAttribute(`data-${name}`);
        if (value !== null) element.setAttribute(name, value);
      }
      element.append(...place.childNodes);
      place.append(element);
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', upgrade, { once: true });
  else upgrade();
}
