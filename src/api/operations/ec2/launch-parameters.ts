// What a launch takes, and what of it is refused before any policy is read.
import type { Instance } from '../../../account/resources.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { InputOf } from '../../parameters.ts';
import { DRY_RUN } from './dry-run.ts';
import { malformed } from './ids.ts';
import { IAM_INSTANCE_PROFILE, profileNameError } from './instance-profile.ts';
import { HTTP_ENDPOINT, HTTP_TOKENS } from './metadata-options.ts';
import { specificationError, TAG_SPECIFICATIONS } from './tags.ts';

/** What EC2 takes when nothing is said. */
export const DEFAULT_TYPE = 'm1.small';

/** The form of a type, by family and size; which there are changes too often to be kept here. */
const INSTANCE_TYPE =
  /^[a-z]+\d*[a-z]*(?:-[a-z0-9]+)?\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/;

export const LAUNCH_PARAMETERS = {
  ImageId: { type: 'text', event: 'imageId', required: true },
  InstanceType: { type: 'text', event: 'instanceType', required: false },
  MinCount: { type: 'integer', event: 'minCount', required: true },
  MaxCount: { type: 'integer', event: 'maxCount', required: true },
  SubnetId: { type: 'text', event: 'subnetId', required: false },
  SecurityGroupIds: { type: 'textList', event: 'securityGroupIds', required: false, item: {} },
  IamInstanceProfile: { ...IAM_INSTANCE_PROFILE, required: false },
  MetadataOptions: {
    type: 'structure',
    event: 'metadataOptions',
    required: false,
    members: { HttpTokens: HTTP_TOKENS, HttpEndpoint: HTTP_ENDPOINT },
  },
  DisableApiTermination: { type: 'boolean', event: 'disableApiTermination', required: false },
  TagSpecifications: TAG_SPECIFICATIONS,
  DryRun: DRY_RUN,
} as const;

export type RunInstancesInput = InputOf<typeof LAUNCH_PARAMETERS>;

/** What a launch makes and can tag. */
export const TAGGED = ['instance', 'volume', 'network-interface'] as const;

export const metadataOf = ({ MetadataOptions = {} }: RunInstancesInput): Instance['metadata'] => ({
  tokens: MetadataOptions.HttpTokens === 'required' ? 'required' : 'optional',
  endpoint: MetadataOptions.HttpEndpoint === 'disabled' ? 'disabled' : 'enabled',
});

export function launchError(input: RunInstancesInput): AwsError | null {
  const { ImageId, InstanceType = DEFAULT_TYPE, MinCount, MaxCount, IamInstanceProfile } = input;
  if (MinCount < 1 || MaxCount < 1)
    return awsError(
      'InvalidParameterValue',
      `Value (${MinCount < 1 ? MinCount : MaxCount}) for parameter ${MinCount < 1 ? 'minCount' : 'maxCount'} is invalid. Expecting a positive integer.`,
    );
  if (MinCount > MaxCount)
    return awsError(
      'InvalidParameterValue',
      `Value (${MinCount}) for parameter minCount is invalid. Should be less than or equal to maxCount (${MaxCount}).`,
    );
  if (!INSTANCE_TYPE.test(InstanceType))
    return awsError('InvalidParameterValue', `Invalid value '${InstanceType}' for InstanceType.`);
  return (
    malformed('ami', 'InvalidAMIID.Malformed', [ImageId]) ??
    malformed('subnet', 'InvalidSubnetID.Malformed', input.SubnetId === undefined ? [] : [input.SubnetId]) ??
    malformed('sg', 'InvalidGroupId.Malformed', input.SecurityGroupIds) ??
    (IamInstanceProfile ? profileNameError(IamInstanceProfile) : null) ??
    specificationError(TAGGED, input.TagSpecifications)
  );
}
