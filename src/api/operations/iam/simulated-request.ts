// What a simulation knows of its request: who would call, on what, and which condition keys are there.
import { levelsOf, organizationPath } from '../../../account/levels.ts';
import { userOfResource } from '../../../account/resource.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import { isAccountId, isArn, parseArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { OrganizationLevel } from '../../../evaluation/applicable.ts';
import type { ContextValue, RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { inputPolicy } from './simulated-policies.ts';
import type { Source } from './simulated-source.ts';
import type { Simulation } from './simulation.ts';

export interface RequestInput {
  readonly ActionNames: readonly string[];
  readonly ResourceArns?: readonly string[];
  readonly ResourcePolicy?: string;
  readonly ResourceOwner?: string;
  readonly CallerArn?: string;
  readonly ContextEntries?: readonly {
    readonly ContextKeyName?: string;
    readonly ContextKeyValues?: readonly string[];
    readonly ContextKeyType?: string;
  }[];
  readonly ResourceHandlingOption?: string;
}

/**
 * Which resources of EC2 stand together for RunInstances. AWS checks that they are there; here each is asked about as it
 * comes.
 */
const HANDLING = [
  'EC2-Classic-InstanceStore',
  'EC2-Classic-EBS',
  'EC2-VPC-InstanceStore',
  'EC2-VPC-InstanceStore-Subnet',
  'EC2-VPC-EBS',
  'EC2-VPC-EBS-Subnet',
];

const USER = /^arn:aws:iam::(\d{12}):user\/(?:[!-~]+\/)?([\w+=,.@-]+)$/;

/** What is wrong with the request itself. Only the words on the owner were observed; the others are ours. */
export function requestError(input: RequestInput): AwsError | null {
  const { ActionNames, ResourceArns = [], ResourceOwner, CallerArn, ResourceHandlingOption } = input;
  const invalid = (message: string) => awsError('InvalidInput', message);
  const action = ActionNames.find((name) => !/^[a-z0-9-]+:\w+$/i.test(name));
  if (action !== undefined) return invalid(`${action} is not a valid action name.`);
  const resource = ResourceArns.find((arn) => arn !== '*' && !isArn(arn));
  if (resource !== undefined) return invalid(`${resource} is not a valid resource ARN.`);
  if (ResourceOwner !== undefined && ownerIn(ResourceOwner) === null)
    return invalid(`'${ResourceOwner}' is not a valid as a Resource Owner.`);
  if (CallerArn !== undefined && !USER.test(CallerArn))
    return invalid(`${CallerArn} is not the ARN of an IAM user.`);
  if (ResourceHandlingOption !== undefined && !HANDLING.includes(ResourceHandlingOption))
    return invalid(`${ResourceHandlingOption} is not a valid resource handling option.`);
  return null;
}

const ownerIn = (arn: string): AccountId | null => /^arn:aws:iam::(\d{12}):root$/.exec(arn)?.[1] ?? null;

type AskedOf = Pick<Simulation, 'principal' | 'resourcePolicy' | 'owner' | 'context' | 'resources'>;

/**
 * @param source Whose policies are simulated; null for policies that are nobody's.
 * @param home The account of policies that are nobody's.
 */
export function simulatedRequest(
  world: World,
  source: Source | null,
  home: AccountId,
  input: RequestInput,
): Result<AskedOf, AwsError> {
  const { ResourceArns = [], ResourcePolicy, ResourceOwner, CallerArn } = input;
  const caller = callerOf(world, source, home, CallerArn);
  if (ResourcePolicy !== undefined && caller.kind !== 'user')
    return err(awsError('InvalidInput', 'CallerArn is required when ResourcePolicy is specified.'));
  const resourcePolicy =
    ResourcePolicy === undefined ? ok(null) : inputPolicy(ResourcePolicy, 'ResourcePolicy', 'resource');
  if (!resourcePolicy.ok) return resourcePolicy;
  return ok({
    principal: principalOf(caller),
    resourcePolicy: resourcePolicy.value,
    owner: (ResourceOwner !== undefined ? ownerIn(ResourceOwner) : null) ?? caller.account,
    context: { ...filledIn(world, caller), ...given(input.ContextEntries ?? []) },
    resources: ResourceArns.length === 0 ? ['*'] : [...new Set(ResourceArns)],
  });
}

/** Who would call. A group calls nothing, and policies that are nobody's have no caller either. */
type SimulatedCaller = { readonly account: AccountId } & (
  | { readonly kind: 'user'; readonly arn: Arn; readonly name: string; readonly id: string | null }
  | { readonly kind: 'role'; readonly arn: Arn; readonly name: string; readonly id: string }
  | { readonly kind: 'nobody' }
);

function callerOf(
  world: World,
  source: Source | null,
  home: AccountId,
  callerArn: string | undefined,
): SimulatedCaller {
  const [, account, name] = USER.exec(callerArn ?? '') ?? [];
  if (callerArn !== undefined && isArn(callerArn) && account !== undefined && name !== undefined)
    return { kind: 'user', account, arn: callerArn, name, id: userOfResource(world, callerArn)?.id ?? null };
  if (!source) return { kind: 'nobody', account: home };
  const { kind, entity } = source;
  const { id } = source.account;
  if (kind === 'group') return { kind: 'nobody', account: id };
  return {
    kind,
    account: id,
    arn: `arn:aws:iam::${id}:${kind}${entity.path}${entity.name}`,
    name: entity.name,
    id: entity.id,
  };
}

/** The session that stands for a role. */
const SESSION = 'PolicySimulator';

function principalOf(caller: SimulatedCaller): Simulation['principal'] {
  const { account } = caller;
  return caller.kind === 'role'
    ? {
        kind: 'roleSession',
        account,
        arn: `arn:aws:sts::${account}:assumed-role/${caller.name}/${SESSION}`,
        roleName: caller.name,
        sessionName: SESSION,
        roleArn: caller.arn,
        keyless: true,
      }
    : {
        kind: 'user',
        account,
        arn: caller.kind === 'user' ? caller.arn : `arn:aws:iam::${account}:user/`,
        name: caller.kind === 'user' ? caller.name : '',
        keyless: true,
      };
}

/**
 * The keys that the simulator fills in: account, type, user name and unique id of the caller, and the place of its account
 * in the organization. ARN and tags of the caller are not among them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
function filledIn({ organization }: World, caller: SimulatedCaller): RequestContext {
  const path = organization && organizationPath(organization, caller.account);
  const place: RequestContext =
    organization && path !== null
      ? {
          'aws:PrincipalOrgID': organization.id,
          'aws:PrincipalOrgMasterAccountId': organization.managementAccount,
          'aws:PrincipalOrgPaths': [path],
        }
      : {};
  switch (caller.kind) {
    case 'nobody':
      return {};
    case 'role':
      return {
        ...place,
        'aws:PrincipalAccount': caller.account,
        'aws:PrincipalType': 'AssumedRole',
        'aws:userid': `${caller.id}:${SESSION}`,
      };
    case 'user':
      return {
        ...place,
        'aws:PrincipalAccount': caller.account,
        'aws:PrincipalType': 'User',
        'aws:username': caller.name,
        ...(caller.id !== null && { 'aws:userid': caller.id }),
      };
  }
}

/** A list type makes a multivalued key; any other has one value. */
function given(entries: NonNullable<RequestInput['ContextEntries']>): RequestContext {
  return Object.fromEntries(
    entries.flatMap(({ ContextKeyName, ContextKeyValues = [], ContextKeyType = 'string' }) => {
      if (ContextKeyName === undefined) return [];
      const [only] = ContextKeyValues;
      const value: ContextValue | undefined =
        ContextKeyType.endsWith('List') || ContextKeyValues.length > 1 ? ContextKeyValues : only;
      return value === undefined ? [] : [[ContextKeyName, value] as const];
    }),
  );
}

/** The service control policies above the account; null where there are none. */
export const levelsAbove = ({ organization }: World, arn: Arn): readonly OrganizationLevel[] | null => {
  const account = parseArn(arn)?.account ?? '';
  return isAccountId(account) ? levelsOf(organization, account, 'SERVICE_CONTROL_POLICY') : null;
};
