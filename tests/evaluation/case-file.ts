// Case files: what is in them, checked, and how a case becomes a request with the policies that apply to it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isArn } from '../../src/aws/arn.ts';
import { err, ok, type Result } from '../../src/aws/result.ts';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../../src/evaluation/applicable.ts';
import type { Layer } from '../../src/evaluation/evaluation.ts';
import type { Principal, Request, RequestFacts } from '../../src/evaluation/request.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { caseSchema, type Case } from './case-schema.ts';
import { principalFrom } from './principal-from-arn.ts';

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
    const content = readJson(file);
    if (!Array.isArray(content)) throw new Error(`${file}: not an array of cases`);
    return content.map((json: unknown, index) => {
      if (!isObject(json)) throw new Error(`${file}: case ${index} is not an object`);
      return { id: typeof json.id === 'string' ? json.id : `${file}#${index}`, json };
    });
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new Error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(path, name));
  if (files.length === 0) throw new Error(`${path}: no .json file in it`);
  return files.toSorted();
}

/** A case that does not have the agreed form cannot be evaluated; nothing in it is guessed. */
export function caseInput({ json }: CaseFileEntry): Result<CaseInput, string> {
  try {
    const read = v.safeParse(caseSchema, json);
    if (!read.success) return err(issueIn(read.issues[0]));
    const also = read.output.also.map((more) => readInput({ ...read.output, ...more }));
    return ok({ ...readInput(read.output), also });
  } catch (fault) {
    if (fault instanceof CaseFault) return err(fault.message);
    if (fault instanceof RangeError) return err('nested too deeply');
    throw fault;
  }
}

const issueIn = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? 'the case'}: ${issue.message}`;

const readInput = (json: Case): Omit<CaseInput, 'also'> => ({
  applicable: readApplicable(json),
  request: readRequest(json),
});

class CaseFault extends Error {}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fail(message: string): never {
  throw new CaseFault(message);
}

function readRequest(json: Case): Request {
  const written = principalFrom(json.principal);
  if (!written.ok) fail(written.error);
  const principal = readCaller(written.value, json);
  const { action, resource, resourceAccount, context, principalAccount, forwardedBy } = json;
  const account = 'account' in principal ? principal.account : principalAccount;
  if (principalAccount !== account) fail('principalAccount is not the account of the principal');
  return {
    principal,
    action,
    resource,
    resourceAccount,
    context,
    ...(forwardedBy !== undefined && { forwardedBy }),
    facts: readFacts(json.facts),
  };
}

/** What the ARN of a caller does not say. Throws where the case says it of a caller who cannot have it. */
function readCaller(principal: Principal, json: Case): Principal {
  const { sessionToken, assumedRoot, roleArn, issuer } = json;
  const { kind } = principal;
  const only = (field: string, value: unknown, ...kinds: readonly Principal['kind'][]): void => {
    if (value !== undefined && !kinds.includes(kind)) fail(`${field} says nothing of this principal`);
  };
  only('sessionToken', sessionToken, 'root', 'user');
  only('assumedRoot', assumedRoot, 'root');
  only('roleArn', roleArn, 'roleSession');
  only('issuer', issuer, 'federatedUser');
  switch (kind) {
    case 'root':
      return {
        ...principal,
        ...(assumedRoot === true && { assumed: true }),
        ...(sessionToken !== undefined && { sessionToken }),
      };
    case 'user':
      return { ...principal, ...(sessionToken !== undefined && { sessionToken }) };
    case 'roleSession':
      return { ...principal, ...(roleArn !== undefined && { roleArn }) };
    case 'federatedUser': {
      const known = issuer === undefined ? namedUser(json.resourcePolicy) : issuer;
      return { ...principal, ...(known !== null && isArn(known) && { issuer: known }) };
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
const readFacts = ({
  console = false,
  rootAccessAdministrator = true,
  ...facts
}: Case['facts'] = {}): RequestFacts => ({
  ...facts,
  ...(console !== null && { console }),
  ...(rootAccessAdministrator !== null && { rootAccessAdministrator }),
});

function readApplicable(json: Case): ApplicablePolicies {
  const { sessionPolicies, endpointKind, s3, grants } = json;
  return {
    identity: readPolicies(json.identityPolicies, 'identityPolicies', 'identity'),
    resource: readOne(json.resourcePolicy, 'resourcePolicy', 'resource'),
    boundary: readOne(json.permissionsBoundary, 'permissionsBoundary', 'boundary')[0] ?? null,
    session: sessionPolicies && readPolicies(sessionPolicies, 'sessionPolicies', 'session'),
    scps: readLevels(json.scps, 'scps', 'scp'),
    rcps: readLevels(json.rcps, 'rcps', 'rcp'),
    endpoint: readOne(json.vpcEndpointPolicy, 'vpcEndpointPolicy', 'vpce')[0] ?? null,
    ...(endpointKind !== undefined && { endpointKind }),
    ...(s3 !== undefined && { s3 }),
    ...(grants !== undefined && { grants }),
  };
}

const readOne = (json: unknown, field: string, layer: Layer): AppliedPolicy[] =>
  readPolicies(json === null ? [] : [json], field, layer);

const readLevels = (json: Case['scps'], field: string, layer: Layer): ApplicablePolicies['scps'] =>
  json &&
  json.map((level, index) => ({ name: `level ${index + 1}`, policies: readPolicies(level, field, layer) }));

const KINDS: Readonly<Record<Layer, PolicySource['kind']>> = {
  rcp: 'organization',
  scp: 'organization',
  vpce: 'endpoint',
  resource: 'resource',
  identity: 'inline',
  boundary: 'customerManaged',
  session: 'session',
};

function readPolicies(json: readonly unknown[], field: string, layer: Layer): AppliedPolicy[] {
  return json.map((document, index) => {
    const text = JSON.stringify(document) ?? '';
    const parsed = parsePolicy(text);
    if (parsed.document === null) {
      return fail(`${field} ${index + 1}: ${parsed.diagnostics[0]?.message ?? 'not a policy document'}`);
    }
    const name = `${field} ${index + 1}`;
    return { source: { id: name, name, kind: KINDS[layer] }, document: parsed.document };
  });
}
