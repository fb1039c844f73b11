// The operations of EC2: instances and their roles, tags, VPC endpoints.
import { AssociateIamInstanceProfile } from './AssociateIamInstanceProfile.ts';
import { CreateTags } from './CreateTags.ts';
import { CreateVpcEndpoint } from './CreateVpcEndpoint.ts';
import { DeleteTags } from './DeleteTags.ts';
import { DeleteVpcEndpoints } from './DeleteVpcEndpoints.ts';
import { DescribeIamInstanceProfileAssociations } from './DescribeIamInstanceProfileAssociations.ts';
import { DescribeInstances } from './DescribeInstances.ts';
import { DescribeTags } from './DescribeTags.ts';
import { DescribeVpcEndpoints } from './DescribeVpcEndpoints.ts';
import { DisassociateIamInstanceProfile } from './DisassociateIamInstanceProfile.ts';
import { ModifyInstanceAttribute } from './ModifyInstanceAttribute.ts';
import { ModifyInstanceMetadataOptions } from './ModifyInstanceMetadataOptions.ts';
import { ModifyVpcEndpoint } from './ModifyVpcEndpoint.ts';
import { ReplaceIamInstanceProfileAssociation } from './ReplaceIamInstanceProfileAssociation.ts';
import { RunInstances } from './RunInstances.ts';
import { StartInstances } from './StartInstances.ts';
import { StopInstances } from './StopInstances.ts';
import { TerminateInstances } from './TerminateInstances.ts';

export const EC2_OPERATIONS = {
  'ec2:RunInstances': RunInstances,
  'ec2:DescribeInstances': DescribeInstances,
  'ec2:StartInstances': StartInstances,
  'ec2:StopInstances': StopInstances,
  'ec2:TerminateInstances': TerminateInstances,
  'ec2:AssociateIamInstanceProfile': AssociateIamInstanceProfile,
  'ec2:ReplaceIamInstanceProfileAssociation': ReplaceIamInstanceProfileAssociation,
  'ec2:DisassociateIamInstanceProfile': DisassociateIamInstanceProfile,
  'ec2:DescribeIamInstanceProfileAssociations': DescribeIamInstanceProfileAssociations,
  'ec2:ModifyInstanceMetadataOptions': ModifyInstanceMetadataOptions,
  'ec2:ModifyInstanceAttribute': ModifyInstanceAttribute,
  'ec2:CreateTags': CreateTags,
  'ec2:DeleteTags': DeleteTags,
  'ec2:DescribeTags': DescribeTags,
  'ec2:CreateVpcEndpoint': CreateVpcEndpoint,
  'ec2:ModifyVpcEndpoint': ModifyVpcEndpoint,
  'ec2:DeleteVpcEndpoints': DeleteVpcEndpoints,
  'ec2:DescribeVpcEndpoints': DescribeVpcEndpoints,
} as const;
