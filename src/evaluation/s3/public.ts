// public: what S3 counts as public, in access control lists and in bucket policies.
import type { PolicyDocument, PolicyVersion, PrincipalElement, Statement } from '../../policy/document.ts';
import type { Acl, AclGrantee } from './access.ts';
import { isFixed, isLimiting } from '../../policy/fixed-value.ts';

/** Everyone, or everyone with an account of AWS. */
export const isPublicGrantee = (grantee: AclGrantee): boolean =>
  grantee.kind === 'group' && grantee.group !== 'LogDelivery';

/**
 * An ACL is public as soon as it grants anything to a public group.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export const isPublicAcl = (acl: Acl): boolean => acl.grants.some(({ grantee }) => isPublicGrantee(grantee));

/** A bucket policy is public as soon as one of its statements is: what other statements deny does not count. */
export const isPublicPolicy = (document: PolicyDocument): boolean => publicStatements(document).length > 0;

/** A memo: documents never change, so neither does what is made of them. */
const found = new WeakMap<PolicyDocument, readonly Statement[]>();

/**
 * The statements that make a bucket policy public. S3 takes every Allow to be public unless its principals are fixed, or
 * a condition limits it to fixed values.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function publicStatements(document: PolicyDocument): readonly Statement[] {
  const known = found.get(document);
  if (known !== undefined) return known;
  const statements = document.statements.filter((statement) => isPublic(statement, document.version));
  found.set(document, statements);
  return statements;
}

const isPublic = ({ effect, principal, conditions }: Statement, version: PolicyVersion): boolean =>
  effect === 'Allow' &&
  !(principal !== undefined && namesFixedPrincipals(principal, version)) &&
  !conditions.some((condition) => isLimiting(condition, version));

/**
 * Accounts, users, roles, sessions and services by name. The users of an identity provider are not among them: AWS's own
 * example of a public policy names `graph.facebook.com`.
 */
const namesFixedPrincipals = ({ negated, entries }: PrincipalElement, version: PolicyVersion): boolean =>
  !negated &&
  entries.every(({ kind, value }) => kind !== 'Everyone' && kind !== 'Federated' && isFixed(value, version));
