/** Exports: every answer of a survey as one table, whatever the versions that they were given to. */
import type { ElementJson, PageJson, SurveyDefinition } from '@assembleurs/commons/survey/definition';
import { desc, eq } from 'drizzle-orm';
import { surveyVersions } from '../database/schema.ts';
import type { Services } from '../services.ts';

/** The names that take a column, at any depth of panels. */
const namesIn = (elements: readonly ElementJson[]): string[] =>
  elements.flatMap((element) => (element.type === 'panel' ? namesIn(element.elements ?? []) : [element.name]));

/** `elements` without those that are already `known`; a panel that this empties goes too. */
function unknownOnes(elements: readonly ElementJson[], known: ReadonlySet<string>): ElementJson[] {
  return elements.flatMap((element) => {
    if (element.type !== 'panel') return known.has(element.name) ? [] : [element];
    const rest = unknownOnes(element.elements ?? [], known);
    return rest.length === 0 ? [] : [{ ...element, elements: rest }];
  });
}

/**
 * The newest definition, followed by the questions that only older versions asked: one table holds every answer ever
 * given. A question that changed keeps its newest wording.
 */
export function unionOf(newest: SurveyDefinition, older: readonly SurveyDefinition[]): SurveyDefinition {
  const pages: PageJson[] = [...newest.pages];
  const known = new Set(pages.flatMap((page) => namesIn(page.elements)));
  for (const definition of older) {
    for (const page of definition.pages) {
      const elements = unknownOnes(page.elements, known);
      if (elements.length === 0) continue;
      pages.push({ ...page, elements });
      for (const name of namesIn(elements)) known.add(name);
    }
  }
  return { ...newest, pages };
}

/** Every version of the survey, newest first, as prepared definitions. */
export async function versionsOf({ database, definitions }: Services, survey: string): Promise<{ label: string; text: string; definition: SurveyDefinition }[]> {
  const rows = await database.select({ id: surveyVersions.id, label: surveyVersions.label }).from(surveyVersions).where(eq(surveyVersions.surveyId, survey)).orderBy(desc(surveyVersions.number));
  return Promise.all(rows.map(async ({ id, label }) => {
    const { text, definition } = await definitions.of(id);
    return { label, text, definition };
  }));
}
