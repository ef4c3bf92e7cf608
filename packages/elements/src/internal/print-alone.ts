/** Marks what is printed: the element, and what stands around it. */
const MARK = 'data-asb-print';

/**
 * Opens the browser's print dialog with nothing on paper but one element: what stands beside it, and beside each of its ancestors, is
 * left out. By a constructed style sheet that is there while the dialog is open: no policy forbids it, and the page keeps its own styles.
 * `root` is the element's shadow root; `paper`, what CSS calls a page size, for a picture that needs one.
 */
export function printAlone(root: Node, paper?: 'A4 landscape' | 'A3 landscape'): void {
  const host = root instanceof ShadowRoot ? root.host : undefined;
  const path: Element[] = [];
  for (let element = host; element; element = element.parentElement ?? hostOf(element)) path.push(element);
  const scopes = new Set(path.map((element) => element.getRootNode() as Document | ShadowRoot));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { [${MARK}]:not([${MARK}=self]) > :not([${MARK}], head, style, link, script, slot) { display: none !important } }${paper ? ` @page { size: ${paper}; margin: 10mm }` : ''}`);
  for (const element of path) element.setAttribute(MARK, element === host ? 'self' : '');
  for (const scope of scopes) scope.adoptedStyleSheets.push(sheet);
  const restore = (): void => {
    for (const element of path) element.removeAttribute(MARK);
    for (const scope of scopes) scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}

/** The element whose shadow root holds this one. */
const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};
