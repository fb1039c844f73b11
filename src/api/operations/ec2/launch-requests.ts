// The permissions that a launch needs: one for each resource that comes together in an instance, and those to tag.
import type { Caller } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import type { World } from '../../../account/world.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { Env } from '../../env.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { settingTags } from '../iam/tags.ts';
import { instanceKeys } from './instance.ts';
import { profileKey } from './instance-profile.ts';
import { defaultNetwork, ec2Arn, vpcOfSubnet, zoneOf } from './network.ts';
import { DEFAULT_TYPE, metadataOf, TAGGED, type RunInstancesInput } from './launch-parameters.ts';
import { tagOnCreate, tagsFor } from './tags.ts';

type TaggedKind = (typeof TAGGED)[number];

interface LaunchRequests {
  readonly launch: readonly AuthorizationRequest[];
  readonly tagging: readonly AuthorizationRequest[];
}

/**
 * Resources that the launch makes have no ids yet and are asked for as `*`. AWS does not say in which order it asks.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-ec2-console.html
 */
export function launchRequests(
  world: World,
  caller: Caller,
  input: RunInstancesInput,
  { region }: Env,
): LaunchRequests {
  const { account: id } = caller;
  const account = findAccount(world, id);
  const own = defaultNetwork(id, region);
  const { SubnetId: subnet = own.subnet, SecurityGroupIds = [own.securityGroup], TagSpecifications } = input;
  const vpc = (account && vpcOfSubnet(account, region, subnet)) ?? own.vpc;
  const inVpc = { 'ec2:Vpc': ec2Arn(region, id, 'vpc', vpc) };
  const zone = { 'ec2:AvailabilityZone': zoneOf(region) };
  const launch = (
    kind: string,
    name: string,
    context: RequestContext,
    owner: string = id,
  ): AuthorizationRequest => ({
    action: 'ec2:RunInstances',
    resource: ec2Arn(region, owner, kind, name),
    context: { ...context, 'ec2:IsLaunchTemplateResource': 'false' },
  });
  const making = (kind: TaggedKind, context: RequestContext): AuthorizationRequest => ({
    ...launch(kind, '*', context),
    ...settingTags(tagsFor(kind, TagSpecifications)),
  });
  return {
    launch: [
      making('instance', {
        ...instanceKeys(region, {
          type: input.InstanceType ?? DEFAULT_TYPE,
          profile: null,
          metadata: metadataOf(input),
        }),
        ...(input.IamInstanceProfile &&
          profileKey(world, caller, 'ec2:InstanceProfile', input.IamInstanceProfile)),
      }),
      launch(
        'image',
        input.ImageId,
        {
          'ec2:ImageID': input.ImageId,
          'ec2:ImageType': 'machine',
          'ec2:Owner': 'amazon',
          'ec2:Public': 'true',
          'ec2:RootDeviceType': 'ebs',
        },
        '',
      ),
      launch('subnet', subnet, { ...inVpc, ...zone, 'ec2:SubnetID': subnet }),
      making('network-interface', {
        ...inVpc,
        ...zone,
        'ec2:Subnet': ec2Arn(region, id, 'subnet', subnet),
      }),
      ...SecurityGroupIds.map((group) =>
        launch('security-group', group, { ...inVpc, 'ec2:SecurityGroupID': group }),
      ),
      making('volume', {
        ...zone,
        'ec2:Encrypted': 'false',
        'ec2:VolumeSize': '8',
        'ec2:VolumeType': 'gp3',
      }),
    ],
    tagging: TAGGED.flatMap((kind): AuthorizationRequest[] => {
      const tags = tagsFor(kind, TagSpecifications);
      return tags.length === 0 ? [] : [tagOnCreate(region, id, kind, 'RunInstances', tags)];
    }),
  };
}
