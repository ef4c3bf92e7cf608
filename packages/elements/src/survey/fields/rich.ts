import { parseRichText, type RichNode } from '@assembleurs/commons/survey/rich-text';

/**
 * Text with the definition's markup as DOM nodes. Elements are made one by one from the parser's closed list
 * of tags, never from a string of HTML: what a person wrote can only be text.
 */
export function renderRich(source: string, pipe: (name: string) => string): Node[] {
  return parseRichText(source, pipe).map(toNode);
}

function toNode(rich: RichNode): Node {
  if (typeof rich === 'string') return document.createTextNode(rich);
  const element = document.createElement(rich.tag);
  if (element instanceof HTMLAnchorElement && rich.href) {
    element.href = rich.href;
    element.rel = 'noopener noreferrer';
  }
  element.append(...rich.children.map(toNode));
  return element;
}
