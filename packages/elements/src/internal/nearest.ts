/** The nearest element that matches, from this one outwards, through shadow roots. */
export function nearest(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, selector) : undefined;
}
