// Tests for what AWS knows and Rolecall does not simulate, against all actions that AWS publishes.
import { describe, expect, test } from 'vitest';
import { loadActions } from '../aws/catalogue.ts';
import { DIFFERENCES } from './aws-operations.ts';
import { OPERATIONS } from './operations.ts';
import { commandNotSimulated, notSimulated } from './recognised.ts';

const actions = await loadActions();
const said = (operation: string): string =>
  `${operation} is an operation of AWS that Rolecall does not simulate.`;

test.each(Object.values(OPERATIONS).map(({ name, cli }) => [name, cli]))(
  '%s is simulated, and not said to be otherwise',
  (name, cli) => {
    const [service = '', command = ''] = cli.split(' ');
    expect(notSimulated(name, actions)).toBeNull();
    expect(notSimulated(name.toLowerCase(), actions)).toBeNull();
    expect(commandNotSimulated(service, command, actions)).toBeNull();
  },
);

describe('is recognised', () => {
  test.each([
    ['iam:UploadSSHPublicKey', 'iam', 'upload-ssh-public-key'],
    ['iam:ListServerCertificates', 'iam', 'list-server-certificates'],
    ['iam:UploadSigningCertificate', 'iam', 'upload-signing-certificate'],
    ['iam:CreateServiceSpecificCredential', 'iam', 'create-service-specific-credential'],
    ['iam:EnableOutboundWebIdentityFederation', 'iam', 'enable-outbound-web-identity-federation'],
    ['iam:CreateDelegationRequest', 'iam', 'create-delegation-request'],
    ['s3:SelectObjectContent', 's3api', 'select-object-content'],
    ['s3:GetBucketReplication', 's3api', 'get-bucket-replication'],
    ['ec2:CreateVpc', 'ec2', 'create-vpc'],
    ['rds:CreateDBInstance', 'rds', 'create-db-instance'],
    ['states:StartExecution', 'stepfunctions', 'start-execution'],
    ['elasticloadbalancing:CreateLoadBalancer', 'elbv2', 'create-load-balancer'],
    ['cloudformation:CreateStack', 'cloudformation', 'create-stack'],
  ])('%s, as aws %s %s', (operation, service, command) => {
    expect(notSimulated(operation, actions)).toBe(said(operation));
    expect(notSimulated(operation.toUpperCase(), actions)).toBe(said(operation));
    expect(commandNotSimulated(service, command, actions)).toBe(said(operation));
  });
});

test('every operation of IAM that is left out is recognised', () => {
  const left = `UploadSSHPublicKey GetSSHPublicKey ListSSHPublicKeys UpdateSSHPublicKey DeleteSSHPublicKey
    UploadServerCertificate GetServerCertificate ListServerCertificates UpdateServerCertificate
    DeleteServerCertificate TagServerCertificate UntagServerCertificate ListServerCertificateTags
    UploadSigningCertificate ListSigningCertificates UpdateSigningCertificate DeleteSigningCertificate
    CreateServiceSpecificCredential ListServiceSpecificCredentials UpdateServiceSpecificCredential
    ResetServiceSpecificCredential DeleteServiceSpecificCredential
    CreateDelegationRequest GetDelegationRequest ListDelegationRequests AssociateDelegationRequest
    AcceptDelegationRequest RejectDelegationRequest UpdateDelegationRequest SendDelegationToken
    GetHumanReadableSummary EnableOutboundWebIdentityFederation DisableOutboundWebIdentityFederation
    GetOutboundWebIdentityFederationInfo AcquireRole GetRoleTemplateVersion`.split(/\s+/);
  expect(left.filter((name) => notSimulated(`iam:${name}`, actions) === null)).toEqual([]);
});

describe('is no operation of AWS', () => {
  test.each([
    'iam:PassRole',
    'iam:GetAccountEmailAddress',
    'sts:TagSession',
    's3:ListAllMyBuckets',
    's3:GetEncryptionConfiguration',
    'lambda:InvokeFunction',
    'kms:ReEncryptTo',
    'apigateway:GET',
    'iam:UploadSshKeys',
    'bakery:BakeBread',
    'constructor',
    '',
  ])('%s', (name) => expect(notSimulated(name, actions)).toBeNull());

  test.each([
    ['iam', 'pass-role'],
    ['s3', 'cp'],
    ['bakery', 'bake-bread'],
    ['', ''],
  ])('aws %s %s', (service, command) => expect(commandNotSimulated(service, command, actions)).toBeNull());
});

describe('the tables by which operations and actions differ', () => {
  const listed = (table: Readonly<Record<string, string>>): string[] =>
    Object.entries(table).flatMap(([service, names]) =>
      names.split(/\s+/).map((name) => `${service}:${name}`.toLowerCase()),
    );

  test('hide only what is an action', () =>
    expect(listed(DIFFERENCES.onlyPermissions).filter((name) => !actions.has(name))).toEqual([]));

  test('add only what is none', () =>
    expect(listed(DIFFERENCES.otherNames).filter((name) => actions.has(name))).toEqual([]));
});
