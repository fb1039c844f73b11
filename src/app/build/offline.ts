// A Vite plugin that makes the service worker: src/sw.js with the list of every file of the build and one hash of them all.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** Every file below a folder, with its path from there; slashes forward. */
function filesBelow(folder: string): { path: string; content: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file.slice(folder.length + 1).replaceAll('\\', '/'),
      content: readFileSync(file),
    }));
}

/**
 * The text of the worker for these files. `index.html` is listed as `./`, the address it is asked for by. A change of any
 * path or content, or of the worker itself, changes the version.
 */
export function workerFor(
  template: string,
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): string {
  const hash = createHash('sha256').update(template);
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) {
    hash.update(`\n${path} ${createHash('sha256').update(content).digest('hex')}`);
  }
  const addresses = sorted.map(({ path }) => (path === 'index.html' ? './' : `./${path}`));
  return template
    .replace("'__VERSION__'", `'${hash.digest('hex').slice(0, 16)}'`)
    .replace("['__FILES__']", () => JSON.stringify(addresses));
}

export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'rolecall:offline',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const emitted = Object.entries(bundle).map(([path, output]) => ({
          path,
          content: output.type === 'chunk' ? output.code : output.source,
        }));
        const template = readFileSync(join(config.root, 'sw.js'), 'utf8');
        const source = workerFor(template, [...emitted, ...filesBelow(config.publicDir)]);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
