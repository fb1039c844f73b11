// Every kind of session, made as somebody would make it, and exactly the condition keys that its requests carry.
import { describe, expect, test } from 'vitest';
import { FEDERATED_WORLD } from '../../tests/fixtures/federation.ts';
import { INSTANCE } from '../../tests/fixtures/machines.ts';
import {
  by,
  CENTER_WORLD,
  chained,
  EARLIER,
  FEDERATING_WORLD,
  INSTANCE_WORLD,
  LAMBDA_WORLD,
  MFA,
  NOOR,
  ofCenter,
  ofDirectory,
  ofFunction,
  ofInstance,
  PERMISSION_SET_ROLE,
  ROOT_MFA,
  ROOT_SESSIONS_WORLD,
  switched,
  tokenCall,
  withToken,
} from '../../tests/fixtures/session-kinds.ts';
import { ask, assumed, LIST } from '../../tests/fixtures/sessions.ts';
import { noorWithKey, roleArnOf, rootWithKey, STS_WORLD } from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, environment, NEIGHBOUR, NOW } from '../../tests/fixtures/world.ts';
import { ANONYMOUS, type Caller } from '../account/caller.ts';
import { identityStoreUser } from '../account/identity-store.ts';
import type { World } from '../account/world.ts';
import { serviceAsker, type Asker } from '../api/asker.ts';
import { authorize } from '../api/authorize.ts';
import { callerContext, callerKeys } from '../api/caller-keys.ts';
import { UNKNOWN } from '../evaluation/request.ts';
import { consoleLink } from './session.ts';

type Keys = Readonly<Record<string, unknown>>;

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const ACCOUNT: Keys = { 'aws:PrincipalAccount': BOOKSHOP, 'aws:PrincipalIsAWSService': 'false' };
const ROOT: Keys = {
  ...ACCOUNT,
  'aws:PrincipalType': 'Account',
  'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:root`,
  'aws:userid': BOOKSHOP,
};
const USER: Keys = {
  ...ACCOUNT,
  'aws:PrincipalType': 'User',
  'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:user/noor`,
  'aws:userid': like(/^AIDA/),
  'aws:username': 'noor',
  'aws:PrincipalTag/team': 'editorial',
};
const ISSUED: Keys = { 'aws:TokenIssueTime': NOW };
const role = (arn: string, session: string): Keys => ({
  ...ACCOUNT,
  ...ISSUED,
  'aws:PrincipalType': 'AssumedRole',
  'aws:PrincipalArn': arn,
  'aws:userid': like(new RegExp(`^AROA[A-Z]+:${session}$`)),
});
const DESK: Keys = {
  ...role(roleArnOf('Desk'), 'noor'),
  'aws:PrincipalTag/team': 'sales',
  'aws:PrincipalTag/floor': '1',
};
const NEXT = role(roleArnOf('Next'), 'noor');
const guest = (tags: Keys): Keys => ({
  ...ACCOUNT,
  ...ISSUED,
  'aws:PrincipalType': 'FederatedUser',
  'aws:PrincipalArn': `arn:aws:sts::${BOOKSHOP}:federated-user/guest`,
  'aws:userid': `${BOOKSHOP}:guest`,
  ...tags,
});
const NO_MFA: Keys = { 'aws:MultiFactorAuthPresent': 'false' };
const withMfa = (age: string): Keys => ({
  'aws:MultiFactorAuthPresent': 'true',
  'aws:MultiFactorAuthAge': age,
});
const DIRECTORY_PERSON: Keys = {
  ...role(roleArnOf('Reader'), 'ada@maple'),
  'saml:sub': 'ada',
  'saml:sub_type': 'persistent',
  'saml:namequalifier': like(/=$/),
};
const instance = (delivery: string): Keys => ({
  ...role(roleArnOf('shop/Counter'), INSTANCE.id),
  ...NO_MFA,
  'aws:Ec2InstanceSourceVpc': INSTANCE.vpc,
  'aws:Ec2InstanceSourcePrivateIPv4': INSTANCE.privateIp,
  'ec2:RoleDelivery': delivery,
  'ec2:SourceInstanceARN': `arn:aws:ec2:us-east-1:${BOOKSHOP}:instance/${INSTANCE.id}`,
});
const ORGANIZED: Keys = {
  'aws:PrincipalOrgID': 'o-maple12345',
  'aws:PrincipalOrgPaths': ['o-maple12345/r-map1/'],
};

const inConsole = (who: typeof NOOR | { kind: 'root'; account: string }, mfa?: typeof EARLIER): Caller =>
  consoleLink(who, NOW, 'ASIACONSOLE', mfa).caller;
const THE_ROOT = { kind: 'root', account: BOOKSHOP } as const;

const federating = (who: Caller, more: object = {}): Caller =>
  by(who, { operation: 'sts:GetFederationToken', input: { Name: 'guest', ...more } }, FEDERATING_WORLD);

const rooted = (): Caller =>
  by(
    noorWithKey,
    {
      operation: 'sts:AssumeRoot',
      input: {
        TargetPrincipal: NEIGHBOUR,
        TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
      },
    },
    ROOT_SESSIONS_WORLD,
  );

const floor = [{ Key: 'floor', Value: '3' }];
const TAGGED = { Tags: floor, TransitiveTagKeys: ['floor'] };

/** A row of the table: a kind of session, how it is made, all of its keys, and where it is not `STS_WORLD` the world. */
type Row = readonly [kind: string, make: () => Caller, keys: Keys, world?: World];

const USERS: readonly Row[] = [
  ['the root user with an access key', () => rootWithKey, ROOT],
  ['the root user in the console', () => inConsole(THE_ROOT), { ...ROOT, ...NO_MFA, ...ISSUED }],
  [
    'the root user in the console, with MFA',
    () => inConsole(THE_ROOT, EARLIER),
    { ...ROOT, ...withMfa('300'), ...ISSUED },
  ],
  ['GetSessionToken of the root user', () => by(rootWithKey, tokenCall()), { ...ROOT, ...NO_MFA, ...ISSUED }],
  [
    'GetSessionToken of the root user, with MFA',
    () => by(rootWithKey, tokenCall(ROOT_MFA)),
    { ...ROOT, ...withMfa('0'), ...ISSUED },
  ],
  ['a user in the console', () => inConsole(NOOR), { ...USER, ...NO_MFA, ...ISSUED }],
  [
    'a user in the console, with MFA',
    () => inConsole(NOOR, EARLIER),
    { ...USER, ...withMfa('300'), ...ISSUED },
  ],
  ['a user with an access key', () => noorWithKey, USER],
  ['GetSessionToken', () => by(noorWithKey, tokenCall()), { ...USER, ...NO_MFA, ...ISSUED }],
  [
    'GetSessionToken, with MFA',
    () => by(noorWithKey, tokenCall(MFA)),
    { ...USER, ...withMfa('0'), ...ISSUED },
  ],
  [
    'GetFederationToken',
    () => federating(noorWithKey),
    guest({ 'aws:PrincipalTag/team': 'editorial' }),
    FEDERATING_WORLD,
  ],
  [
    'GetFederationToken with tags: those of the session win',
    () => federating(noorWithKey, { Tags: [...floor, { Key: 'team', Value: 'visitors' }] }),
    guest({ 'aws:PrincipalTag/team': 'visitors', 'aws:PrincipalTag/floor': '3' }),
    FEDERATING_WORLD,
  ],
  ['GetFederationToken of the root user', () => federating(rootWithKey), guest({}), FEDERATING_WORLD],
  [
    'AssumeRoot',
    rooted,
    {
      ...ROOT,
      ...NO_MFA,
      ...ISSUED,
      ...ORGANIZED,
      'aws:PrincipalAccount': NEIGHBOUR,
      'aws:PrincipalArn': `arn:aws:iam::${NEIGHBOUR}:root`,
      'aws:userid': NEIGHBOUR,
      'aws:AssumedRoot': 'true',
    },
    ROOT_SESSIONS_WORLD,
  ],
  [
    'nobody',
    () => ANONYMOUS,
    {
      'aws:PrincipalType': 'Anonymous',
      'aws:PrincipalAccount': 'anonymous',
      'aws:userid': 'anonymous',
    },
  ],
];

const ROLES: readonly Row[] = [
  ['AssumeRole', () => assumed(noorWithKey, 'Desk', STS_WORLD), { ...DESK, ...NO_MFA }],
  [
    'AssumeRole with a code, which does not show in the session, a session tag and a source identity',
    () => assumed(noorWithKey, 'Desk', STS_WORLD, { ...MFA, Tags: floor, SourceIdentity: 'noor.h' }),
    { ...DESK, ...NO_MFA, 'aws:PrincipalTag/floor': '3', 'aws:SourceIdentity': 'noor.h' },
  ],
  [
    'AssumeRole from GetSessionToken with MFA',
    () => assumed(by(noorWithKey, tokenCall(MFA)), 'Desk', STS_WORLD),
    { ...DESK, ...withMfa('0') },
  ],
  [
    'AssumeRole in an organization',
    () => assumed(noorWithKey, 'Desk', ROOT_SESSIONS_WORLD),
    { ...DESK, ...NO_MFA, ...ORGANIZED },
    ROOT_SESSIONS_WORLD,
  ],
  [
    'a chain of roles: the source identity stays',
    () => chained({}, { SourceIdentity: 'noor.h' }),
    { ...NEXT, ...NO_MFA, 'aws:SourceIdentity': 'noor.h' },
  ],
  [
    'a chain of roles: a transitive tag goes on, tags of the first role do not',
    () => chained(TAGGED),
    { ...NEXT, ...NO_MFA, 'aws:PrincipalTag/floor': '3' },
  ],
  ['a chain of roles: other tags do not go on', () => chained({ Tags: floor }), { ...NEXT, ...NO_MFA }],
  ['a switch of roles in the console, after MFA', switched, { ...DESK, ...withMfa('300') }],
  ['AssumeRoleWithSAML', ofDirectory, DIRECTORY_PERSON, FEDERATED_WORLD],
  [
    'AssumeRoleWithSAML with a tag and a source identity',
    () => ofDirectory({ 'PrincipalTag:team': ['sales'], SourceIdentity: ['ada@maple'] }),
    { ...DIRECTORY_PERSON, 'aws:PrincipalTag/team': 'sales', 'aws:SourceIdentity': 'ada@maple' },
    FEDERATED_WORLD,
  ],
  [
    'AssumeRoleWithWebIdentity',
    () => withToken('Deploy'),
    {
      ...role(roleArnOf('Deploy'), 'job-42'),
      'aws:FederatedProvider': `arn:aws:iam::${BOOKSHOP}:oidc-provider/idp.maple-books.example`,
      'idp.maple-books.example:aud': 'sts.amazonaws.com',
      'idp.maple-books.example:sub': 'job:42',
    },
    FEDERATED_WORLD,
  ],
  [
    'AssumeRoleWithWebIdentity of a provider that AWS knows by itself',
    () => withToken('Google', { iss: GOOGLE, aud: 'till', sub: '42' }, GOOGLE),
    {
      ...role(roleArnOf('Google'), 'job-42'),
      'aws:FederatedProvider': 'accounts.google.com',
      'accounts.google.com:aud': 'till',
      'accounts.google.com:sub': '42',
    },
    FEDERATED_WORLD,
  ],
  [
    'Identity Center',
    ofCenter,
    {
      ...role(PERMISSION_SET_ROLE, 'ada'),
      'identitystore:UserId': identityStoreUser('https://directory.maple-books.example/saml', 'ada'),
    },
    CENTER_WORLD,
  ],
  ['an EC2 instance', ofInstance, instance('2.0'), INSTANCE_WORLD],
  ['an EC2 instance, by its first metadata service', () => ofInstance(1), instance('1.0'), INSTANCE_WORLD],
  [
    'a Lambda function',
    ofFunction,
    {
      ...role(roleArnOf('Resize'), 'resize'),
      ...NO_MFA,
      'lambda:SourceFunctionArn': `arn:aws:lambda:us-east-1:${BOOKSHOP}:function:resize`,
    },
    LAMBDA_WORLD,
  ],
];

const GOOGLE = 'https://accounts.google.com';

/** Of the request itself, whoever makes it. */
const OF_THE_CALL =
  /^((s3|iam):.*|aws:(SourceIp|SecureTransport|UserAgent|CurrentTime|EpochTime|RequestedRegion|ViaAWSService|Resource.*))$/;

const ofCaller = (context: Keys): Keys =>
  Object.fromEntries(Object.entries(context).filter(([key]) => !OF_THE_CALL.test(key)));

const absentFrom = (caller: Caller, world: World = STS_WORLD): Keys =>
  Object.fromEntries(
    (callerKeys(world, caller, NOW) ?? []).flatMap((one) => ('absent' in one ? [[one.key, one.absent]] : [])),
  );

/** What a policy may look for in a request of anybody. */
const LOOKED_FOR = [
  'aws:PrincipalArn',
  'aws:username',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalIsAWSService',
  'aws:TokenIssueTime',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
  'aws:SourceIdentity',
  'aws:FederatedProvider',
  'aws:AssumedRoot',
];

describe.each<[string, readonly Row[]]>([
  ['users', USERS],
  ['roles', ROLES],
])('the keys of a session, of %s', (_of, rows) => {
  test.for(rows)('%s', ([_kind, make, keys, world = STS_WORLD]) => {
    const caller = make();
    expect(ofCaller(ask(caller, LIST, world).event.request?.context ?? {})).toEqual(keys);
    expect(callerContext(world, caller, NOW)).toEqual(keys);
    const absent = Object.keys(absentFrom(caller, world)).filter((key) => LOOKED_FOR.includes(key));
    expect(absent.toSorted()).toEqual(LOOKED_FOR.filter((key) => !(key in keys)).toSorted());
  });
});

describe('the keys of a service that asks in its own name', () => {
  const keysOf = (asker: Asker, world: World): Keys => {
    const { request } = authorize(
      world,
      asker,
      { action: 'sts:AssumeRole', resource: roleArnOf('Desk') },
      environment(),
    );
    return ofCaller(request.context);
  };
  /** AWS says that they are there, and does not say what they hold. */
  const unsaid = { 'aws:PrincipalType': UNKNOWN, 'aws:PrincipalAccount': UNKNOWN, 'aws:userid': UNKNOWN };
  const service = (name: string): Keys => ({
    ...unsaid,
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': name,
    'aws:PrincipalServiceNamesList': [name],
  });

  test('for nothing in particular', () => {
    expect(keysOf(serviceAsker(STS_WORLD, 'ec2.amazonaws.com', null), STS_WORLD)).toEqual(
      service('ec2.amazonaws.com'),
    );
  });

  test('for something of an account, in an organization or not', () => {
    const arn = `arn:aws:lambda:us-east-1:${BOOKSHOP}:function:resize` as const;
    const source = { 'aws:SourceArn': arn, 'aws:SourceAccount': BOOKSHOP };
    const asking = (world: World): Keys =>
      keysOf(serviceAsker(world, 'lambda.amazonaws.com', { arn, account: BOOKSHOP }), world);
    expect(asking(STS_WORLD)).toEqual({ ...service('lambda.amazonaws.com'), ...source });
    expect(asking(ROOT_SESSIONS_WORLD)).toEqual({
      ...service('lambda.amazonaws.com'),
      ...source,
      'aws:SourceOrgID': 'o-maple12345',
      'aws:SourceOrgPaths': ['o-maple12345/r-map1/'],
    });
  });
});

describe('the keys that are not there are named with the reason', () => {
  test('an access key', () => {
    expect(absentFrom(noorWithKey)).toEqual({
      'aws:PrincipalOrgID': 'noOrganization',
      'aws:PrincipalOrgPaths': 'noOrganization',
      'aws:TokenIssueTime': 'longTermKey',
      'aws:MultiFactorAuthPresent': 'longTermKey',
      'aws:MultiFactorAuthAge': 'longTermKey',
      'aws:SourceIdentity': 'onlyRoleSessions',
      'aws:FederatedProvider': 'onlyWebIdentity',
      'aws:AssumedRoot': 'onlyAssumeRoot',
    });
  });

  test('a role', () => {
    expect(absentFrom(chained({}))).toMatchObject({
      'aws:username': 'onlyUsers',
      'aws:PrincipalTag/…': 'noTags',
      'aws:MultiFactorAuthAge': 'noCode',
    });
    expect(absentFrom(assumed(noorWithKey, 'Desk', STS_WORLD))['aws:SourceIdentity']).toBe(
      'noSourceIdentity',
    );
  });

  test.each([
    ['a person of a directory', ofDirectory, FEDERATED_WORLD, 'federated'],
    ['a person of Identity Center', ofCenter, CENTER_WORLD, 'federated'],
    ['a token', () => withToken('Deploy'), FEDERATED_WORLD, 'federated'],
    ['a federated user', () => federating(noorWithKey), FEDERATING_WORLD, 'federatedUser'],
  ] as const)('%s has no second factor that AWS knows of', (_who, make, world, reason) => {
    expect(absentFrom(make(), world)).toMatchObject({
      'aws:MultiFactorAuthPresent': reason,
      'aws:MultiFactorAuthAge': reason,
    });
  });

  test('the root user and nobody', () => {
    expect(absentFrom(rootWithKey)['aws:PrincipalTag/…']).toBe('rootHasNoTags');
    expect(new Set(Object.values(absentFrom(ANONYMOUS)))).toEqual(new Set(['unsigned']));
  });

  test('what only these credentials bring comes last', () => {
    const keys = callerKeys(INSTANCE_WORLD, ofInstance(), NOW)?.map(({ key }) => key) ?? [];
    expect(keys.slice(-4).toSorted()).toEqual([
      'aws:Ec2InstanceSourcePrivateIPv4',
      'aws:Ec2InstanceSourceVpc',
      'ec2:RoleDelivery',
      'ec2:SourceInstanceARN',
    ]);
  });

  test('of a user who is gone there are none', () => {
    expect(callerKeys(STS_WORLD, { ...noorWithKey, name: 'gone' }, NOW)).toBeNull();
  });
});
