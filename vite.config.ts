// How the app is built and served, and how Vitest runs the tests of it.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { awsData } from './src/app/build/aws-data-plugin.ts';
import { contentSecurityPolicy } from './src/app/build/content-security-policy.ts';
import { offline } from './src/app/build/offline.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  publicDir: here('static'),
  // Relative addresses: one build works at the root of a host and in any folder of it.
  base: './',
  plugins: [awsData(), svelte({ configFile: here('svelte.config.js') }), contentSecurityPolicy(), offline()],
  worker: { format: 'es' },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // In kB. The documents of all AWS managed policies are one lazy chunk of about 3,200.
    chunkSizeWarningLimit: 3600,
  },
  // Each project names its root, or Vitest would look for tests below `src` only.
  test: {
    root: here('.'),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: here('.'),
          environment: 'node',
          // Loading the rooms anew for each file took four fifths of the time; what they are made of keeps no state.
          isolate: false,
          // A property over thousands of inputs takes seconds on a busy machine.
          testTimeout: 20_000,
          setupFiles: here('tests/fixtures/same-inputs.ts'),
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        // Resolves the browser build of Svelte; without it, effects silently never run.
        plugins: [svelteTesting()],
        test: {
          name: 'component',
          root: here('.'),
          environment: 'jsdom',
          include: ['src/**/*.svelte.test.ts'],
        },
      },
    ],
  },
});
