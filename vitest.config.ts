import { defineConfig } from 'vitest/config';

const alias = {
  '@core': new URL('./server/core', import.meta.url).pathname,
  '@': new URL('.', import.meta.url).pathname.replace(/\/$/, ''),
  'server-only': new URL('./server/testing/empty.ts', import.meta.url).pathname,
};
const exclude = ['**/node_modules/**', '.next/**', '.test/**', 'dist/**', 'e2e/**', 'faults/**'];
const maxWorkers = 2;

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.pg.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'dom',
          include: ['**/*.dom.test.tsx'],
          exclude,
          environment: 'jsdom',
          maxWorkers,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'pg',
          include: ['**/*.pg.test.ts'],
          exclude,
          environment: 'node',
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'faults',
          include: ['faults/*.test.ts'],
          environment: 'node',
          globalSetup: ['faults/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Each has the machine to itself.
          maxWorkers: 1,
        },
      },
    ],
  },
});
