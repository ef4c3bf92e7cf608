/** The survey engine in the form that conformance replays and the oracle tests drive. */
import { parseExpression, resolvePath, type Scope } from '../../packages/commons/src/survey/expression/index.ts';
import type { SurveyDefinition } from '../../packages/commons/src/survey/definition/model.ts';
import { createSession } from '../../packages/commons/src/survey/index.ts';
import type { ElementNode } from '../../packages/commons/src/survey/session/types.ts';

function scopeOf(values: Record<string, unknown>): Scope {
  return {
    get: (path) => resolvePath(values, path),
    now: () => new Date(),
    // Without a survey around it SurveyJS looks for names in the row alone.
    row: (row) => scopeOf(row as Record<string, unknown>),
  };
}

/** Questions shown, in order; those of dynamic rows and panels left out, and types that SurveyJS does not have. */
function* shownIn(elements: readonly ElementNode[]): Generator<string> {
  for (const element of elements) {
    if (element.kind === 'panel') yield* shownIn(element.elements);
    else if (element.visible) yield element.name;
  }
}

function open(definition: SurveyDefinition) {
  const session = createSession(definition, { locale: 'en', now: () => new Date() });
  return {
    session,
    set: (name: string, value: unknown) => {
      session.set(name, value);
    },
    visible: () => session.pages.flatMap((page) => [...shownIn(page.elements)]),
    pages: () => session.visiblePages.map((page) => page.name),
    data: () => session.answers,
    /** SurveyJS checks its start page apart, when it is left, and one question at a time when it shows one input at a time. */
    validate: () => {
      if (definition.questionsOnPageMode === 'inputPerPage') {
        const [first] = session.visiblePages.flatMap((page) => [...shownIn(page.elements)]);
        return !session.validate().some((error) => error.path.split(/[.[]/, 1)[0] === first);
      }
      return session.visiblePages.filter((page, index) => index > 0 || definition.firstPageIsStartPage !== true).flatMap((page) => session.validate(page)).length === 0;
    },
    errors: () => {
      const counts: Record<string, number> = {};
      for (const error of session.validate()) counts[error.question.name] = (counts[error.question.name] ?? 0) + 1;
      return counts;
    },
    complete: () => session.complete() ?? session.answers,
  };
}

const adapter = {
  open,
  /** The value, or undefined when the expression is rejected. */
  evaluate(expression: string, values: Record<string, unknown>): unknown {
    const result = parseExpression(expression);
    return result.ok ? result.expression.evaluate(scopeOf(values)) : undefined;
  },
  condition(expression: string, values: Record<string, unknown>): boolean {
    const result = parseExpression(expression);
    return result.ok && result.expression.test(scopeOf(values));
  },
};

export default adapter;
