/**
 * The manifest of custom elements, from the sources' doc comments. It describes what is published: `dist/x.js`,
 * where the analyser knows `src/x.ts`.
 */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest);
    const published = text.replace(/"\/?src\/([^"]+)\.(?:ts|js)"/g, '"dist/$1.js"');
    customElementsManifest.modules = JSON.parse(published).modules;
  },
};

export default {
  litelement: true,
  globs: ['src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/test-*.ts', '**/*.styles.ts', 'src/internal/**', 'src/cdn/**', '**/messages/**'],
  packagejson: false,
  plugins: [publishedPaths],
};
