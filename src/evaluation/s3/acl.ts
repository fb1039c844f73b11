// acl: an access control list read as the resource-based policy that it amounts to.
import { parseArn, type ActionName, type Arn } from '../../aws/arn.ts';
import { parsePolicy } from '../../policy/parse.ts';
import type { AppliedPolicy } from '../applicable.ts';
import type { Acl, AclGrant, AclGrantee, AclPermission } from './access.ts';

export type AclTarget = 'bucket' | 'object';

/**
 * As the owner of an object in an ACL: whoever uploaded it without signing the request.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#finding-canonical-id
 */
export const ANONYMOUS_CANONICAL_USER_ID = '65a011a29cdf8ec533ec3d1ccaae921c';

type SinglePermission = Exclude<AclPermission, 'FULL_CONTROL'>;
type Actions = Readonly<Record<SinglePermission, readonly ActionName[]>>;

const SINGLE_PERMISSIONS: readonly SinglePermission[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP'];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping */
const ACTIONS: Readonly<Record<AclTarget, Actions>> = {
  bucket: {
    READ: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
    WRITE: ['s3:PutObject'],
    READ_ACP: ['s3:GetBucketAcl'],
    WRITE_ACP: ['s3:PutBucketAcl'],
  },
  object: {
    READ: ['s3:GetObject', 's3:GetObjectVersion'],
    WRITE: [],
    READ_ACP: ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'],
    WRITE_ACP: ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'],
  },
};

/** What WRITE on a bucket adds where the grantee is the owner of the bucket. */
const OWNER_WRITE_ACTIONS: readonly ActionName[] = ['s3:DeleteObject', 's3:DeleteObjectVersion'];

/** A memo: ACLs never change, so neither does what is made of them. */
const read = new WeakMap<Acl, Map<string, AppliedPolicy | null>>();

/**
 * The policy, with one Allow statement for each grant that gives something; null when none does. The same ACL of the
 * same resource is the same policy object each time.
 */
export function aclPolicy(acl: Acl, on: AclTarget, resource: Arn): AppliedPolicy | null {
  const known = read.get(acl) ?? new Map<string, AppliedPolicy | null>();
  read.set(acl, known);
  const key = `${on} ${resource}`;
  const policy = known.get(key);
  if (policy !== undefined) return policy;
  const made = readAcl(acl, on, resource);
  known.set(key, made);
  return made;
}

function readAcl(acl: Acl, on: AclTarget, resource: Arn): AppliedPolicy | null {
  const statements = acl.grants.flatMap((grant) => statementOf(grant, acl, on, resource) ?? []);
  if (statements.length === 0) return null;
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  const { document } = parsePolicy(text);
  if (document === null) return null;
  const name = parseArn(resource)?.resource ?? resource;
  const source = { id: `acl:${resource}`, name: `ACL of ${name}`, kind: 'acl' } as const;
  return { source: { ...source, via: { kind: 'resource', name } }, document };
}

function statementOf(grant: AclGrant, acl: Acl, on: AclTarget, resource: Arn): object | null {
  const permissions = grant.permission === 'FULL_CONTROL' ? SINGLE_PERMISSIONS : [grant.permission];
  const writes = on === 'bucket' && permissions.includes('WRITE');
  const actions = permissions.flatMap((permission) => ACTIONS[on][permission]);
  if (writes && isOwner(grant.grantee, acl)) actions.push(...OWNER_WRITE_ACTIONS);
  if (actions.length === 0) return null;
  const target = literalPattern(resource);
  const onTarget = !writes || permissions.length > 1;
  const { principal, condition } = whoIs(grant.grantee);
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: oneOrList(actions),
    Resource: oneOrList([...(onTarget ? [target] : []), ...(writes ? [`${target}/*`] : [])]),
    ...(condition && { Condition: condition }),
  };
}

const isOwner = (grantee: AclGrantee, acl: Acl): boolean =>
  grantee.kind === 'canonicalUser' && grantee.canonicalUserId === acl.owner.canonicalUserId;

const oneOrList = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? values.join() : values;

/** Keys of objects may hold characters that mean something in a pattern. */
const literalPattern = (text: string): string => text.replace(/[*?]|\$(?=\{)/g, (char) => `\${${char}}`);

/** The grantee as a policy names it. */
function whoIs(grantee: AclGrantee): { readonly principal: string | object; readonly condition?: object } {
  if (grantee.kind === 'canonicalUser') {
    const id = grantee.canonicalUserId;
    return id === ANONYMOUS_CANONICAL_USER_ID
      ? { principal: '*', condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } } }
      : { principal: { CanonicalUser: id } };
  }
  switch (grantee.group) {
    case 'AllUsers':
      return { principal: '*' };
    case 'AuthenticatedUsers':
      // Only callers that belong to an account have an ARN: neither anonymous ones nor services do.
      return { principal: '*', condition: { StringLike: { 'aws:PrincipalArn': 'arn:*' } } };
    case 'LogDelivery':
      return { principal: { Service: 'logging.s3.amazonaws.com' } };
  }
}
