/** Definitions ready for use. A published version never changes, so each is parsed once a process. */
import { readDefinition } from '@assembleurs/commons/survey/definition';
import type { ElementJson, SurveyDefinition } from '@assembleurs/commons/survey/definition';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import { surveyVersions } from '../database/schema.ts';

export interface Prepared {
  /** As it is served. */
  readonly text: string;
  readonly definition: SurveyDefinition;
  /** Answers hold files: their body may be larger. */
  readonly takesFiles: boolean;
}

const KEPT = 64;

const holdsFile = (element: ElementJson): boolean =>
  element.type === 'file'
  || [element.elements, element['templateElements'], element['detailElements']].some((children) =>
    Array.isArray(children) && children.some((child: ElementJson) => holdsFile(child)))
  || (Array.isArray(element['columns']) && element['columns'].some((column: { cellType?: unknown } | string | null) =>
    typeof column === 'object' && column?.cellType === 'file'));

export interface Definitions {
  /** The definition of `survey_versions.id`. */
  of(versionId: number): Promise<Prepared>;
}

export function definitionCache(database: Database): Definitions {
  const kept = new Map<number, Prepared>();
  return {
    async of(versionId) {
      const known = kept.get(versionId);
      if (known) return known;
      const [row] = await database.select({ text: surveyVersions.definition }).from(surveyVersions).where(eq(surveyVersions.id, versionId));
      const text = row?.text ?? '';
      const parsed = readDefinition(JSON.parse(text));
      // It was parsed before it was published.
      if ('error' in parsed) throw new Error('a published definition no longer parses');
      const takesFiles = parsed.definition.pages.some((page) => page.elements.some(holdsFile));
      const prepared: Prepared = { text, definition: parsed.definition, takesFiles };
      if (kept.size >= KEPT) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest);
      kept.set(versionId, prepared);
      return prepared;
    },
  };
}
