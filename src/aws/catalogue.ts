// The catalogue: what AWS publishes about itself, read from npm packages at build time and loaded when first needed.
import type { Arn } from './arn.ts';
import type { Instant } from './instant.ts';
import { once } from './once.ts';
import { readDescriptions, readVocabulary } from './packed-vocabulary.ts';
import type { Descriptions, Vocabulary } from './vocabulary.ts';

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

/** All AWS managed policies. Rejects when the file of the app that holds them cannot be had. */
export const loadManagedPolicies: () => Promise<ManagedPolicies> = once(async () =>
  readManagedPolicies((await import('virtual:aws/managed-policies')).default),
);

/** All services, actions, resource types and keys as `readVocabulary` takes them. Rejects when the file cannot be had. */
export const loadPackedVocabulary: () => Promise<string> = once(
  async () => (await import('virtual:aws/vocabulary')).default,
);

/** All services, actions, resource types and keys. Rejects when the file of the app that holds them cannot be had. */
export const loadVocabulary: () => Promise<Vocabulary> = once(async () =>
  readVocabulary(await loadPackedVocabulary()),
);

/** What AWS says of them. Rejects likewise. */
export const loadDescriptions: () => Promise<Descriptions> = once(async () => {
  const [vocabulary, { default: json }] = await Promise.all([
    loadVocabulary(),
    import('virtual:aws/descriptions'),
  ]);
  return readDescriptions(json, vocabulary);
});
