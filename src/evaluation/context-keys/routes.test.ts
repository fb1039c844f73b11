// How a request travels, and the keys that come with it: services, MCP servers, endpoints, browsers.
import { describe, expect, test } from 'vitest';
import {
  MFA,
  SHOP,
  ANONYMOUS,
  CALL,
  DIRECT,
  user,
  USER,
  role,
  ROLE,
  WITH_MFA,
  UNDOCUMENTED,
  ASSERTION,
  ENDPOINT,
} from '../../../tests/evaluation/context-facts.ts';
import type { CallerFacts } from './caller-facts.ts';
import { requestContext, type ContextFacts } from './request-context.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';

describe('services', () => {
  const service = (source: Extract<CallerFacts, { kind: 'service' }>['source']): ContextFacts => ({
    ...ANONYMOUS,
    caller: {
      kind: 'service',
      name: 's3.amazonaws.com',
      names: ['s3.amazonaws.com', 's3.eu-central-1.amazonaws.com'],
      source,
    },
    network: { kind: 'aws' },
  });
  const BY_SERVICE: RequestContext = {
    ...CALL,
    ...UNDOCUMENTED,
    'aws:ViaAWSService': 'false',
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': 's3.amazonaws.com',
    'aws:PrincipalServiceNamesList': ['s3.amazonaws.com', 's3.eu-central-1.amazonaws.com'],
  };

  test('a service in its own name', () => {
    expect(requestContext(service(null))).toEqual(BY_SERVICE);
  });

  test('a service in its own name, for a resource in an organization', () => {
    expect(requestContext(service({ arn: 'arn:aws:s3:::maple-drafts', account: SHOP }))).toEqual({
      ...BY_SERVICE,
      'aws:SourceArn': 'arn:aws:s3:::maple-drafts',
      'aws:SourceAccount': '111122223333',
      'aws:SourceOrgID': 'o-maple12345',
      'aws:SourceOrgPaths': ['o-maple12345/r-ab12/ou-ab12-11111111/'],
    });
  });

  const forwarded: ContextFacts = {
    ...ANONYMOUS,
    caller: role({ kind: 'assumeRole', mfa: MFA }),
    route: { kind: 'forwarded', by: ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
  };
  const FORWARDED: RequestContext = {
    ...CALL,
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'],
    'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
    'aws:CalledViaLast': 'dynamodb.amazonaws.com',
  };

  test('a request passed on keeps the caller, the session and the public address', () => {
    expect(requestContext(forwarded)).toEqual({
      ...FORWARDED,
      ...ROLE,
      ...WITH_MFA,
      'aws:SourceIp': '203.0.113.10',
    });
  });

  test('a request passed on keeps nothing of a VPC endpoint', () => {
    expect(requestContext({ ...forwarded, network: ENDPOINT })).toEqual({
      ...FORWARDED,
      ...ROLE,
      ...WITH_MFA,
    });
  });

  test('a request signed with an access key is passed on with temporary credentials', () => {
    expect(requestContext({ ...forwarded, caller: user({ kind: 'accessKey' }) })).toEqual({
      ...FORWARDED,
      ...USER,
      'aws:SourceIp': '203.0.113.10',
      'aws:TokenIssueTime': UNKNOWN,
      'aws:MultiFactorAuthPresent': 'false',
    });
  });

  test('a federated person stays without MFA when the request is passed on', () => {
    const caller = role({ kind: 'assumeRoleWithSaml', assertion: ASSERTION });
    expect(requestContext({ ...forwarded, caller })).not.toHaveProperty(['aws:MultiFactorAuthPresent']);
  });

  test('an MCP server passes a request on', () => {
    expect(
      requestContext({
        ...forwarded,
        route: { kind: 'forwardedByMcp', mcp: 'aws-mcp.amazonaws.com', by: ['athena.amazonaws.com'] },
      }),
    ).toEqual({
      ...CALL,
      ...ROLE,
      ...WITH_MFA,
      'aws:SourceIp': '203.0.113.10',
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': ['aws-mcp.amazonaws.com', 'athena.amazonaws.com'],
      'aws:CalledViaFirst': 'aws-mcp.amazonaws.com',
      'aws:CalledViaLast': 'athena.amazonaws.com',
      'aws:ViaAWSMCPService': 'true',
      'aws:CalledViaAWSMCP': 'aws-mcp.amazonaws.com',
    });
  });

  test('an MCP server asks about an action of its own', () => {
    expect(
      requestContext({ ...ANONYMOUS, caller: user({ kind: 'accessKey' }), route: { kind: 'mcpAction' } }),
    ).toEqual({ ...DIRECT, ...USER, 'aws:IsMcpServiceAction': 'true' });
  });
});

test('the operation adds its own keys, over all others', () => {
  const call = { 'sts:ExternalId': '42', 'aws:RequestedRegion': 'us-east-1' };
  expect(requestContext({ ...ANONYMOUS, call })).toEqual({ ...requestContext(ANONYMOUS), ...call });
});

test('a browser that follows a link, without TLS', () => {
  const client = { tls: false, userAgent: 'Mozilla/5.0', referer: 'https://www.example.com/page' };
  expect(requestContext({ ...ANONYMOUS, client })).toEqual({
    ...requestContext(ANONYMOUS),
    'aws:SecureTransport': 'false',
    'aws:UserAgent': 'Mozilla/5.0',
    'aws:referer': 'https://www.example.com/page',
  });
});
