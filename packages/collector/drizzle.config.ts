import { defineConfig } from 'drizzle-kit';

// drizzle-kit only reads a default export.
export default defineConfig({ dialect: 'postgresql', schema: './src/database/schema.ts', out: './migrations' });
