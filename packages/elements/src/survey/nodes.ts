import type { ElementNode, PageNode, SurveyError, SurveySession } from '@assembleurs/commons/survey';

/** Every node of an element's tree, itself first, each with its title after those of the panels, rows and entries around it. */
export function* titledIn(element: ElementNode, around = ''): Generator<readonly [node: ElementNode, title: string]> {
  const title = [around, element.title].filter(Boolean).join(' – ');
  yield [element, title];
  const within = (nodes: readonly ElementNode[], name: string): (readonly [ElementNode, string])[] =>
    nodes.flatMap((node) => [...titledIn(node, name)]);
  const named = (text: string): string => [title, text].filter(Boolean).join(' – ');
  if (element.kind === 'panel') yield* within(element.elements, title);
  else {
    yield* within(element.items, title);
    for (const row of element.rows) yield* within([...row.cells, ...row.detail], named(row.text));
    for (const panel of element.panels) yield* within(panel.elements, named(panel.title));
  }
}

/** Every node of an element's tree, itself first. */
export function* nodesIn(element: ElementNode): Generator<ElementNode> {
  for (const [node] of titledIn(element)) yield node;
}

/** A question's title, with what tells it from the same question in another panel, row or entry. */
export function fullTitle(session: SurveySession, { id, title }: ElementNode): string {
  const element = session.visiblePages.flatMap((page) => page.elements).find((each) => has(each, id));
  for (const [node, full] of element ? titledIn(element) : []) if (node.id === id) return full;
  return title;
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
