// Tests for the keys of VPC endpoints, service by service.
import { expect, test } from 'vitest';
import type { ActionName } from '../../aws/arn.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';
import type { OrganizationFacts } from './account-facts.ts';
import { networkKeys, type Network } from './network-keys.ts';

const endpoint = (organization: OrganizationFacts | null): Network => ({
  kind: 'vpcEndpoint',
  endpoint: 'vpce-1a2b3c4d',
  vpc: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1a2b3c4d',
  privateIp: '10.0.0.7',
  owner: { id: '111122223333', organization },
});
const keysOf = (organization: OrganizationFacts | null, action: ActionName): RequestContext =>
  networkKeys(endpoint(organization), { kind: 'direct' }, action);

const ORGANIZATION: OrganizationFacts = { id: 'o-maple12345', path: 'o-maple12345/r-ab12/' };

const EVERY_SERVICE: RequestContext = {
  'aws:SourceVpce': 'vpce-1a2b3c4d',
  'aws:SourceVpc': 'vpc-1a2b3c4d',
  'aws:VpcSourceIp': '10.0.0.7',
};
const ARN = { 'aws:SourceVpcArn': 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1a2b3c4d' };
const ACCOUNT = { 'aws:VpceAccount': '111122223333' };
const ORG_ID = { 'aws:VpceOrgID': 'o-maple12345' };
const ORG_PATHS = { 'aws:VpceOrgPaths': ['o-maple12345/r-ab12/'] };

test.each<[ActionName, RequestContext]>([
  ['s3:GetObject', { ...ARN, ...ACCOUNT, ...ORG_ID, ...ORG_PATHS }],
  ['KMS:Decrypt', { ...ARN, ...ACCOUNT, ...ORG_ID, ...ORG_PATHS }],
  ['dynamodb:GetItem', { ...ACCOUNT, ...ORG_ID, ...ORG_PATHS }],
  ['gamelift:ListFleets', { ...ACCOUNT, ...ORG_ID }],
  ['sqs:SendMessage', ORG_ID],
  ['sts:AssumeRole', {}],
  ['iam:ListUsers', { ...ARN, ...ACCOUNT, ...ORG_ID, ...ORG_PATHS }],
  ['iam:PassRole', {}],
])('%s', (action, expected) => {
  expect(keysOf(ORGANIZATION, action)).toEqual({ ...EVERY_SERVICE, ...expected });
});

test('an endpoint of an account outside of organizations', () => {
  expect(keysOf(null, 's3:GetObject')).toEqual({ ...EVERY_SERVICE, ...ARN, ...ACCOUNT });
});

test('an endpoint in an organization of which nobody has stated the units', () => {
  expect(keysOf({ id: 'o-maple12345', path: null }, 's3:GetObject')).toMatchObject({
    'aws:VpceOrgPaths': UNKNOWN,
  });
});
