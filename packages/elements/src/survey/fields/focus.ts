import { fieldId } from './frame.ts';

const FOCUSABLE = 'input:not([disabled]),select:not([disabled]),textarea,button:not([disabled]),summary';

const controlIn = (field: Element): HTMLElement | null =>
  field.matches(FOCUSABLE) ? (field as HTMLElement) : field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>(FOCUSABLE);

/** Moves the focus to a question's first control, or to the chosen radio or wrong row; false when it is not on the page. */
export function focusNode(root: ShadowRoot, node: { readonly id: string }): boolean {
  const field = root.getElementById(fieldId(node));
  if (!field) return false;
  for (let outer = field.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) outer.open = true;
  const wrongRow = field.querySelector('.mx-row[aria-invalid=true]');
  const control = controlIn(wrongRow ?? field);
  if (!control) return false;
  field.scrollIntoView({ block: 'nearest' });
  control.focus();
  return true;
}

/** Focuses the element of this id, or the first control in it, once the survey has drawn its last change. */
export async function focusWithin(root: ShadowRoot, id: () => string | undefined, otherwise?: string): Promise<void> {
  await (root.host as { updateComplete?: Promise<unknown> } | undefined)?.updateComplete;
  const find = (): HTMLElement | null => root.getElementById(id() ?? '') ?? (otherwise === undefined ? null : root.getElementById(otherwise));
  if (!find()) await new Promise(requestAnimationFrame);
  const target = find();
  if (target) controlIn(target)?.focus();
}
