// Tests for what AWS knows and Rolecall does not simulate, against all actions that AWS publishes.
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../aws/catalogue.ts';
import { cliName } from './cli-name.ts';
import { DIFFERENCES } from './aws-operations.ts';
import { OPERATIONS } from './operations.ts';
import { recogniseCommand } from './recognised.ts';

const actions = (await loadVocabulary()).actions;
const left = (operation: string) => ({
  kind: 'notSimulated',
  operation,
  message: `${operation} is an operation of AWS that Rolecall does not simulate.`,
});

test.each(Object.values(OPERATIONS).map(({ name, cli }) => [name, cli]))(
  '%s is simulated, and not said to be otherwise',
  (name, cli) => {
    const [service = '', command = ''] = cli.split(' ');
    const simulated = { kind: 'simulated', operation: name };
    expect(recogniseCommand(service, command, actions)).toEqual(simulated);
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
    expect(recogniseCommand(service, command, actions)).toEqual(left(operation));
  });
});

test('every operation of IAM that is left out is recognised', () => {
  const others = `UploadSSHPublicKey GetSSHPublicKey ListSSHPublicKeys UpdateSSHPublicKey DeleteSSHPublicKey
    UploadServerCertificate GetServerCertificate ListServerCertificates UpdateServerCertificate
    DeleteServerCertificate TagServerCertificate UntagServerCertificate ListServerCertificateTags
    UploadSigningCertificate ListSigningCertificates UpdateSigningCertificate DeleteSigningCertificate
    CreateServiceSpecificCredential ListServiceSpecificCredentials UpdateServiceSpecificCredential
    ResetServiceSpecificCredential DeleteServiceSpecificCredential
    CreateDelegationRequest GetDelegationRequest ListDelegationRequests AssociateDelegationRequest
    AcceptDelegationRequest RejectDelegationRequest UpdateDelegationRequest SendDelegationToken
    GetHumanReadableSummary EnableOutboundWebIdentityFederation DisableOutboundWebIdentityFederation
    GetOutboundWebIdentityFederationInfo AcquireRole GetRoleTemplateVersion`.split(/\s+/);
  expect(
    others.filter((name) => recogniseCommand('iam', cliName(name), actions).kind !== 'notSimulated'),
  ).toEqual([]);
});

describe('is no operation of AWS', () => {
  test.each([
    ['iam', 'pass-role'],
    ['iam', 'get-account-email-address'],
    ['sts', 'tag-session'],
    ['s3api', 'list-all-my-buckets'],
    ['s3api', 'get-encryption-configuration'],
    ['lambda', 'invoke-function'],
    ['kms', 're-encrypt-to'],
    ['apigateway', 'get'],
    ['iam', 'upload-ssh-keys'],
    ['s3', 'cp'],
    ['bakery', 'bake-bread'],
    ['', ''],
  ])('aws %s %s', (service, command) =>
    expect(recogniseCommand(service, command, actions).kind).toBe('unknown'),
  );

  test.each([
    ['s3', 'cp'],
    ['s3', 'ls'],
    ['configure', 'list'],
    ['configure', ''],
  ])('aws %s %s is a command of the command line itself', (service, command) =>
    expect(recogniseCommand(service, command, actions)).toMatchObject({
      kind: 'unknown',
      suggestions: [],
      message: `${`aws ${service} ${command}`.trim()} is a command that the AWS CLI builds on the API: it is no operation itself.`,
    }),
  );

  test('what may have been meant is said', () => {
    expect(recogniseCommand('iam', 'creat-user', actions)).toEqual({
      kind: 'unknown',
      suggestions: ['iam create-user', 'iam get-user', 'iam tag-user'],
      message:
        'AWS has no operation aws iam creat-user. Did you mean iam create-user or iam get-user or iam tag-user?',
    });
    expect(recogniseCommand('iam', 'upload-ssh-public-keys', actions)).toMatchObject({
      kind: 'unknown',
      suggestions: ['iam upload-ssh-public-key'],
    });
    expect(recogniseCommand('bakery', 'bake-bread', actions)).toEqual({
      kind: 'unknown',
      suggestions: [],
      message: 'AWS has no operation aws bakery bake-bread.',
    });
  });
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
