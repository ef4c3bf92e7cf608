import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

import { arrows } from './scripts/eslint/arrows.js';
import { CLOCK, CLOCK_SYNTAX, PLATFORM_GLOBALS } from './scripts/eslint/pure.js';

export default defineConfig(
  // Alone in its object: ESLint leaves these files out only then. Not `**/cdn`: sources stand in elements/src/cdn.
  { ignores: ['**/dist', 'packages/elements/cdn', 'storybook-static', '.data', 'coverage'] },
  // A rule that is switched off where it finds nothing is a leftover.
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs}'], extends: [js.configs.recommended], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parserOptions: { projectService: true } },
  },
  {
    files: ['packages/**/*.ts'],
    plugins: { house: arrows },
    rules: { 'house/arrows': 'error' },
  },
  {
    // Rules that read neither the page, nor the network, nor the clock give the same verdict everywhere.
    files: ['packages/{commons,open-badges}/src/**/*.ts'],
    // Outside the rules: tests, the command, and the fetcher that only a caller who wants the network imports.
    ignores: ['**/*.test.ts', '**/testing/**', 'packages/open-badges/src/{cli,fetch}.ts'],
    rules: {
      'no-restricted-globals': ['error', ...PLATFORM_GLOBALS],
      'no-restricted-properties': ['error', ...CLOCK],
      'no-restricted-syntax': ['error', ...CLOCK_SYNTAX],
    },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // expect(x).to.exist
      '@typescript-eslint/no-non-null-assertion': 'off', // shadowRoot!
      '@typescript-eslint/no-floating-promises': 'off', // chai types every assertion as thenable
    },
  },
);
