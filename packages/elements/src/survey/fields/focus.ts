import type { QuestionNode } from '@assembleurs/commons/survey';
import { fieldId } from './frame.ts';

const FOCUSABLE = 'input:not([disabled]),select:not([disabled]),textarea,button:not([disabled]),summary,[tabindex]';

/** Moves the focus to a question's first control (the chosen radio when there is one); false when it is not on the page. */
export function focusNode(root: ShadowRoot, node: QuestionNode | { readonly id: string }): boolean {
  const field = root.getElementById(fieldId(node));
  if (!field) return false;
  for (let outer = field.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) outer.open = true;
  const within = field.querySelector('[aria-invalid=true]:not(input,select,textarea)') ?? field;
  const control = within.querySelector<HTMLElement>('input[type=radio]:checked') ?? field.querySelector<HTMLElement>(FOCUSABLE);
  field.scrollIntoView({ block: 'nearest' });
  control?.focus({ preventScroll: true });
  return control !== null;
}
