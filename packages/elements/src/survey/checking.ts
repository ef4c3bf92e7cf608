import type { DefinitionProblem } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import type { Words } from './words.ts';

/**
 * Everything that there is to say of a definition, property by property, for whoever wrote it: a third of the library's weight, that a
 * person who answers has no use for. Loaded by its package's entry, which stays out of the classic script too. Rejects when it cannot be.
 */
export async function checkDefinition(json: unknown, locale: string): Promise<readonly DefinitionProblem[]> {
  const { parseDefinition } = await import('@assembleurs/commons/survey/definition');
  const read = parseDefinition(json, { locale });
  return 'error' in read ? read.error.map(({ path, text }) => ({ kind: 'invalid', path, name: path, text })) : read.problems;
}

/** The same, above the questions. */
export const renderProblems = (problems: readonly DefinitionProblem[], { t }: Words): unknown => html`<div class="tell warn" part="problems" role="note">
  <p><strong>${t('checked', { count: problems.length })}</strong></p>
  ${problems.length === 0 ? nothing : html`<ul>${problems.map(({ path, text }) => html`<li><code>${path}</code> ${text}</li>`)}</ul>`}
</div>`;
