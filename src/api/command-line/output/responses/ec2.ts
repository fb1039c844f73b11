// What the operations of EC2 answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const EC2_RESPONSES: ResponseTable = {
  structures: {
    GroupIdentifier: 'GroupId GroupName',
    IamInstanceProfile: 'Arn Id',
    IamInstanceProfileAssociation: 'AssociationId InstanceId IamInstanceProfile:IamInstanceProfile State',
    Instance:
      'EbsOptimized IamInstanceProfile:IamInstanceProfile RootDeviceType SecurityGroups:GroupIdentifier Tags:Tag MetadataOptions:InstanceMetadataOptionsResponse InstanceId ImageId State:InstanceState PrivateDnsName StateTransitionReason InstanceType LaunchTime:date Placement:Placement SubnetId VpcId PrivateIpAddress',
    InstanceMetadataOptionsResponse: 'State HttpTokens HttpPutResponseHopLimit HttpEndpoint',
    InstanceState: 'Code Name',
    InstanceStateChange: 'InstanceId CurrentState:InstanceState PreviousState:InstanceState',
    Placement: 'GroupName Tenancy GroupId AvailabilityZone',
    Reservation: 'ReservationId OwnerId Groups:GroupIdentifier Instances:Instance',
    SecurityGroupIdentifier: 'GroupId GroupName',
    Tag: 'Key Value',
    TagDescription: 'Key ResourceId ResourceType Value',
    UnsuccessfulItem: 'Error:UnsuccessfulItemError ResourceId',
    UnsuccessfulItemError: 'Code Message',
    VpcEndpoint:
      'VpcEndpointId VpcEndpointType VpcId ServiceName State PolicyDocument SubnetIds Groups:SecurityGroupIdentifier PrivateDnsEnabled CreationTimestamp:date Tags:Tag OwnerId',
  },
  operations: {
    'ec2:AssociateIamInstanceProfile': 'IamInstanceProfileAssociation:IamInstanceProfileAssociation',
    'ec2:CreateVpcEndpoint': 'VpcEndpoint:VpcEndpoint',
    'ec2:DeleteVpcEndpoints': 'Unsuccessful:UnsuccessfulItem',
    'ec2:DescribeIamInstanceProfileAssociations':
      'IamInstanceProfileAssociations:IamInstanceProfileAssociation NextToken',
    'ec2:DescribeInstances': 'NextToken Reservations:Reservation',
    'ec2:DescribeTags': 'NextToken Tags:TagDescription',
    'ec2:DescribeVpcEndpoints': 'VpcEndpoints:VpcEndpoint NextToken',
    'ec2:DisassociateIamInstanceProfile': 'IamInstanceProfileAssociation:IamInstanceProfileAssociation',
    'ec2:ModifyInstanceMetadataOptions': 'InstanceId InstanceMetadataOptions:InstanceMetadataOptionsResponse',
    'ec2:ModifyVpcEndpoint': 'Return',
    'ec2:ReplaceIamInstanceProfileAssociation': 'IamInstanceProfileAssociation:IamInstanceProfileAssociation',
    'ec2:RunInstances': 'ReservationId OwnerId Groups:GroupIdentifier Instances:Instance',
    'ec2:StartInstances': 'StartingInstances:InstanceStateChange',
    'ec2:StopInstances': 'StoppingInstances:InstanceStateChange',
    'ec2:TerminateInstances': 'TerminatingInstances:InstanceStateChange',
  },
};
