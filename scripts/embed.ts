/**
 * Builds what a page pastes: for each element, and as one loader for all of them, an ES module and a classic script (IIFE).
 *
 * The ES modules are split as their dynamic imports ask: what a survey needs when it is sent does not delay its first question. A classic
 * script cannot be split: it holds everything, but for what stands behind a package's own entry point (a questionnaire, a territory), built
 * apart as ES modules under `parts/` and loaded by address, relative to the script's own. Three traps that this avoids:
 *
 * - A classic script from another origin has no base address of its own (`about:blank`), so `import('./x.js')` fails
 *   there: the address comes from `document.currentScript`.
 * - A part never imports its entry: `asb.js?ver=6.4` (a CMS adds that) would be loaded a second time as `asb.js`. Entries only import a
 *   file whose name holds a hash.
 * - A classic script is decoded in its page's encoding, which need not be UTF-8: those files are pure ASCII.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { InlineConfig, Plugin, Rolldown } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = path.join(ROOT, 'packages/elements/src');
const PART = 'asb-part:';
/** The entry that holds no element: it loads the file of each element that a page has. */
const LOADER = 'asb';

export interface EmbedFile {
  /** Under the folder to publish: `asb.js`, `survey.iife.js`, `parts/xlsx-Bx3d.js`. */
  readonly name: string;
  readonly code: string;
  /** What the file imports statically, by name. */
  readonly imports: readonly string[];
  /** Source modules in it, with their characters before minification. */
  readonly modules: ReadonlyMap<string, number>;
}

/** `asb` loads whichever element a page has; then one entry an element. */
export function embedEntries(): Map<string, string> {
  const cdn = path.join(SOURCE, 'cdn');
  const entries = readdirSync(cdn).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return new Map(entries.map((file) => [path.basename(file, '.ts'), path.join(cdn, file)]));
}

const common = {
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  // Workspaces resolve to their TypeScript source: nothing has to be built before.
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies InlineConfig;

interface Bundle {
  readonly entry: string | Record<string, string>;
  readonly format: 'es' | 'iife';
  readonly plugins?: Plugin[];
}

async function bundle({ entry, format, plugins = [] }: Bundle): Promise<Rolldown.OutputChunk[]> {
  const names = { entryFileNames: 'parts/[name]-[hash].js', chunkFileNames: 'parts/[name]-[hash].js' };
  const shared = typeof entry === 'string' ? undefined : sharedBy(Object.values(entry));
  const result = await build({
    ...common,
    // A classic script has no address of its own to give.
    ...(format === 'iife' && { define: { ...common.define, 'import.meta.url': 'undefined' } }),
    plugins: [smallStyles, ...plugins],
    build: {
      target: 'es2022',
      write: false,
      lib: { entry, formats: [format], name: 'asb' }, // the mode of Vite that adds no preloading code
      // Said again for ES modules: Vite keeps their white space in this mode.
      // Entries export nothing, so that they may be cut as it suits. What loads later for one entry may be there at once for another: no fault.
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', checks: { ineffectiveDynamicImport: false }, output: { minify: true, ...(format === 'es' && { ...names, ...(shared && { codeSplitting: { groups: [{ name: shared, debugName: 'shared', tags: ['$initial'], includeDependenciesRecursively: false }] } }) }) } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((output) => ('output' in output ? output.output : [])).filter((file) => file.type === 'chunk');
}

/** Shared by most, and lighter in what all load than in a file of their own. They import nothing: two files never wait for each other. */
const FEW_LINES = /internal\/(?:translate|web-address|save-file)\.ts$/;

const VERIFIER = /\/packages\/open-badges\/src\//;

/**
 * What several entries import at once lies in one file for each set of them. Left alone, the bundler also cuts along every part that loads
 * later and shares a module with its entry, which is there already by then: a dozen small files, 2 kB heavier once compressed.
 */
function sharedBy(entries: readonly string[]): ((id: string, context: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }) => string | null) | undefined {
  if (entries.length < 2) return undefined;
  let reached: Map<string, Set<string>> | undefined;
  return (id, context) => {
    reached ??= new Map(entries.map((start) => {
      const seen = new Set<string>([start]);
      for (const each of seen) for (const next of context.getModuleInfo(each)?.importedIds ?? []) seen.add(next);
      // Several parts are the `index` of their folder: taken for one, what each shares would lie in one file, and bring the others' libraries along.
      const { name, dir } = path.parse(start);
      return [name === 'index' ? path.basename(dir) : name, seen];
    }));
    // What verifies and signs also runs in a worker, which has no document: it shares no file with what draws.
    if (VERIFIER.test(id) && [...reached.values()].some((seen) => seen.has(id))) return 'open-badges';
    const users = [...reached].filter(([, seen]) => seen.has(id)).map(([name]) => name);
    return users.length === 0 ? null : users.length === entries.length || (users.length > 1 && FEW_LINES.test(id)) ? 'core' : users.sort().join('-');
  };
}

/** Takes comments and spare white space out of `css` templates, which minifiers leave as they are. */
const smallStyles: Plugin = {
  name: 'small-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/(?:[\w.-]+\.styles|tokens)\.ts$/.test(id)) return null;
    return code.replace(/css`([^`]*)`/g, (_whole, styles: string) => {
      const bare = styles.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
      return `css\`${bare.replaceAll(';}', '}').trim()}\``;
    });
  },
};

/** Leaves `import('…')` in an entry as `import('asb-part:<name>')`, and notes the module that it stands for. */
const separateParts = (parts: Map<string, string>): Plugin => ({
  name: 'separate-parts',
  enforce: 'pre',
  async resolveId(specifier, importer, { kind }) {
    // A relative import is a piece of the same whole: it is put in.
    if (kind !== 'dynamic-import' || specifier.startsWith('.')) return null;
    const resolved = await this.resolve(specifier, importer);
    if (!resolved) throw new Error(`${String(importer)}: cannot find ${specifier}`);
    const name = partName(resolved.id, parts);
    parts.set(name, resolved.id);
    return { id: PART + name, external: true };
  },
});

/** The package's name, or the module's file name, or its folder's when the file is an index. */
function partName(id: string, parts: ReadonlyMap<string, string>): string {
  const { name, dir } = path.parse(id);
  const library = /.*\/node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(id)?.[1];
  const base = library ?? (name === 'index' ? path.basename(dir) : name);
  for (let name = base, n = 2; ; name = `${base}-${String(n)}`, n += 1) {
    const taken = parts.get(name);
    if (taken === undefined || taken === id) return name;
  }
}

/** Escapes every character outside ASCII; Rolldown's own `charset: 'ascii'` leaves tagged templates as they are. */
const ascii = (code: string) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

async function buildParts(parts: ReadonlyMap<string, string>): Promise<{ files: EmbedFile[]; address: Map<string, string> }> {
  if (parts.size === 0) return { files: [], address: new Map() };
  const chunks = await bundle({ entry: Object.fromEntries(parts), format: 'es' });
  const address = new Map(chunks.filter(({ isEntry }) => isEntry).map(({ name, fileName }) => [name, fileName]));
  const files = chunks.map((chunk) => ({ name: chunk.fileName, code: ascii(chunk.code), imports: chunk.imports, modules: modulesOf(chunk) }));
  return { files, address };
}

/** Gives the parts their addresses, seen from the file that loads them. */
function addressParts(code: string, address: ReadonlyMap<string, string>, tag: string): string {
  const addressed = code.replace(/import\((["'`])asb-part:([^"'`]+)\1\)/g, (_match, _quote, name: string) => {
    const file = address.get(name);
    if (file === undefined) throw new Error(`No part was built for ${name}`);
    return `import(new URL("${file}",asbScript).href)`;
  });
  if (addressed.includes(PART)) throw new Error('A dynamic import was left without an address');
  // A second script does nothing at all: lit makes its Trusted Types policy when it loads, and a page may allow one of that name only.
  return `(()=>{if(customElements.get("${tag}"))return;${SCRIPT_ADDRESS}${addressed.trim()}})();\n`;
}

const modulesOf = ({ modules }: Rolldown.OutputChunk) =>
  new Map(Object.entries(modules).map(([id, { renderedLength }]) => [path.relative(ROOT, id), renderedLength]));

/**
 * Asks the browser to compile every function of a file while it arrives, beside the page's own thread, not one by one as each is first
 * called: https://v8.dev/blog/explicit-compile-hints. Other browsers read a comment. For the survey alone, whose first file is what its first
 * drawing uses: there it takes a third off the time from the definition to the questions; elsewhere nothing was gained.
 */
const COMPILE_ALL = '//# allFunctionsCalledOnLoad\n';
const COMPILED_AT_ONCE: ReadonlySet<string> = new Set(['survey']);

/** Chunks with all that they import statically. */
function withImports(from: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<Rolldown.OutputChunk> {
  const seen = new Set(from);
  for (const chunk of seen) for (const name of chunk.imports) for (const other of chunks) if (other.fileName === name) seen.add(other);
  return seen;
}

/**
 * The ES modules of all entries, split as their dynamic imports ask. What an entry and a part share lies under `parts/` with a hash in its
 * name, and the entry only imports it: `asb.js?ver=6.4` is then no second copy of anything.
 */
async function buildModules(entries: ReadonlyMap<string, string>): Promise<EmbedFile[]> {
  const chunks = await bundle({ entry: Object.fromEntries(entries), format: 'es' });
  const atOnce = withImports(chunks.filter(({ name, isEntry }) => isEntry && COMPILED_AT_ONCE.has(name)), chunks);
  const files = chunks.map((chunk) => ({ name: chunk.fileName, code: `${atOnce.has(chunk) ? COMPILE_ALL : ''}${chunk.code}`, imports: chunk.imports, modules: modulesOf(chunk) }));
  const facades = chunks.filter(({ name, isEntry }) => isEntry && entries.has(name)).map((chunk) => {
    // What the entry imports is named here as well: the browser asks for all of it at once, not link by link.
    const imports = [...new Set([...chunk.imports, chunk.fileName])];
    return { name: `${chunk.name}.js`, code: `${imports.map((name) => `import"./${name}"`).join(';')};\n`, imports, modules: new Map<string, number>() };
  });
  if (facades.length !== entries.size) throw new Error(`Expected ${String(entries.size)} entries, got ${String(facades.length)}`);
  return [...facades, ...files];
}

/** The classic scripts: each one whole, but for the parts that stand behind a package's own entry point. */
async function buildScripts(entries: ReadonlyMap<string, string>): Promise<EmbedFile[]> {
  const parts = new Map<string, string>();
  const built: { name: string; chunk: Rolldown.OutputChunk }[] = [];
  for (const [name, input] of entries) {
    const chunks = await bundle({ entry: input, format: 'iife', plugins: [separateParts(parts)] });
    const [chunk, ...rest] = chunks;
    if (!chunk || rest.length > 0) throw new Error(`${name}: expected one file, got ${String(chunks.length)}`);
    // An entry that a bundler takes for free of side effects comes out empty, without an error.
    if (chunk.code.trim().length < 100) throw new Error(`${input} came out empty: check "sideEffects" in packages/elements`);
    built.push({ name, chunk });
  }
  const { files, address } = await buildParts(parts);
  return [
    ...built.map(({ name, chunk }) => ({ name: `${name}.iife.js`, code: ascii(addressParts(chunk.code, address, `asb-${name}`)), imports: chunk.imports, modules: modulesOf(chunk) })),
    ...files,
  ];
}

/** In a classic script: where it came from. */
const SCRIPT_ADDRESS = 'var asbScript=document.currentScript?.src||document.baseURI;';

/** Elements' files stay files of their own: `./survey.ts` is `survey.js`, beside the loader. */
const besideLoader: Plugin = {
  name: 'beside-loader',
  enforce: 'pre',
  resolveId: (specifier, _importer, { kind }) => (kind === 'dynamic-import' ? { id: specifier.replace(/\.ts$/, '.js'), external: true } : null),
};

/** The loader, as an ES module and as a classic script. */
async function buildLoader(input: string): Promise<EmbedFile[]> {
  const file = async (format: 'es' | 'iife'): Promise<EmbedFile> => {
    const [chunk] = await bundle({ entry: format === 'es' ? { [LOADER]: input } : input, format, plugins: [besideLoader] });
    if (!chunk) throw new Error('The loader came out empty');
    const code = format === 'es' ? chunk.code : `(()=>{${SCRIPT_ADDRESS}${chunk.code.replace(/import\((["'`])\.\/([\w-]+\.js)\1\)/g, 'import(new URL("$2",asbScript).href)').trim()}})();\n`;
    return { name: format === 'es' ? `${LOADER}.js` : `${LOADER}.iife.js`, code: ascii(code), imports: [], modules: modulesOf(chunk) };
  };
  return [await file('es'), await file('iife')];
}

/** Every file to publish under `cdn/`. */
export async function buildEmbed(entries = embedEntries()): Promise<EmbedFile[]> {
  const loader = entries.get(LOADER);
  const elements = new Map([...entries].filter(([name]) => name !== LOADER));
  const files = [...(loader === undefined ? [] : await buildLoader(loader)), ...(await buildModules(elements)), ...(await buildScripts(elements))];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}
