// Authorization details: a scenario built from the answer of `aws iam get-account-authorization-details`.
import * as v from 'valibot';
import { NO_DIRECTORIES } from '../account/directories.ts';
import { principalsIn } from '../account/indexes.ts';
import { parseArn } from '../aws/arn.ts';
import { instantOf } from '../aws/instant.ts';
import { err, type Result } from '../aws/result.ts';
import { accountCreated } from './account-created.ts';
import { READING } from './complaint.ts';
import { parseScenario } from './parse.ts';
import { SCENARIO_VERSION, type Scenario, type ScenarioError } from './scenario.ts';

/**
 * Reads the whole answer, as the command line prints it or as the API sends it (documents URL-encoded). What the answer
 * does not tell is left as in a new account: passwords, access keys, MFA devices, providers, resources; the root user has
 * an e-mail address that leads nowhere, and the account is as old as the oldest thing in it. Policies of AWS are known already and are not read. Never throws; the value has
 * come through the door of every scenario, so that what AWS would not hold is refused with its place.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function scenarioOfAuthorizationDetails(input: unknown): Result<Scenario, ScenarioError> {
  if (!LISTS.some((list) => list in Object(input)))
    return err({ kind: 'foreign', detail: 'It is not an answer of get-account-authorization-details.' });
  const read = v.safeParse(answer, input, READING);
  if (!read.success) {
    const [issue] = read.issues;
    const place = (issue.path ?? []).map(({ key }) => String(key)).join(' › ');
    return err({ kind: 'damaged', detail: `${place}: ${issue.message}.` });
  }
  const details = read.output;
  if (details.IsTruncated)
    return err({
      kind: 'damaged',
      detail:
        'The answer is only its first page. Ask for all pages, without --max-items, and put them together.',
    });
  const account = accountOf(details);
  if (account === null)
    return err({ kind: 'damaged', detail: 'It names nobody and nothing, so the account is not known.' });
  return parseScenario(documentOf(details, account));
}

/** An answer has all of them; one that was put together by hand may have some. */
const LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;

const text = v.string();
const arn = v.string();

/** The command line prints objects, the API sends encoded texts. */
const policyText = v.pipe(
  v.union([v.string(), v.record(v.string(), v.unknown())], 'must be a policy document'),
  v.transform((document) =>
    typeof document === 'string' ? decoded(document) : JSON.stringify(document, null, 4),
  ),
);

function decoded(document: string): string {
  if (!/^\s*%7B/i.test(document)) return document;
  try {
    return decodeURIComponent(document);
  } catch {
    // Escapes that stand for no text: as it came, the door of every scenario refuses it with its place.
    return document;
  }
}

/** `2026-01-31T09:00:00+00:00`, as the command line prints moments. */
const moment = v.pipe(
  v.string(),
  v.check((date) => !Number.isNaN(Date.parse(date)), 'must be a date'),
  v.transform((date) => instantOf(Date.parse(date))),
);

const tags = v.optional(
  v.pipe(
    v.array(v.object({ Key: text, Value: text })),
    v.transform((list) => Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]))),
  ),
  [],
);

const inline = v.optional(
  v.pipe(
    v.array(v.object({ PolicyName: text, PolicyDocument: policyText })),
    v.transform((list) => Object.fromEntries(list.map((one) => [one.PolicyName, one.PolicyDocument]))),
  ),
  [],
);

const attached = v.optional(
  v.pipe(
    v.array(v.object({ PolicyArn: arn })),
    v.transform((list) => list.map(({ PolicyArn }) => PolicyArn)),
  ),
  [],
);

const boundary = v.optional(
  v.pipe(
    v.nullable(v.object({ PermissionsBoundaryArn: arn })),
    v.transform((set) => set?.PermissionsBoundaryArn ?? null),
  ),
  null,
);

const placed = { Path: text, Arn: arn, CreateDate: moment };

const profile = v.object({ ...placed, InstanceProfileName: text, InstanceProfileId: text, Tags: tags });

const answer = v.object({
  IsTruncated: v.optional(v.boolean(), false),
  UserDetailList: v.optional(
    v.array(
      v.object({
        ...placed,
        UserName: text,
        UserId: text,
        UserPolicyList: inline,
        GroupList: v.optional(v.array(text), []),
        AttachedManagedPolicies: attached,
        PermissionsBoundary: boundary,
        Tags: tags,
      }),
    ),
    [],
  ),
  GroupDetailList: v.optional(
    v.array(
      v.object({
        ...placed,
        GroupName: text,
        GroupId: text,
        GroupPolicyList: inline,
        AttachedManagedPolicies: attached,
      }),
    ),
    [],
  ),
  RoleDetailList: v.optional(
    v.array(
      v.object({
        ...placed,
        RoleName: text,
        RoleId: text,
        AssumeRolePolicyDocument: policyText,
        InstanceProfileList: v.optional(v.array(profile), []),
        RolePolicyList: inline,
        AttachedManagedPolicies: attached,
        PermissionsBoundary: boundary,
        Tags: tags,
      }),
    ),
    [],
  ),
  Policies: v.optional(
    v.array(
      v.object({
        PolicyName: text,
        PolicyId: v.optional(text),
        Arn: arn,
        Path: text,
        DefaultVersionId: text,
        Description: v.optional(text, ''),
        CreateDate: v.optional(moment),
        PolicyVersionList: v.optional(
          v.array(v.object({ Document: policyText, VersionId: text, CreateDate: v.optional(moment) })),
          [],
        ),
        Tags: tags,
      }),
    ),
    [],
  ),
});

type Details = v.InferOutput<typeof answer>;

const ofCustomer = ({ Policies }: Details) => Policies.filter(({ Arn }) => parseArn(Arn)?.account !== 'aws');

function accountOf(details: Details): string | null {
  const { UserDetailList, GroupDetailList, RoleDetailList } = details;
  const [first] = [...UserDetailList, ...GroupDetailList, ...RoleDetailList, ...ofCustomer(details)];
  return first ? (parseArn(first.Arn)?.account ?? null) : null;
}

/** A document for `parseScenario`, which looks at everything once more. */
function documentOf(details: Details, account: string): object {
  const { UserDetailList, GroupDetailList, RoleDetailList } = details;
  const policies = ofCustomer(details).map(policyOf);
  const dates = [...UserDetailList, ...GroupDetailList, ...RoleDetailList].map(({ CreateDate }) => ({
    created: CreateDate,
  }));
  const ids = new Map([
    ...UserDetailList.map(({ Arn, UserId }) => [Arn, UserId] as const),
    ...RoleDetailList.map(({ Arn, RoleId }) => [Arn, RoleId] as const),
  ]);
  const byName = <Entity extends { readonly name: string }>(all: readonly Entity[]) =>
    Object.fromEntries(all.map((one) => [one.name, one]));
  return {
    format: 'rolecall-scenario',
    version: SCENARIO_VERSION,
    title: `Account ${account}`,
    story: '',
    handout: [],
    directories: NO_DIRECTORIES,
    world: {
      organization: null,
      accounts: {
        [account]: {
          ...UNTOLD,
          id: account,
          name: `Account ${account}`,
          created: accountCreated([...dates, ...policies]),
          root: { email: `root@${account}.example`, login: null, accessKeys: [] },
          users: byName(
            UserDetailList.map((user) => ({
              name: user.UserName,
              path: user.Path,
              id: user.UserId,
              created: user.CreateDate,
              login: null,
              accessKeys: [],
              boundary: user.PermissionsBoundary,
              groups: user.GroupList,
              attached: user.AttachedManagedPolicies,
              inline: user.UserPolicyList,
              tags: user.Tags,
            })),
          ),
          groups: byName(
            GroupDetailList.map((group) => ({
              name: group.GroupName,
              path: group.Path,
              id: group.GroupId,
              created: group.CreateDate,
              attached: group.AttachedManagedPolicies,
              inline: group.GroupPolicyList,
            })),
          ),
          roles: byName(
            RoleDetailList.map((role) => ({
              name: role.RoleName,
              path: role.Path,
              id: role.RoleId,
              created: role.CreateDate,
              description: '',
              trust: role.AssumeRolePolicyDocument,
              trusted: Object.fromEntries(
                principalsIn(role.AssumeRolePolicyDocument).flatMap((principal) => {
                  const id = ids.get(principal);
                  return id === undefined ? [] : [[principal, id]];
                }),
              ),
              maxSessionDuration: 3600,
              boundary: role.PermissionsBoundary,
              attached: role.AttachedManagedPolicies,
              inline: role.RolePolicyList,
              tags: role.Tags,
            })),
          ),
          instanceProfiles: byName(
            RoleDetailList.flatMap((role) =>
              role.InstanceProfileList.map((one) => ({
                name: one.InstanceProfileName,
                path: one.Path,
                id: one.InstanceProfileId,
                created: one.CreateDate,
                role: role.RoleName,
                tags: one.Tags,
              })),
            ),
          ),
          policies: byName(policies),
        },
      },
    },
  };
}

/** Versions come newest first. */
function policyOf(policy: Details['Policies'][number]): { readonly name: string } & Record<string, unknown> {
  const created = policy.CreateDate ?? policy.PolicyVersionList.at(-1)?.CreateDate;
  const versions = policy.PolicyVersionList.map((one) => ({
    id: one.VersionId,
    created: one.CreateDate ?? created,
    document: one.Document,
  })).sort((a, b) => numberOf(a.id) - numberOf(b.id));
  return {
    name: policy.PolicyName,
    path: policy.Path,
    id: policy.PolicyId,
    created,
    description: policy.Description,
    tags: policy.Tags,
    versions,
    defaultVersion: policy.DefaultVersionId,
    lastVersion: numberOf(versions.at(-1)?.id ?? ''),
  };
}

const numberOf = (version: string): number => Number(version.slice(1));

/** What the answer says nothing about. */
const UNTOLD = {
  alias: null,
  passwordPolicy: null,
  credentialReport: null,
  globalTokenVersion: 1,
  publicAccessBlock: null,
  mfaDevices: {},
  samlProviders: {},
  oidcProviders: {},
  deletionTasks: {},
  accessJobs: {},
  buckets: {},
  queues: {},
  topics: {},
  kmsKeys: {},
  kmsAliases: {},
  functions: {},
  dynamoTables: {},
  secrets: {},
  instances: {},
  vpcEndpoints: {},
};
