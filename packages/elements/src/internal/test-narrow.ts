/**
 * A column of that width around the element: elements look at the room that they have (container queries), not at the window. `setViewport`
 * would say the same, but WebKit's driver has none.
 */
export function narrow(element: HTMLElement, width = 360): void {
  if (element.parentElement) element.parentElement.style.width = `${String(width)}px`;
}
