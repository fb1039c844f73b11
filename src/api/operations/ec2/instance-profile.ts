// Instance profiles as EC2 is told to use them: named by ARN or name, with a role inside that is passed on.
import type { Caller } from '../../../account/caller.ts';
import {
  findAccount,
  findInstanceProfile,
  findRole,
  instanceProfileArn,
  roleArn,
} from '../../../account/find.ts';
import type { ProfileAssociation } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, InstanceProfile, World } from '../../../account/world.ts';
import { parseArn, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { newResourceId } from './network.ts';

export const IAM_INSTANCE_PROFILE = {
  type: 'structure',
  event: 'iamInstanceProfile',
  required: true,
  members: {
    Arn: { type: 'text', event: 'arn', required: false },
    Name: { type: 'text', event: 'name', required: false },
  },
} as const;

interface ProfileName {
  readonly Arn?: string;
  readonly Name?: string;
}

export function profileNameError({ Arn, Name }: ProfileName): AwsError | null {
  if (Arn !== undefined && Name !== undefined)
    return awsError(
      'InvalidParameterCombination',
      "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'",
    );
  return Arn === undefined && Name === undefined
    ? awsError('MissingParameter', 'The request must contain the parameter iamInstanceProfile.name')
    : null;
}

/** Only profiles of the account itself. An ARN has to be exact. */
function namedProfile(account: Account, { Arn, Name }: ProfileName): InstanceProfile | null {
  if (Name !== undefined) return findInstanceProfile(account, Name);
  const { resource = '' } = parseArn(Arn ?? '') ?? {};
  const profile = lookup(account.instanceProfiles, resource.slice(resource.lastIndexOf('/') + 1));
  return profile && instanceProfileArn(account, profile) === Arn ? profile : null;
}

/**
 * That the role inside may be passed to EC2. A profile that is not there, or is empty, has no role to ask about: that is
 * told to whoever may make the call.
 * @param instance What it is passed to: an instance, or any.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passing(
  world: World,
  caller: Caller,
  named: ProfileName,
  instance: Arn,
): readonly AuthorizationRequest[] {
  const account = findAccount(world, caller.account);
  const profile = account && namedProfile(account, named);
  const role = account && profile && profile.role !== null ? findRole(account, profile.role) : null;
  if (!account || !role) return [];
  return [
    {
      action: 'iam:PassRole',
      resource: roleArn(account, role),
      context: {
        'iam:PassedToService': 'ec2.amazonaws.com',
        'iam:AssociatedResourceArn': instance,
      },
    },
  ];
}

/** The profile that an instance is to have, as its policies see it: the ARN, whether there is such a profile or not. */
export function profileKey(
  world: World,
  caller: Caller,
  key: 'ec2:InstanceProfile' | 'ec2:NewInstanceProfile',
  { Arn, Name }: ProfileName,
): RequestContext {
  const account = findAccount(world, caller.account);
  const profile = account && namedProfile(account, { Arn, Name });
  return {
    [key]:
      account && profile
        ? instanceProfileArn(account, profile)
        : (Arn ?? `arn:aws:iam::${caller.account}:instance-profile/${Name ?? ''}`),
  };
}

/**
 * The association that is to be made. Whether the role trusts EC2 is not looked at: an instance with a role that does not
 * gets no credentials.
 */
export function associationOf(
  account: Account,
  named: ProfileName,
  env: Env,
): Result<ProfileAssociation, AwsError> {
  const profile = namedProfile(account, named);
  if (!profile) return err(invalidProfile(named));
  const arn = instanceProfileArn(account, profile);
  if (profile.role === null)
    return err(
      awsError('InvalidParameterValue', `IAM Instance Profile "${arn}" has no associated IAM Roles`),
    );
  return ok({ id: newResourceId('iip-assoc', env), profile: arn, profileId: profile.id });
}

const invalidProfile = ({ Arn, Name }: ProfileName): AwsError =>
  awsError(
    'InvalidParameterValue',
    Name !== undefined
      ? `Value (${Name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`
      : `Value (${Arn ?? ''}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
  );
