/** Judging answers: by the very session that the page runs, so that both accept the same. */
import { createSession, resume } from '@assembleurs/commons/survey';
import type { SurveySession } from '@assembleurs/commons/survey';
import type { SurveyDefinition } from '@assembleurs/commons/survey/definition';
import type { Territory } from '@assembleurs/commons/territory';
import type { Language } from '../http/language.ts';
import { nulTexts } from '../http/limits.ts';
import { keysOf, pointerTo, Problem, reason } from '../http/problems.ts';
import type { Fault } from '../http/problems.ts';
import { withCalculated } from './kept.ts';
import type { Data } from './kept.ts';
import type { Submission } from './model.ts';
import { shapeFaults } from './shape.ts';

const nulFault = (path: readonly PropertyKey[], language: Language): Fault => ({
  pointer: pointerTo(path), path: path.slice(1).map(String).join('.'), code: 'external', detail: reason('nul', language),
});

/** Refuses texts that PostgreSQL cannot keep, by field. */
export function refuseNul(body: unknown, language: Language): void {
  const faults = [...nulTexts(body)].slice(0, 20).map((path) => nulFault(path, language));
  if (faults.length > 0) throw new Problem('invalid-answers', { count: faults.length }, faults);
}

const codes = new WeakMap<Territory, ReadonlySet<string>>();
function codesOf(territory: Territory): ReadonlySet<string> {
  const known = codes.get(territory) ?? new Set(territory.communes.map(({ code }) => code));
  codes.set(territory, known);
  return known;
}

interface Surroundings {
  readonly language: Language;
  readonly now: () => Date;
}

/** The session that the page ended with. */
function reopened(sent: Submission, definition: SurveyDefinition, territory: Territory, { language, now }: Surroundings): SurveySession {
  const { answers, commune } = sent;
  const session = createSession(definition, {
    answers, locale: language, now, communes: codesOf(territory),
    ...(commune != null && { variables: { $commune: territory.byCode(commune) } }),
  });
  resume(session, answers);
  return session;
}

/** The answers to keep. Throws `invalid-answers` with every wrong place, in the caller's language. */
export function judge(
  sent: Submission, definition: SurveyDefinition, territory: Territory, surroundings: Surroundings,
): Data {
  const { language } = surroundings;
  refuseNul(sent, language);
  const faults: Fault[] = [];
  const commune = sent.commune == null ? undefined : territory.lookUp(sent.commune, language);
  if (commune && 'error' in commune) faults.push({ pointer: '/commune', path: 'commune', code: 'commune', detail: commune.error });
  const session = reopened(sent, definition, territory, surroundings);
  const kept = withCalculated(session, sent.answers);
  const found = [
    ...shapeFaults(session.pages.flatMap(({ elements }) => elements), sent.answers, language),
    ...session.validate(),
  ];
  const seen = new Set<string>();
  for (const { path, code, text } of found) {
    if (seen.has(path)) continue; // one sentence a place
    seen.add(path);
    faults.push({ pointer: pointerTo(['answers', ...keysOf(path)]), path, code, detail: text });
  }
  if (faults.length > 0) throw new Problem('invalid-answers', { count: faults.length }, faults.slice(0, 200));
  return kept;
}
