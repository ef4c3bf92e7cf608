import type { DefinitionProblem } from '@assembleurs/commons/survey';
import { warnOnce } from '../internal/warn.ts';

/** The problems of a definition, each once; whoever wrote the page is told. */
export function told(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  const each = problems.filter((one, at) => problems.findIndex(({ path, name }) => path === one.path && name === one.name) === at);
  if (each.length > 0) {
    const list = each.map(({ path, text }) => `\n${path}: ${text}`).join('');
    warnOnce(`<asb-survey>: ${String(each.length)} things in the definition are kept but not done.${list}`);
  }
  return each;
}
