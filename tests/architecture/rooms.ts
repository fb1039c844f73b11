// The plan of the house: who may import whom, and what of the world each may touch; layering.test.ts holds it.
/**
 * The plan of the house. A room may import only what it names here, and touch only the world it names here.
 * Rooms are listed from the ground up; nothing may name a room above it.
 */
export const ROOMS = {
  // language: what AWS calls things, and what a policy means
  aws: { imports: [], world: [] },
  policy: { imports: ['aws'], world: [] },
  evaluation: { imports: ['policy', 'aws'], world: [] },
  // world: the simulated cloud and what can be done to it
  account: { imports: ['evaluation', 'policy', 'aws'], world: [] },
  api: { imports: ['account', 'evaluation', 'policy', 'aws'], world: [] },
  session: { imports: ['api', 'account', 'aws'], world: [] },
  // insight: questions that need many evaluations
  analysis: { imports: ['api', 'account', 'evaluation', 'policy', 'aws'], world: [] },
  graph: { imports: ['analysis', 'account', 'evaluation', 'aws'], world: [] },
  // the command line as a student types it
  shell: { imports: ['analysis', 'session', 'api', 'account', 'evaluation', 'policy', 'aws'], world: [] },
  // material: what a learner is handed
  scenario: { imports: ['account', 'policy', 'aws'], world: [] },
  lessons: { imports: ['scenario', 'analysis', 'api', 'account', 'evaluation', 'policy', 'aws'], world: [] },
  // edges: the only rooms that meet the browser
  storage: { imports: ['scenario', 'lessons', 'session', 'account', 'aws'], world: ['browser'] },
  ui: {
    imports: [
      'lessons',
      'scenario',
      'graph',
      'shell',
      'analysis',
      'session',
      'api',
      'account',
      'evaluation',
      'policy',
      'aws',
    ],
    world: ['browser'],
  },
  app: {
    imports: [
      'ui',
      'storage',
      'lessons',
      'scenario',
      'graph',
      'shell',
      'analysis',
      'session',
      'api',
      'account',
      'evaluation',
      'policy',
      'aws',
    ],
    world: ['browser', 'clock', 'random'],
  },
} as const satisfies Record<
  string,
  { imports: readonly string[]; world: readonly ('browser' | 'clock' | 'random')[] }
>;

/**
 * A package, and the only rooms that may import it. A package that is not listed may be imported by no room.
 * A name covers what stands below it: `svelte` is also `svelte/reactivity`, `@codemirror` is also `@codemirror/view`.
 */
export const PACKAGES: Record<string, readonly string[]> = {
  'virtual:aws': ['aws'],
  'jsonc-parser': ['policy', 'api'],
  'ipaddr.js': ['evaluation'],
  'js-base64': ['aws', 'evaluation', 'api', 'shell'],
  '@noble/hashes': ['aws', 'account', 'api'],
  '@noble/ciphers': ['api'],
  '@noble/curves': ['api'],
  jose: ['app'],
  otpauth: ['api'],
  'fast-xml-parser': ['api'],
  uqr: ['api', 'ui'],
  'fast-png': ['api'],
  '@metrichor/jmespath': ['api'],
  yaml: ['api', 'policy'],
  unbash: ['shell'],
  valibot: ['api', 'session', 'scenario', 'storage'],
  'mdast-util-from-markdown': ['lessons'],
  mdast: ['lessons', 'ui'],
  'd3-shape': ['graph', 'ui'],
  'd3-zoom': ['ui'],
  'd3-selection': ['ui'],
  xstate: ['session', 'app'],
  dexie: ['storage'],
  svelte: ['ui', 'app'],
  'bits-ui': ['ui'],
  '@lucide/svelte': ['ui'],
  '@codemirror': ['ui'],
  '@lezer': ['ui'],
  diff: ['ui'],
  // Only `app/build/`, which runs in Node when the app is built.
  vite: ['app'],
  'node:': ['app'],
};
