import type { ElementJson, SurveyDefinition } from '@assembleurs/commons/survey';

const questionsIn = (elements: readonly ElementJson[]): ElementJson[] =>
  elements.flatMap((element) => (element.type === 'panel' ? questionsIn(element.elements ?? []) : [element]));

/** The survey's question about the commune, at any depth of panels; the first when it has several. */
export const communeQuestion = (definition: SurveyDefinition): string | undefined =>
  definition.pages.flatMap((page) => questionsIn(page.elements)).find((element) => element.type === 'asb:commune')?.name;

/** The same definition, with that question not to be changed. */
export function lockQuestion(definition: SurveyDefinition, name: string): SurveyDefinition {
  const lock = (elements: readonly ElementJson[]): ElementJson[] => elements.map((element) => {
    if (element.elements) return { ...element, elements: lock(element.elements) };
    return element.name === name ? { ...element, readOnly: true } : element;
  });
  return { ...definition, pages: definition.pages.map((page) => ({ ...page, elements: lock(page.elements) })) };
}
