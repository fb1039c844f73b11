// grant policy: a grant of KMS read as the policy that it amounts to.
import { parsePolicy } from '../../policy/parse.ts';
import type { AppliedPolicy } from '../applicable.ts';
import type { KmsGrant } from './grant.ts';

/** Operations with an encryption context, the only ones that a constraint is about. */
const CONSTRAINED_OPERATIONS: readonly string[] = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
];

/**
 * All that a grant can allow; each is also the name of an action.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations
 */
export const GRANT_OPERATIONS: readonly string[] = [
  ...CONSTRAINED_OPERATIONS,
  'CreateGrant',
  'DeriveSharedSecret',
  'DescribeKey',
  'GenerateMac',
  'GetPublicKey',
  'RetireGrant',
  'Sign',
  'Verify',
  'VerifyMac',
];

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A memo: grants never change, so neither does what is made of them. */
const read = new WeakMap<KmsGrant, AppliedPolicy | null>();

/**
 * The policy: what it allows to the grantee, with the conditions that each operation is under, and the right of the
 * retiring principal to retire the grant. Operations that do not exist are left out; null when nothing is left.
 */
export function grantPolicy(grant: KmsGrant): AppliedPolicy | null {
  const known = read.get(grant);
  if (known !== undefined) return known;
  const made = readGrant(grant);
  read.set(grant, made);
  return made;
}

function readGrant(grant: KmsGrant): AppliedPolicy | null {
  const operations = [...new Set(grant.operations)].filter((name) => GRANT_OPERATIONS.includes(name));
  const context = contextConditions(grant);
  const constrained = operations.filter((name) => context !== null && CONSTRAINED_OPERATIONS.includes(name));
  const creating: readonly string[] = operations.includes('CreateGrant') ? ['CreateGrant'] : [];
  const plain = operations.filter((name) => !constrained.includes(name) && !creating.includes(name));
  const { granteePrincipal, retiringPrincipal } = grant;
  const statements = [
    ...allow(granteePrincipal, plain, null),
    ...allow(granteePrincipal, constrained, context),
    ...allow(granteePrincipal, creating, childConditions(grant, operations, context)),
    ...(retiringPrincipal === undefined ? [] : allow(retiringPrincipal, ['RetireGrant'], null)),
  ];
  if (statements.length === 0) return null;
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  const { document } = parsePolicy(text);
  const source = { id: `grant:${grant.id}`, name: `Grant ${grant.id}`, kind: 'grant' } as const;
  return document && { source, document };
}

/** The statement that allows these operations; none where there are no operations. */
function allow(principal: string, operations: readonly string[], conditions: Conditions | null): object[] {
  if (operations.length === 0) return [];
  const actions = operations.map((name) => `kms:${name}`);
  return [
    {
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: actions.length === 1 ? actions.join() : actions,
      Resource: '*',
      ...(conditions && { Condition: conditions }),
    },
  ];
}

/**
 * The constraint. The names in it are compared without regard to letter case, the values with regard to it; a
 * constraint without pairs is none.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
 */
function contextConditions({ constraint }: KmsGrant): Conditions | null {
  const pairs = Object.entries(constraint?.encryptionContext ?? {});
  if (constraint === undefined || pairs.length === 0) return null;
  const StringEquals = Object.fromEntries(
    pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, literalValue(value)]),
  );
  if (constraint.kind === 'subset') return { StringEquals };
  const names = pairs.map(([name]) => literalValue(name));
  return { StringEquals, 'ForAllValues:StringEqualsIgnoreCase': { 'kms:EncryptionContextKeys': names } };
}

/**
 * A grant made by leave of this one may allow no more operations, under a constraint no weaker: with more pairs, or with
 * `equals` in place of `subset`.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html#grant-creategrant
 */
function childConditions(
  grant: KmsGrant,
  operations: readonly string[],
  context: Conditions | null,
): Conditions {
  const equals = {
    ...context?.StringEquals,
    ...(grant.constraint?.kind === 'equals' && context && { [CONSTRAINT_TYPE]: 'EncryptionContextEquals' }),
  };
  return {
    ...context,
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    'ForAllValues:StringEquals': { 'kms:GrantOperations': operations },
  };
}

const CONSTRAINT_TYPE = 'kms:GrantConstraintType';

/** What looks like a policy variable is not one here. */
const literalValue = (text: string): string => text.replaceAll('${', '${$}{');
