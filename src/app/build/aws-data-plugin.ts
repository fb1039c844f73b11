// A Vite plugin that serves the AWS data as virtual modules, so that no generated file is kept and each loads when needed.
import type { Plugin } from 'vite';
import { packDescriptions, packManagedPolicies, packVocabulary } from './aws-data.ts';

const SOURCES: ReadonlyMap<string, () => string> = new Map([
  ['virtual:aws/managed-policies', packManagedPolicies],
  ['virtual:aws/vocabulary', packVocabulary],
  ['virtual:aws/descriptions', packDescriptions],
]);

/** In single quotes, JSON needs nearly no escapes. */
function asModule(text: string): string {
  const literal = text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `export default '${literal}';`;
}

export function awsData(): Plugin {
  const modules = new Map<string, string>();
  return {
    name: 'rolecall:aws-data',
    resolveId: (id) => (SOURCES.has(id) ? `\0${id}` : null),
    load(id) {
      const pack = id.startsWith('\0') ? SOURCES.get(id.slice(1)) : undefined;
      if (!pack) return null;
      const code = modules.get(id) ?? asModule(pack());
      modules.set(id, code);
      return { code, map: { mappings: '' }, moduleSideEffects: false };
    },
  };
}
