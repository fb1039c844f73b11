// Shapes: instances as the answers of EC2 show them, as far as they are simulated.
import type { Instance, ProfileAssociation } from '../../../account/resources.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Tag } from '../../parameters.ts';
import { defaultNetwork, derivedId, zoneOf } from './network.ts';
import { shownTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
const STATES = {
  pending: { Code: 0, Name: 'pending' },
  running: { Code: 16, Name: 'running' },
  'shutting-down': { Code: 32, Name: 'shutting-down' },
  terminated: { Code: 48, Name: 'terminated' },
  stopping: { Code: 64, Name: 'stopping' },
  stopped: { Code: 80, Name: 'stopped' },
} as const;

export interface ShownState {
  readonly Code: number;
  readonly Name: keyof typeof STATES;
}

export const shownState = (state: keyof typeof STATES): ShownState => STATES[state];

export interface ShownProfile {
  readonly Arn: Arn;
  readonly Id: string;
}

export const shownProfile = ({ profile, profileId }: ProfileAssociation): ShownProfile => ({
  Arn: profile,
  Id: profileId,
});

export interface ShownMetadataOptions {
  readonly State: 'applied' | 'pending';
  readonly HttpTokens: 'optional' | 'required';
  readonly HttpPutResponseHopLimit: number;
  readonly HttpEndpoint: 'enabled' | 'disabled';
}

/** How many hops the answer may take cannot be changed here. */
export const shownMetadata = (
  { tokens, endpoint }: Instance['metadata'],
  state: ShownMetadataOptions['State'] = 'applied',
): ShownMetadataOptions => ({
  State: state,
  HttpTokens: tokens,
  HttpPutResponseHopLimit: 1,
  HttpEndpoint: endpoint,
});

export interface ShownInstance {
  readonly ImageId: string;
  readonly InstanceId: string;
  readonly InstanceType: string;
  readonly LaunchTime: Instant;
  readonly Placement: { readonly AvailabilityZone: string; readonly Tenancy: 'default' };
  readonly PrivateDnsName: string;
  readonly PrivateIpAddress?: string;
  readonly State: ShownState;
  readonly StateTransitionReason: string;
  readonly SubnetId?: string;
  readonly VpcId?: string;
  readonly IamInstanceProfile?: ShownProfile;
  readonly SecurityGroups: readonly { readonly GroupId: string; readonly GroupName: string }[];
  readonly Tags?: readonly Tag[];
  readonly MetadataOptions: ShownMetadataOptions;
}

/** What has ended is in no network any more. */
export function shownInstance(
  account: AccountId,
  instance: Instance,
  state: keyof typeof STATES = instance.state,
): ShownInstance {
  const { region, privateIp, profile, metadata, vpc } = instance;
  const own = defaultNetwork(account, region);
  const inNetwork = instance.state !== 'terminated';
  return {
    ImageId: instance.image,
    InstanceId: instance.id,
    InstanceType: instance.type,
    LaunchTime: instance.launched,
    Placement: { AvailabilityZone: zoneOf(region), Tenancy: 'default' },
    PrivateDnsName: inNetwork ? dnsName(region, privateIp) : '',
    ...(inNetwork && { PrivateIpAddress: privateIp }),
    State: shownState(state),
    StateTransitionReason: reasonOf(instance),
    ...(inNetwork && { SubnetId: instance.subnet, VpcId: vpc }),
    ...(profile && { IamInstanceProfile: shownProfile(profile) }),
    SecurityGroups: inNetwork
      ? [{ GroupId: vpc === own.vpc ? own.securityGroup : derivedId('sg', vpc), GroupName: 'default' }]
      : [],
    ...shownTags(instance.tags),
    MetadataOptions: shownMetadata(metadata),
  };
}

const reasonOf = ({ state, changed }: Instance): string =>
  state === 'running' ? '' : `User initiated (${changed.slice(0, 19).replace('T', ' ')} GMT)`;

const dnsName = (region: string, address: string): string =>
  `ip-${address.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2' : `${region}.compute`}.internal`;

export interface ShownReservation {
  readonly ReservationId: string;
  readonly OwnerId: AccountId;
  readonly Groups: readonly never[];
  readonly Instances: readonly ShownInstance[];
}

export const shownReservation = (
  owner: AccountId,
  id: string,
  instances: readonly ShownInstance[],
): ShownReservation => ({ ReservationId: id, OwnerId: owner, Groups: [], Instances: instances });

export interface StateChange {
  readonly CurrentState: ShownState;
  readonly InstanceId: string;
  readonly PreviousState: ShownState;
}

/** What a call that changes states answers; the new state itself is reached at once. */
export const stateChange = ({ id, state }: Instance, next: keyof typeof STATES): StateChange => ({
  CurrentState: shownState(next),
  InstanceId: id,
  PreviousState: shownState(state),
});
