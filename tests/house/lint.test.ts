import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

/** The project's own configuration, without the rules that need types: what is tried here is not on disk. */
const untyped: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: false, project: false, program: null } },
  rules: tseslint.configs.disableTypeChecked.rules ?? {},
};
const eslint = new ESLint({ overrideConfig: untyped });

async function rules(filePath: string, code: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(code, { filePath });
  assert.equal(results.length, 1, `${filePath} is linted`);
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).filter((id) => id !== '@typescript-eslint/no-unused-vars');
}

describe('The arrows between packages', () => {
  const forbidden = [
    ['packages/commons/src/survey/x.ts', "import '@assembleurs/elements';"],
    ['packages/commons/src/survey/x.ts', "export * from '@assembleurs/open-badges';"],
    ['packages/commons/src/survey/x.ts', "import type { A } from '../../../collector/src/index.ts';"],
    ['packages/commons/src/survey/x.ts', "export const a = import('../../../elements/src/index.ts');"],
    ['packages/commons/src/survey/x.ts', "export type A = import('@assembleurs/collector').A;"],
    ['packages/commons/src/survey/x.ts', "export { readFile } from 'node:fs';"],
    ['packages/commons/src/survey/x.test.ts', "import '@assembleurs/elements';"],
    ['packages/open-badges/src/x.ts', "import '@assembleurs/commons/survey';"],
    ['packages/elements/src/survey/x.ts', "import '@assembleurs/collector';"],
    ['packages/elements/src/survey/x.ts', "import '../../../commons/src/survey/index.ts';"],
    ['packages/elements/src/survey/x.ts', "import '../../../../tests/browsers.mjs';"],
    ['packages/collector/src/x.ts', "import '@assembleurs/elements';"],
    ['packages/newcomer/src/x.ts', "import '@assembleurs/commons/survey';"],
  ] as const;
  for (const [file, code] of forbidden) {
    test(`refuses in ${file}: ${code}`, async () => {
      assert.deepEqual(await rules(file, code), ['house/arrows']);
    });
  }

  const allowed = [
    ['packages/commons/src/survey/x.ts', "import '../territory/index.ts';"],
    ['packages/commons/src/survey/x.ts', "import '@assembleurs/commons/territory';"],
    ['packages/commons/src/survey/x.test.ts', "import 'node:test';"],
    ['packages/elements/src/survey/x.ts', "import '@assembleurs/commons/survey'; import '@assembleurs/open-badges'; import 'lit';"],
    ['packages/elements/src/survey/x.browser.test.ts', "import '../../../../tests/browser/helpers.ts';"],
    ['packages/collector/src/x.ts', "import '@assembleurs/commons/survey'; import 'node:fs';"],
    ['packages/site/src/x.ts', "import '@assembleurs/elements'; import '@assembleurs/collector';"],
    ['tests/e2e/x.test.ts', "import '../../packages/site/src/index.ts';"],
  ] as const;
  for (const [file, code] of allowed) {
    test(`lets in ${file}: ${code}`, async () => {
      assert.deepEqual(await rules(file, code), []);
    });
  }
});

describe('commons and open-badges', () => {
  for (const file of ['packages/commons/src/survey/x.ts', 'packages/open-badges/src/x.ts']) {
    const forbidden = [
      ['export const a = window.name;', 'no-restricted-globals'],
      ['export const a = document.title;', 'no-restricted-globals'],
      ["export const a = fetch('/x');", 'no-restricted-globals'],
      ["export const a = localStorage.getItem('x');", 'no-restricted-globals'],
      ['export const a = process.env;', 'no-restricted-globals'],
      ['export const a = performance.now();', 'no-restricted-globals'],
      ['export const a = globalThis.document;', 'no-restricted-properties'],
      ['export const a = Date.now();', 'no-restricted-properties'],
      ['export const a = new Date();', 'no-restricted-syntax'],
      ['export const a = Date();', 'no-restricted-syntax'],
    ] as const;
    for (const [code, rule] of forbidden) {
      test(`${file} refuses: ${code}`, async () => {
        assert.deepEqual(await rules(file, code), [rule]);
      });
    }
    test(`${file} takes dates that it is given`, async () => {
      assert.deepEqual(await rules(file, 'export const year = (now: number) => new Date(now).getUTCFullYear();'), []);
    });
  }

  test('their tests may look at the clock', async () => {
    assert.deepEqual(await rules('packages/commons/src/survey/x.test.ts', 'export const a = Date.now();'), []);
  });
});
