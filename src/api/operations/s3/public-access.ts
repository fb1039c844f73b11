// Block Public Access: its settings as requests and answers write them, and its refusals.
import { blockedFor } from '../../../account/s3-access.ts';
import type { Account } from '../../../account/world.ts';
import type { Bucket } from '../../../account/resources.ts';
import type { AccountId, ActionName, Arn } from '../../../aws/arn.ts';
import type { Acl, BlockPublicAccess } from '../../../evaluation/s3/access.ts';
import { isAclRefused } from '../../../evaluation/s3/block-public-access.ts';
import { accountFacts } from '../../asker.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';

const SWITCH = { type: 'boolean', required: false } as const;

export const PUBLIC_ACCESS_BLOCK = {
  type: 'structure',
  event: 'PublicAccessBlockConfiguration',
  required: true,
  members: {
    BlockPublicAcls: { ...SWITCH, event: 'BlockPublicAcls' },
    IgnorePublicAcls: { ...SWITCH, event: 'IgnorePublicAcls' },
    BlockPublicPolicy: { ...SWITCH, event: 'BlockPublicPolicy' },
    RestrictPublicBuckets: { ...SWITCH, event: 'RestrictPublicBuckets' },
  },
} as const;

interface Configuration {
  readonly BlockPublicAcls?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}

/** What is left out is off. */
export const settingsOf = (given: Configuration): BlockPublicAccess => ({
  blockPublicAcls: given.BlockPublicAcls ?? false,
  ignorePublicAcls: given.IgnorePublicAcls ?? false,
  blockPublicPolicy: given.BlockPublicPolicy ?? false,
  restrictPublicBuckets: given.RestrictPublicBuckets ?? false,
});

export const configurationOf = (settings: BlockPublicAccess): Required<Configuration> => ({
  BlockPublicAcls: settings.blockPublicAcls,
  IgnorePublicAcls: settings.ignorePublicAcls,
  BlockPublicPolicy: settings.blockPublicPolicy,
  RestrictPublicBuckets: settings.restrictPublicBuckets,
});

export const NO_CONFIGURATION = awsError(
  'NoSuchPublicAccessBlockConfiguration',
  'The public access block configuration was not found',
);

/**
 * What S3 answers to a call that one of the switches stops: to strangers no more than that they are refused.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicRefusal(
  { world, caller }: Scene,
  owner: AccountId,
  action: ActionName,
  resource: Arn,
  what: 'ACLs' | 'policies',
): AwsError {
  const organization = (account: AccountId) => accountFacts(world, account).organization?.id;
  const known =
    caller.account === owner ||
    (caller.kind !== 'anonymous' &&
      organization(owner) !== undefined &&
      organization(owner) === organization(caller.account));
  if (caller.kind === 'anonymous' || !known) return awsError('AccessDenied', 'Access Denied');
  const setting = what === 'ACLs' ? 'BlockPublicAcls' : 'BlockPublicPolicy';
  return awsError(
    'AccessDenied',
    `User: ${callerArn(world, caller)} is not authorized to perform: ${action} on resource: "${resource}" because public ${what} are prevented by the ${setting} setting in S3 Block Public Access.`,
  );
}

/** Null: the list may be written. */
export const publicAclError = (
  scene: Scene,
  { account, bucket }: { readonly account: Account; readonly bucket: Bucket },
  acl: Acl,
  action: ActionName,
  resource: Arn,
): AwsError | null =>
  isAclRefused(acl, blockedFor(account, bucket))
    ? publicRefusal(scene, account.id, action, resource, 'ACLs')
    : null;
