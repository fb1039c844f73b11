// How Svelte components are compiled; read by Vite, svelte-check, ESLint and editors.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
};
