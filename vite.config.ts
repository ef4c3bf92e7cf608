import { defineConfig } from 'vite';

/** For development servers (Storybook): workspaces resolve to their TypeScript source, nothing has to be built before. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
});
