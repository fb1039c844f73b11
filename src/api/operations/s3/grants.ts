// Access control lists: as a request to S3 gives them, and as S3 shows them.
import { canonicalUserId } from '../../../account/canonical-user.ts';
import { aclOf } from '../../../account/s3-access.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type {
  Acl,
  AclGrant,
  AclGrantee,
  AclGroup,
  AclPermission,
  S3Owner,
} from '../../../evaluation/s3/access.ts';
import { cannedAcl, isCannedAclName, type Owned } from '../../../evaluation/s3/canned-acl.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

const header = <Event extends string>(event: Event) => ({ type: 'text', event, required: false }) as const;

/** Each is a header, and its name in a request is that of its condition key. */
export const ACL_HEADERS = {
  ACL: header('x-amz-acl'),
  GrantFullControl: header('x-amz-grant-full-control'),
  GrantRead: header('x-amz-grant-read'),
  GrantReadACP: header('x-amz-grant-read-acp'),
  GrantWrite: header('x-amz-grant-write'),
  GrantWriteACP: header('x-amz-grant-write-acp'),
} as const;

const text = <Event extends string>(event: Event) => ({ type: 'text', event, required: false }) as const;

/** An access control list in full, as the body of a request. */
export const ACL_BODY = {
  AccessControlPolicy: {
    type: 'structure',
    event: 'AccessControlPolicy',
    required: false,
    members: {
      Grants: {
        type: 'list',
        event: 'AccessControlList',
        required: false,
        of: {
          type: 'structure',
          members: {
            Grantee: {
              type: 'structure',
              event: 'Grantee',
              required: false,
              members: {
                Type: text('xsi:type'),
                ID: text('ID'),
                URI: text('URI'),
                EmailAddress: text('EmailAddress'),
                DisplayName: text('DisplayName'),
              },
            },
            Permission: text('Permission'),
          },
        },
      },
      Owner: {
        type: 'structure',
        event: 'Owner',
        required: false,
        members: { ID: text('ID'), DisplayName: text('DisplayName') },
      },
    },
  },
} as const;

export interface AclInput {
  readonly ACL?: string;
  readonly GrantFullControl?: string;
  readonly GrantRead?: string;
  readonly GrantReadACP?: string;
  readonly GrantWrite?: string;
  readonly GrantWriteACP?: string;
  readonly AccessControlPolicy?: {
    readonly Grants?: readonly { readonly Grantee?: GranteeInput; readonly Permission?: string }[];
    readonly Owner?: { readonly ID?: string };
  };
}

interface GranteeInput {
  readonly Type?: string;
  readonly ID?: string;
  readonly URI?: string;
  readonly EmailAddress?: string;
}

const GRANT_HEADERS = [
  ['GrantFullControl', 'FULL_CONTROL'],
  ['GrantRead', 'READ'],
  ['GrantReadACP', 'READ_ACP'],
  ['GrantWrite', 'WRITE'],
  ['GrantWriteACP', 'WRITE_ACP'],
] as const satisfies readonly (readonly [keyof AclInput, AclPermission])[];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-specific-condition-keys */
export const aclKeys = (input: AclInput): RequestContext =>
  Object.fromEntries(
    (['ACL', ...GRANT_HEADERS.map(([name]) => name)] as const).flatMap((name) => {
      const value = input[name];
      return value === undefined ? [] : [[`s3:${ACL_HEADERS[name].event}`, value]];
    }),
  );

export const givesAcl = (input: AclInput): boolean =>
  input.ACL !== undefined || GRANT_HEADERS.some(([name]) => input[name] !== undefined);

export const s3Owner = (account: AccountId): S3Owner => ({
  account,
  canonicalUserId: canonicalUserId(account),
});

/** The list that a request asks for. Without any it is private. */
export function requestedAcl(world: World, input: AclInput, owned: Owned): Result<Acl, AwsError> {
  const { ACL: canned, AccessControlPolicy: body } = input;
  const headers = GRANT_HEADERS.flatMap(([name, permission]) => {
    const value = input[name];
    return value === undefined ? [] : [{ value, permission }];
  });
  if (canned !== undefined && headers.length > 0)
    return err(awsError('InvalidRequest', 'Specifying both Canned ACLs and Header Grants is not allowed'));
  if (body && givesAcl(input))
    return err(awsError('UnexpectedContent', 'This request does not support content'));
  if (canned !== undefined)
    return isCannedAclName(canned) ? ok(cannedAcl(canned, owned)) : err(awsError('InvalidArgument', ''));
  return body ? bodyAcl(world, body, owned.owner) : headerAcl(world, headers, owned.owner);
}

/** The owner keeps what it always has, and what is granted to it on top says nothing new. */
const listed = ({ account, canonicalUserId: owner }: S3Owner, grants: readonly AclGrant[]): Acl =>
  aclOf(
    account,
    grants.filter(({ grantee }) => grantee.kind === 'group' || grantee.canonicalUserId !== owner),
  );

function headerAcl(
  world: World,
  headers: readonly { readonly value: string; readonly permission: AclPermission }[],
  owner: S3Owner,
): Result<Acl, AwsError> {
  const grants: AclGrant[] = [];
  for (const { value, permission } of headers)
    for (const part of value.split(',')) {
      const [, kind, quoted] = /^\s*(\w+)\s*=\s*"?([^"]*)"?\s*$/.exec(part) ?? [];
      const grantee = headerGrantee(world, kind?.toLowerCase(), quoted ?? '');
      if (!grantee.ok) return grantee;
      grants.push({ grantee: grantee.value, permission });
    }
  return ok(listed(owner, grants));
}

function headerGrantee(world: World, kind: string | undefined, value: string): Result<AclGrantee, AwsError> {
  switch (kind) {
    case 'id':
      return userOf(value);
    case 'uri':
      return groupOf(value);
    case 'emailaddress':
      return userByEmail(world, value);
    default:
      return err(awsError('InvalidArgument', 'Argument format not recognized'));
  }
}

const MALFORMED = 'The XML you provided was not well-formed or did not validate against our published schema';
const malformed = (): Result<never, AwsError> => err(awsError('MalformedACLError', MALFORMED));

const PERMISSIONS: readonly string[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'];
const isPermission = (value: string | undefined): value is AclPermission =>
  value !== undefined && PERMISSIONS.includes(value);

function bodyAcl(
  world: World,
  { Grants = [], Owner }: NonNullable<AclInput['AccessControlPolicy']>,
  owner: S3Owner,
): Result<Acl, AwsError> {
  if (Owner?.ID === undefined) return malformed();
  if (!/^[0-9a-f]{64}$/.test(Owner.ID)) return err(awsError('InvalidArgument', 'Invalid id'));
  // Nobody gives a bucket or an object away.
  if (Owner.ID !== owner.canonicalUserId) return err(awsError('AccessDenied', 'Access Denied'));
  const grants: AclGrant[] = [];
  for (const { Grantee, Permission } of Grants) {
    if (Grantee === undefined || !isPermission(Permission)) return malformed();
    const grantee = bodyGrantee(world, Grantee);
    if (!grantee.ok) return grantee;
    grants.push({ grantee: grantee.value, permission: Permission });
  }
  return ok(listed(owner, grants));
}

function bodyGrantee(
  world: World,
  { Type, ID, URI, EmailAddress }: GranteeInput,
): Result<AclGrantee, AwsError> {
  if (Type === 'CanonicalUser' && ID !== undefined) return userOf(ID);
  if (Type === 'Group' && URI !== undefined) return groupOf(URI);
  if (Type === 'AmazonCustomerByEmail' && EmailAddress !== undefined) return userByEmail(world, EmailAddress);
  return malformed();
}

/** Accounts outside of this world are believed: nothing is known about them. */
const userOf = (id: string): Result<AclGrantee, AwsError> =>
  /^[0-9a-f]{64}$/.test(id)
    ? ok({ kind: 'canonicalUser', canonicalUserId: id })
    : err(awsError('InvalidArgument', 'Invalid id'));

function userByEmail({ accounts }: World, email: string): Result<AclGrantee, AwsError> {
  const account = Object.values(accounts).find(
    ({ root }) => root.email.toLowerCase() === email.toLowerCase(),
  );
  return account
    ? ok({ kind: 'canonicalUser', canonicalUserId: canonicalUserId(account.id) })
    : err(
        awsError(
          'UnresolvableGrantByEmailAddress',
          'The e-mail address you provided does not match any account on record.',
        ),
      );
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups */
const GROUPS: Readonly<Record<AclGroup, string>> = {
  AllUsers: 'http://acs.amazonaws.com/groups/global/AllUsers',
  AuthenticatedUsers: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  LogDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
};

function groupOf(uri: string): Result<AclGrantee, AwsError> {
  for (const group of ['AllUsers', 'AuthenticatedUsers', 'LogDelivery'] as const)
    if (GROUPS[group] === uri) return ok({ kind: 'group', group });
  return err(awsError('InvalidArgument', 'Invalid group uri'));
}

/**
 * As GetBucketAcl and GetObjectAcl show a list. Names to show for accounts are gone from S3.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html
 */
export const aclOutput = ({ owner, grants }: Acl) => ({
  Owner: { ID: owner.canonicalUserId },
  Grants: grants.map(({ grantee, permission }) => ({
    Grantee:
      grantee.kind === 'group'
        ? { Type: 'Group', URI: GROUPS[grantee.group] }
        : { Type: 'CanonicalUser', ID: grantee.canonicalUserId },
    Permission: permission,
  })),
});

/** What is granted beyond the owner: what is kept of a list. */
export const beyondOwner = ({ owner, grants }: Acl): readonly AclGrant[] =>
  grants.filter(
    ({ grantee }) => grantee.kind === 'group' || grantee.canonicalUserId !== owner.canonicalUserId,
  );

export const NO_ACLS = awsError('AccessControlListNotSupported', 'The bucket does not allow ACLs');

/** A list has to be given, one way or another. */
export const missingAclError = (input: AclInput): AwsError | null =>
  givesAcl(input) || input.AccessControlPolicy
    ? null
    : awsError('MissingSecurityHeader', 'Your request was missing a required header');
