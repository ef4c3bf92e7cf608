/**
 * The arrows between packages, as an ESLint rule: which package may use which (docs/architecture.md).
 *
 * Looks at every specifier: `import`, `export … from`, `import()` and `import('…')` types; package names as well
 * as relative paths that walk into a neighbour.
 */
import path from 'node:path';

const SCOPE = '@assembleurs/';

/** @type {Record<string, readonly string[]>} */
export const ARROWS = {
  commons: [],
  'open-badges': [],
  elements: ['commons', 'open-badges'],
  collector: ['commons', 'open-badges'],
  site: ['commons', 'open-badges', 'elements', 'collector'],
};

/** Packages that run in a browser as well as on Node: no `node:` module may reach them, but for a package's command, `cli.ts`. */
const PORTABLE = ['commons', 'open-badges', 'elements'];

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The package that a file lies in, and whether the file is a test or serves tests. */
function place(filename) {
  const [top, name, ...rest] = path.relative(ROOT, filename).split(path.sep);
  return { name: top === 'packages' && rest.length > 0 ? name : undefined, test: /\.test\.ts$|[\\/]testing[\\/]/.test(filename) };
}

/** Why `specifier` must not stand in `filename`; undefined when it may. */
function offence(specifier, filename) {
  const { name: from, test } = place(filename);
  if (from === undefined) return undefined;
  const allowed = ARROWS[from];
  if (!allowed) return `Package ${from} has no entry in scripts/eslint/arrows.js.`;
  if (specifier.startsWith(SCOPE)) {
    const to = specifier.slice(SCOPE.length).split('/')[0];
    if (to === from || allowed.includes(to)) return undefined;
    return `${from} must not use ${to}: the arrows of docs/architecture.md point one way.`;
  }
  if (specifier.startsWith('node:')) {
    return PORTABLE.includes(from) && !test && path.basename(filename) !== 'cli.ts' ? `${from} also runs in browsers: no ${specifier} here.` : undefined;
  }
  if (!specifier.startsWith('.')) return undefined;
  const target = path.resolve(path.dirname(filename), specifier);
  const home = path.join(ROOT, 'packages', from) + path.sep;
  if (target.startsWith(home)) return undefined;
  if (test && target.startsWith(path.join(ROOT, 'tests') + path.sep)) return undefined;
  return `${specifier} leaves package ${from}: use another package by its name.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: { type: 'problem', schema: [], docs: { description: 'Keep the arrows between packages.' } },
  create(context) {
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const message = offence(source.value, context.filename);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source, argument }) => check(source ?? argument?.literal),
      TSImportEqualsDeclaration: ({ moduleReference }) => check(moduleReference.expression),
    };
  },
};

export const arrows = { rules: { arrows: rule } };
