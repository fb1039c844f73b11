// The catalogue: what AWS publishes about itself, read from npm packages at build time and loaded when first needed.
import type { ActionName, Arn } from './arn.ts';
import type { Instant } from './instant.ts';

/** The current default version of an AWS managed policy. */
export interface AwsManagedPolicy {
  readonly arn: Arn;
  readonly name: string;
  /** `v12` */
  readonly version: string;
  /** When its first version was made. */
  readonly created: Instant;
  /** When the version in force was made. */
  readonly updated: Instant;
  /** The text of the document, indented as the AWS console shows it. */
  readonly document: string;
}

/** AWS managed policies by ARN. */
export type ManagedPolicies = ReadonlyMap<Arn, AwsManagedPolicy>;

/** The access level that AWS gives an action. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

/** Every action of every service, by lower-cased `service:name`. */
export type Actions = ReadonlyMap<string, { readonly name: ActionName; readonly level: AccessLevel }>;

/**
 * Reads the text of `virtual:aws/managed-policies`: a policy a line. There are some 1,600 of them, up to 90 kB each, so a
 * document is laid out when somebody asks for it. A line that is not a policy is left out.
 */
export function readManagedPolicies(lines: string): ManagedPolicies {
  const policies = new Map<Arn, AwsManagedPolicy>();
  for (const line of lines.split('\n')) {
    const [path, version, created, updated, json] = line.split('\t');
    if (!path || !version || !created || !updated || json === undefined) continue;
    const arn: Arn = `arn:aws:iam::aws:policy/${path}`;
    let document: string | undefined;
    policies.set(arn, {
      arn,
      name: path.slice(path.lastIndexOf('/') + 1),
      version,
      created,
      updated,
      get document() {
        document ??= JSON.stringify(JSON.parse(json), null, 4);
        return document;
      },
    });
  }
  return policies;
}

/** In the order of the columns of `virtual:aws/actions`. */
const LEVELS: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];

/** Reads the text of `virtual:aws/actions`: a service a line, its actions by access level. */
export function readActions(lines: string): Actions {
  const actions = new Map<string, { readonly name: ActionName; readonly level: AccessLevel }>();
  for (const line of lines.split('\n')) {
    const [service = '', ...columns] = line.split('\t');
    for (const [index, level] of LEVELS.entries()) {
      for (const action of columns[index]?.split(' ') ?? []) {
        const name: ActionName = `${service}:${action}`;
        if (action !== '') actions.set(name.toLowerCase(), { name, level });
      }
    }
  }
  return actions;
}

/** Loads once; a load that failed is forgotten, so that the next call tries again. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let pending: Promise<Value> | undefined;
  return () => {
    pending ??= load().catch((cause: unknown) => {
      pending = undefined;
      throw cause;
    });
    return pending;
  };
}

/** All AWS managed policies. Rejects when the file of the app that holds them cannot be had. */
export const loadManagedPolicies: () => Promise<ManagedPolicies> = once(async () =>
  readManagedPolicies((await import('virtual:aws/managed-policies')).default),
);

/** All actions, in no particular order. Rejects when the file of the app that holds them cannot be had. */
export const loadActions: () => Promise<Actions> = once(async () =>
  readActions((await import('virtual:aws/actions')).default),
);
