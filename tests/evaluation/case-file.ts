// Case files: what is in them, checked, and how a case becomes a request with the policies that apply to it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isAccountId, isArn, type ActionName, type Arn } from '../../src/aws/arn.ts';
import { err, ok, type Result } from '../../src/aws/result.ts';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../../src/evaluation/applicable.ts';
import type { Layer } from '../../src/evaluation/evaluation.ts';
import { principalFrom } from '../../src/evaluation/principal-from-arn.ts';
import {
  UNKNOWN,
  type ContextValue,
  type Principal,
  type Request,
  type RequestContext,
  type RequestFacts,
} from '../../src/evaluation/request.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { grantsSchema, s3Schema } from './case-schema.ts';

type Json = Readonly<Record<string, unknown>>;

export interface CaseFileEntry {
  readonly id: string;
  readonly json: Json;
}

/** What a case asks; made once, however often it is evaluated. */
export interface CaseInput {
  readonly applicable: ApplicablePolicies;
  readonly request: Request;
  /** Further requests of the same call. */
  readonly also: readonly Omit<CaseInput, 'also'>[];
}

/** The cases of files, or of the `.json` files of folders in order of name. Throws when a file holds no array of cases. */
export function readCases(paths: readonly string[]): CaseFileEntry[] {
  return paths.flatMap(filesAt).flatMap((file) => {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(content)) throw new Error(`${file}: not an array of cases`);
    return content.map((json: unknown, index) => {
      if (!isObject(json)) throw new Error(`${file}: case ${index} is not an object`);
      return { id: typeof json.id === 'string' ? json.id : `${file}#${index}`, json };
    });
  });
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(path, name));
}

/** A case that does not have the agreed form cannot be evaluated; nothing in it is guessed. */
export function caseInput({ json }: CaseFileEntry): Result<CaseInput, string> {
  try {
    const also = readList(json.also, 'also').map((more) =>
      readInput({ ...json, ...readObject(more, 'also') }),
    );
    return ok({ ...readInput(json), also });
  } catch (fault) {
    if (fault instanceof CaseFault || fault instanceof v.ValiError) return err(fault.message);
    throw fault;
  }
}

const readInput = (json: Json): Omit<CaseInput, 'also'> => ({
  applicable: readApplicable(json),
  request: readRequest(json),
});

class CaseFault extends Error {}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fail(message: string): never {
  throw new CaseFault(message);
}

function readRequest(json: Json): Request {
  const written = principalFrom(json.principal);
  if (!written.ok) fail(written.error);
  const principal = readCaller(written.value, json);
  const { action, resource, resourceAccount } = json;
  if (typeof action !== 'string' || !isAction(action)) fail('action is not service:Name');
  if (typeof resource !== 'string' || !(resource === '*' || isArn(resource))) fail('resource is not an ARN');
  if (resourceAccount !== null && !(typeof resourceAccount === 'string' && isAccountId(resourceAccount)))
    fail('resourceAccount is not an account');
  const { principalAccount = null } = json;
  const account = 'account' in principal ? principal.account : principalAccount;
  if (principalAccount !== account) fail('principalAccount is not the account of the principal');
  return {
    principal,
    action,
    resource,
    resourceAccount,
    context: readContext(json.context),
    ...(json.forwardedBy !== undefined && {
      forwardedBy: readList(json.forwardedBy, 'forwardedBy').map((one) => readText('forwardedBy', one)),
    }),
    facts: readFacts(json.facts),
  };
}

/** What the ARN of a caller does not say. */
function readCaller(
  principal: Principal,
  { sessionToken, assumedRoot, roleArn, issuer, resourcePolicy }: Json,
): Principal {
  switch (principal.kind) {
    case 'root':
    case 'user': {
      const { mfa } = readObject(sessionToken, 'sessionToken');
      return {
        ...principal,
        ...(principal.kind === 'root' && assumedRoot === true && { assumed: true }),
        ...(sessionToken !== undefined && { sessionToken: { mfa: mfa === true } }),
      };
    }
    case 'roleSession':
      return { ...principal, ...(roleArn !== undefined && { roleArn: readArn(roleArn, 'roleArn') }) };
    case 'federatedUser': {
      const known = issuer === undefined ? namedUser(resourcePolicy) : issuer;
      return { ...principal, ...(known !== null && { issuer: readArn(known, 'issuer') }) };
    }
    default:
      return principal;
  }
}

/**
 * Most cases do not say who asked for the token of a federated user. Where the resource-based policy names a single
 * user, that user is meant.
 */
function namedUser(resourcePolicy: unknown): string | null {
  const text = JSON.stringify(resourcePolicy) ?? '';
  const users = new Set([...text.matchAll(/"(arn:[^"]*:iam::\d{12}:user\/[^"]+)"/g)].map(([, arn]) => arn));
  const [only] = users;
  return users.size === 1 ? (only ?? null) : null;
}

/**
 * A case is a call to the API, not a click in the console, and AssumeRoot is called from where it may be: cases say
 * when it is otherwise, and with null that nobody knows.
 */
const readFacts = (json: unknown): RequestFacts => {
  const { canonicalUserId, objectOwner, console, rootAccessAdministrator } = readObject(json, 'facts');
  return {
    ...(canonicalUserId !== undefined && { canonicalUserId: readText('canonicalUserId', canonicalUserId) }),
    ...(objectOwner !== undefined && { objectOwner: readText('objectOwner', objectOwner) }),
    ...(console !== null && { console: console === true }),
    ...(rootAccessAdministrator !== null && { rootAccessAdministrator: rootAccessAdministrator !== false }),
  };
};

function readObject(json: unknown, field: string): Json {
  if (json === undefined) return {};
  return isObject(json) ? json : fail(`${field} is not an object`);
}

function readList(json: unknown, field: string): readonly unknown[] {
  if (json === undefined) return [];
  return Array.isArray(json) ? json : fail(`${field} is not a list`);
}

function readArn(json: unknown, field: string): Arn {
  return typeof json === 'string' && isArn(json) ? json : fail(`${field} is not an ARN`);
}

const isAction = (text: string): text is ActionName => text.includes(':');

function readContext(json: unknown): RequestContext {
  if (!isObject(json)) fail('context is not an object');
  const entries = Object.entries(json).map(([key, value]): [string, ContextValue] => [
    key,
    isObject(value) && value.unknown === true
      ? UNKNOWN
      : Array.isArray(value)
        ? value.map((one: unknown) => readText(key, one))
        : readText(key, value),
  ]);
  return Object.fromEntries(entries);
}

function readText(key: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(`context key ${key} is not text`);
}

function readApplicable(json: Json): ApplicablePolicies {
  const boundary = readOne(json, 'permissionsBoundary', 'boundary');
  const endpoint = readOne(json, 'vpcEndpointPolicy', 'vpce');
  return {
    identity: readPolicies(json.identityPolicies, 'identityPolicies', 'identity'),
    resource: readPolicies(
      json.resourcePolicy === null ? [] : [json.resourcePolicy],
      'resourcePolicy',
      'resource',
    ),
    boundary: boundary[0] ?? null,
    session:
      json.sessionPolicies === null ? null : readPolicies(json.sessionPolicies, 'sessionPolicies', 'session'),
    scps: readLevels(json.scps, 'scps', 'scp'),
    rcps: readLevels(json.rcps, 'rcps', 'rcp'),
    endpoint: endpoint[0] ?? null,
    ...(isEndpointKind(json.endpointKind) && { endpointKind: json.endpointKind }),
    ...(json.s3 !== undefined && { s3: v.parse(s3Schema, json.s3) }),
    ...(json.grants !== undefined && { grants: v.parse(grantsSchema, json.grants) }),
  };
}

const isEndpointKind = (json: unknown): json is 'gateway' | 'interface' =>
  json === 'gateway' || json === 'interface';

const readOne = (json: Json, field: string, layer: Layer): AppliedPolicy[] =>
  readPolicies(json[field] === null ? [] : [json[field]], field, layer);

function readLevels(json: unknown, field: string, layer: Layer): ApplicablePolicies['scps'] {
  if (json === null) return null;
  if (!Array.isArray(json)) return fail(`${field} is not a list of levels`);
  return json.map((level: unknown, index) => ({
    name: `level ${index + 1}`,
    policies: readPolicies(level, field, layer),
  }));
}

const KINDS: Readonly<Record<Layer, PolicySource['kind']>> = {
  rcp: 'organization',
  scp: 'organization',
  vpce: 'endpoint',
  resource: 'resource',
  identity: 'inline',
  boundary: 'customerManaged',
  session: 'session',
};

function readPolicies(json: unknown, field: string, layer: Layer): AppliedPolicy[] {
  if (!Array.isArray(json)) return fail(`${field} is not a list of documents`);
  return json.map((document: unknown, index) => {
    const text = JSON.stringify(document) ?? '';
    const parsed = parsePolicy(text);
    if (parsed.document === null) {
      return fail(`${field} ${index + 1}: ${parsed.diagnostics[0]?.message ?? 'not a policy document'}`);
    }
    const name = `${field} ${index + 1}`;
    return { source: { id: name, name, kind: KINDS[layer] }, document: parsed.document };
  });
}
