import { fieldId } from './frame.ts';

/** Where to go in a question, best first: the text that "other" lacks, its wrong row, its chosen radio, its first field, its first button. */
const TARGETS = ['.other [aria-invalid=true]', '.mx-row[aria-invalid=true] input', 'input:checked', ':is(input,select,textarea):enabled', ':is(button,summary):not([disabled])'];

function focusIn(field: HTMLElement): boolean {
  for (let outer = field.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) outer.open = true;
  const control = field.matches('button') ? field : TARGETS.map((target) => field.querySelector<HTMLElement>(target)).find((each) => each !== null);
  field.scrollIntoView({ block: 'nearest' });
  control?.focus();
  return control !== undefined;
}

/** Moves the focus to a question's first control, or to its wrong row or chosen radio; false when it is not on the page. */
export function focusNode(root: ShadowRoot, node: { readonly id: string }): boolean {
  const field = root.getElementById(fieldId(node));
  return field !== null && focusIn(field);
}

/** Focuses the first of these ids that is there, or the first control in it, once the survey has drawn its last change. */
export async function focusWithin(root: ShadowRoot, ids: () => readonly string[]): Promise<void> {
  await (root.host as { updateComplete?: unknown }).updateComplete;
  await new Promise(requestAnimationFrame);
  const field = ids().map((id) => root.getElementById(id)).find((each) => each !== null);
  if (field) focusIn(field);
}
