import type { Answers, SurveySession } from './types.ts';

/** What is taken away may move what shows, what is calculated and what that filled: settled after a few turns, or never. */
const TURNS = 3;

/**
 * Brings a session that was just made over `answers` to where whoever gave them had left it: defaults fill what was never answered, but an
 * answer that was taken away stays away.
 */
export function resume(session: SurveySession, answers: Answers): void {
  const isAsked = (name: string): boolean => {
    const question = session.question(name) ?? session.question(name.replace(/-Comment$/, ''));
    return question !== undefined && question.type !== 'expression';
  };
  for (let turn = 0; turn < TURNS; turn++) {
    const names = new Set([...Object.keys(session.answers), ...Object.keys(answers)]);
    const moved = [...names].filter((name) => isAsked(name) && JSON.stringify(session.answers[name] ?? null) !== JSON.stringify(answers[name] ?? null));
    if (moved.length === 0) return;
    session.merge(Object.fromEntries(moved.map((name) => [name, answers[name]])));
  }
}
