import type { ElementNode, PageNode, SurveyError, SurveySession } from '@assembleurs/commons/survey';

/** Every node of an element's tree, itself first. */
export function* nodesIn(element: ElementNode): Generator<ElementNode> {
  yield element;
  const inner: readonly ElementNode[] = element.kind === 'panel' ? element.elements
    : [...element.items, ...element.rows.flatMap((row) => [...row.cells, ...row.detail]), ...element.panels.flatMap((panel) => panel.elements)];
  for (const node of inner) yield* nodesIn(node);
}

function has(element: ElementNode, id: string): boolean {
  for (const node of nodesIn(element)) if (node.id === id) return true;
  return false;
}

/** Everything on the visible pages. */
export const nodesOf = (session: SurveySession): ElementNode[] =>
  session.visiblePages.flatMap((page) => page.elements).flatMap((element) => [...nodesIn(element)]);

/** The visible page where a node stands. */
export const pageOf = (session: SurveySession, { id }: { readonly id: string }): PageNode | undefined =>
  session.visiblePages.find((page) => page.elements.some((element) => has(element, id)));

/** Every error that the nodes hold now and that `wanted` keeps, in the order of the questions. */
export const standingErrors = (session: SurveySession, wanted: (error: SurveyError) => boolean): SurveyError[] =>
  nodesOf(session).filter((node) => node.visible).flatMap((node) => node.errors.filter(wanted));
