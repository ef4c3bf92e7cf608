/** The survey engine in the form that conformance replays and the oracle tests drive. */
import { parseExpression, resolvePath, type Scope } from '../../packages/commons/src/survey/expression/index.ts';

function scopeOf(values: Record<string, unknown>): Scope {
  return {
    get: (path) => resolvePath(values, path),
    now: () => new Date(),
    // Without a survey around it SurveyJS looks for names in the row alone.
    row: (row) => scopeOf(row as Record<string, unknown>),
  };
}

const adapter = {
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
