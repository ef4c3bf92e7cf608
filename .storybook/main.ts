import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Definitions and spreadsheets that stories load as a page would.
  staticDirs: ['../stories/static', { from: '../packages/site/pages/badges', to: 'badges' }, { from: '../packages/site/pages/plan-d-actions', to: 'plan-d-actions' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
} satisfies StorybookConfig;
