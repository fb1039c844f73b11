// What IAM and S3 answer to documents they do not save: their texts, and which fault they name first.
import { describe, expect, test } from 'vitest';
import { parsePolicy } from './parse.ts';
import { saveError } from './save.ts';

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bookshop/*' };

const text = (statement: unknown, more: object = { Version: '2012-10-17' }): string =>
  JSON.stringify({ ...more, Statement: statement });

/** The statement without some of its elements. */
const without = (statement: object, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)));

const SYNTAX = 'Syntax errors in policy.';
const LEGACY = 'The policy failed legacy parsing';
const VERSION = 'Policy document must be version 2012-10-17 or greater.';
const VENDOR = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
const UNIQUE = 'Statement IDs (SID) in a single policy must be unique.';
const when = (operator: string, value: unknown): object => ({
  ...READ,
  Condition: { [operator]: { 'aws:x': value } },
});
const on = (Resource: unknown): object => ({ ...READ, Resource });
const twice = (sid: string): object[] => [
  { ...READ, Sid: sid },
  { ...READ, Sid: sid },
];

describe('an identity-based policy', () => {
  const identity = (source: string, managed = true): string | null => {
    const error = saveError(source, { kind: 'identity', managed });
    if (error !== null) expect(error.code).toBe('MalformedPolicyDocument');
    return error?.message ?? null;
  };

  test.each([
    ['not JSON', 'This policy contains invalid Json'],
    ['', 'This policy contains invalid Json'],
    ['[]', SYNTAX],
    ['{}', SYNTAX],
    [text([]), SYNTAX],
    [text('Allow'), SYNTAX],
    [text({ ...READ, Effect: 'Permit' }), SYNTAX],
    [text(without(READ, 'Effect')), SYNTAX],
    [text({ ...READ, Extra: 1 }), SYNTAX],
    [text(READ, { Version: '2013-10-17' }), SYNTAX],
    [text(READ, { Version: '2012-10-17', Id: {} }), SYNTAX],
    [text({ ...READ, NotAction: [] }), SYNTAX],
    [text(when('StringIs', 'a')), SYNTAX],
    [text(when('DateEquals', {})), SYNTAX],
    [text({ ...READ, Effect: 'allow' }), LEGACY],
    [text(when('DateGreaterThan', 'tomorrow')), LEGACY],
    [text(when('DateGreaterThan', ['2026-01-01', '2026-13-01'])), LEGACY],
    [text(when('DateLessThan', '9223372036854775808')), LEGACY],
    [text(when('DateLessThan', '2026-01-01T25:00:00Z')), LEGACY],
    [text(when('DateLessThan', '2026-01-01T10:00:00+1')), LEGACY],
    [text(on('arn:aws:s3::bookshop')), LEGACY],
    [text(on('arn:aws::::bookshop')), LEGACY],
    [text({ ...READ, Principal: '*' }), 'Policy document should not specify a principal.'],
    [text({ ...READ, Principal: 'ana' }), 'Policy document should not specify a principal.'],
    [text(twice('Read')), UNIQUE],
    [text({ ...READ, Sid: 'read books' }), expect.stringContaining('must be alpha-numeric')],
    [text(without(READ, 'Action')), 'Policy statement must contain actions.'],
    [text({ ...READ, NotAction: [], Action: undefined }), 'Policy statement must contain actions.'],
    [text(on('bookshop')), 'Resource bookshop must be in ARN format or "*".'],
    [text(on('')), 'Resource  must be in ARN format or "*".'],
    [text(on('aws:s3:::bookshop')), 'Partition "s3" is not valid for resource "arn:s3:::bookshop:*".'],
    [text(on('a:b')), 'Partition "b" is not valid for resource "arn:b:*:*:*:*".'],
    [text(on('a:b:c:d:e:f:g')), 'Partition "b" is not valid for resource "arn:b:c:d:e:f:g".'],
    [text(on('arn:aws:s3')), 'Resource arn:aws:s3 must be in ARN format or "*".'],
    [text(on('arn:aws')), 'Resource vendor must be fully qualified and cannot contain regexes.'],
    [text(on('arn:aws:*:::x')), 'Resource vendor must be fully qualified and cannot contain regexes.'],
    [
      text(on('arn:aws:iam:us-east-1::user/ana')),
      'IAM resource arn:aws:iam:us-east-1::user/ana cannot contain region information.',
    ],
    [
      text(on('arn:aws:s3:us-east-1::bookshop')),
      'Resource arn:aws:s3:us-east-1::bookshop can not contain region information.',
    ],
    [
      text(on('arn:aws:iam::111122223333:ana')),
      expect.stringMatching(
        /^IAM resource path must either be "\*" or start with user\/, .*, access-report\/\.$/,
      ),
    ],
    [text({ ...READ, Action: 'GetObject' }), VENDOR],
    [text({ ...READ, Action: '' }), VENDOR],
    [text({ ...READ, Action: 's3:Get:Object' }), 'Actions/Condition can contain only one colon.'],
    [text({ ...READ, Action: 'a a:GetObject' }), 'Vendor a a is not valid'],
    [text(without(READ, 'Resource')), 'Policy statement must contain resources.'],
    [text(on([])), 'Policy statement must contain resources.'],
  ])('%s: %s', (source, message) => {
    expect(identity(source)).toEqual(message);
  });

  test.each([
    ['syntax before version', text({ ...READ, Extra: 1 }, {}), SYNTAX],
    ['version before legacy parsing', text({ ...READ, Effect: 'deny' }, {}), VERSION],
    ['legacy parsing before Sids', text([{ ...READ, Effect: 'deny' }, ...twice('A')]), LEGACY],
    ['legacy parsing before resources', text([on('arn:error:s3:::x'), when('DateEquals', 'x')]), LEGACY],
    [
      'a refused format before legacy parsing',
      text([on('arn:error:s3:::x'), on('arn:aws:s3::x')]),
      expect.stringMatching(/^Partition/),
    ],
    ['Sids before actions', text(twice('A').map((statement) => without(statement, 'Action'))), UNIQUE],
    [
      'actions before resources',
      text({ Effect: 'Deny', Resource: 'x' }),
      'Policy statement must contain actions.',
    ],
    [
      'the format of resources before that of actions',
      text({ ...on('x'), Action: 'x' }),
      expect.stringMatching(/^Resource x/),
    ],
    ['the format of actions before resources', text({ Effect: 'Allow', Action: 'x' }), VENDOR],
  ])('%s', (_, source, message) => {
    expect(identity(source)).toEqual(message);
  });

  test.each([
    text(READ),
    text({ ...READ, Action: ['*', '*:*', 's3:Foo', 'iam: a b', 's3.s:x', 'no-such:Thing'] }),
    text(
      on(['*', 'arn:aws:fdsasf', 'arn:aws:s33:::x', 'arn:aws:iam::*:user/${aws:username}', 'arn:*:s3:::x']),
    ),
    text(on(['arn:aws:s3:us-east-1:111122223333:accesspoint/books', 'arn:aws:iam::111122223333:*'])),
    text(when('DateGreaterThan', ['2026-11-22T10:14:05Z', '2026-11-22', '2026', '01T', '1700000000', '-5'])),
    text(when('DateGreaterThan', ['2026-11-22t2:00:00.593194+23', '2026-11-22T10:14:05.000-05:30'])),
    text(when('DateGreaterThan', [])),
    text({ ...READ, Condition: { Nonsense: {} } }),
    text([
      { ...READ, Sid: '' },
      { ...READ, Sid: '' },
    ]),
    text(READ, { Version: '2012-10-17', Id: 'shop' }),
  ])('%s is saved', (source) => {
    expect(identity(source)).toBeNull();
  });

  test.each([[{}], [{ Version: '2008-10-17' }]])(
    '%j is refused for a managed, not for an inline policy',
    (more) => {
      expect(identity(text(READ, more))).toBe(VERSION);
      expect(identity(text(READ, more), false)).toBeNull();
    },
  );
});

describe('a bucket policy', () => {
  const OPEN = { ...READ, Principal: '*' };
  const bucket = (source: string): string | null => {
    const error = saveError(source, { kind: 'bucket', bucket: 'bookshop' });
    if (error !== null) expect(error.code).toBe('MalformedPolicy');
    return error?.message ?? null;
  };
  const to = (Principal: unknown): object => ({ ...READ, Principal });
  const does = (Action: unknown, Resource: unknown): object => ({ ...OPEN, Action, Resource });
  const [INSIDE, ITSELF] = ['arn:aws:s3:::bookshop/*', 'arn:aws:s3:::bookshop'];

  const JSON_FAULT = "Policies must be valid JSON and the first byte must be '{'";
  const PRINCIPAL = 'Invalid principal in policy';
  const ACTION = 'Policy has invalid action';
  const RESOURCE = 'Policy has invalid resource';
  const FIT = 'Action does not apply to any resource(s) in statement';

  test.each([
    ['', JSON_FAULT],
    ['[]', JSON_FAULT],
    [` ${text(OPEN)}`, JSON_FAULT],
    ['{', JSON_FAULT],
    ['{}', 'Missing required field Statement'],
    [text([]), 'Could not parse the policy: Statement is empty!'],
    [text(OPEN, { Version: '2020-01-01' }), 'The policy must contain a valid version string'],
    [text(without(OPEN, 'Effect')), 'Missing required field Effect'],
    [text(READ), 'Missing required field Principal'],
    [text(without(OPEN, 'Action')), 'Missing required field Action'],
    [text(without(OPEN, 'Resource')), 'Missing required field Resource'],
    [text({ ...OPEN, Effect: 'allow' }), 'Invalid policy syntax.'],
    [text({ ...OPEN, Extra: 1 }), 'Invalid policy syntax.'],
    [text({ ...OPEN, Action: 1 }), 'Invalid policy syntax.'],
    [
      text({ ...OPEN, Condition: { StringIs: { 'aws:username': 'a' } } }),
      'Invalid Condition type : StringIs',
    ],
    [
      text({ ...OPEN, Condition: { Bool: { SecureTransport: 'true' } } }),
      'Policy has an invalid condition key',
    ],
    [text(to('ana')), PRINCIPAL],
    [text(to({ AWS: 'ana' })), PRINCIPAL],
    [text(to({ AWS: 'arn:aws:iam::111122223333:user/*' })), PRINCIPAL],
    [text(to({ AWS: 'arn:aws:iam::111122223333:group/staff' })), PRINCIPAL],
    [text(to({ User: '*' })), PRINCIPAL],
    [text(to({ Federated: 'cognito-identity.amazonaws.com' })), PRINCIPAL],
    [text(to({ Service: '*' })), PRINCIPAL],
    [text(does('iam:GetUser', INSIDE)), ACTION],
    [text(does('GetObject', INSIDE)), ACTION],
    [text(does('s3:Foo', INSIDE)), ACTION],
    [text(does('s3:GetObjects', INSIDE)), ACTION],
    [text(does('s3:Fetch*', INSIDE)), ACTION],
    [text(does(['s3:GetObject', 's3:ListObjectsV2'], [INSIDE, ITSELF])), ACTION],
    [text({ ...OPEN, Action: undefined, NotAction: 's3:Foo' }), ACTION],
    [text(does('s3:GetObject', '*')), RESOURCE],
    [text(does('s3:GetObject', 'arn:aws:s3:::bookshop2/*')), RESOURCE],
    [text(does('s3:GetObject', 'arn:aws:s3:::*')), RESOURCE],
    [text(does('s3:GetObject', ['arn:aws:s3:::bookshop/*', 'bookshop'])), RESOURCE],
    [text(does('s3:ListBucket', INSIDE)), FIT],
    [text(does(['s3:GetObject', 's3:ListBucket'], INSIDE)), FIT],
    [text(does('s3:getobject', ITSELF)), FIT],
    [text(does('s3:ListAllMyBuckets', ITSELF)), FIT],
    [text(does('s3:CreateAccessPoint', [ITSELF, INSIDE])), FIT],
    [text(does('s3:ListBucket*', INSIDE)), FIT],
    [text(does(['s3:*', 's3:PutBucket*'], INSIDE)), FIT],
  ])('%s: %s', (source, message) => {
    expect(bucket(source)).toBe(message);
  });

  test.each([
    text(OPEN),
    text(OPEN, {}),
    text(does(['s3:GetObject', 's3:ListBucket'], [INSIDE, ITSELF])),
    text(does('s3:*', ITSELF)),
    text(does('*', 'arn:aws:s3:::bookshop*')),
    text({ ...OPEN, Action: undefined, NotAction: 's3:DeleteBucket' }),
    text({ ...OPEN, Sid: 'Not only letters' }),
    text(
      to({
        AWS: ['111122223333', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:user/shop/ana'],
      }),
    ),
    text(
      to({ AWS: 'arn:aws:sts::111122223333:assumed-role/clerk/ana', Service: 'logging.s3.amazonaws.com' }),
    ),
    text({ ...READ, NotPrincipal: { AWS: '111122223333' } }),
  ])('%s is saved', (source) => {
    expect(bucket(source)).toBeNull();
  });

  test('may have 20,480 bytes, not counting the white space between its parts', () => {
    const long = (padding: number): string => text(does('s3:GetObject', INSIDE + 'x'.repeat(padding)));
    const most = 20_480 - long(0).length;
    expect(bucket(long(most))).toBeNull();
    expect(bucket(long(most).replace('{', `{${' '.repeat(99)}`))).toBeNull();
    expect(bucket(long(most + 1))).toBe(
      'Normalized policy document exceeds the maximum allowed size of 20480 bytes',
    );
  });
});

describe('a trust policy', () => {
  const ACCOUNT = 'arn:aws:iam::111122223333:root';
  const TRUST = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' };
  const trust = (source: string): string | null => {
    const error = saveError(source, { kind: 'trust' });
    if (error !== null) expect(error.code).toBe('MalformedPolicyDocument');
    return error?.message ?? null;
  };
  const from = (Principal: unknown): string => text({ ...TRUST, Principal });
  const does = (Action: unknown): string => text({ ...TRUST, Action });

  const STS_ONLY = 'AssumeRole policy may only specify STS AssumeRole actions.';
  const EMPTY = 'Missing required field Principal cannot be empty!';

  test.each([
    ['not JSON', 'This policy contains invalid Json'],
    ['{}', SYNTAX],
    [text([]), SYNTAX],
    [text({ ...TRUST, Extra: 1 }), SYNTAX],
    [text({ ...TRUST, Effect: 'allow' }), LEGACY],
    [
      text([
        { ...TRUST, Sid: 'A' },
        { ...TRUST, Sid: 'A' },
      ]),
      UNIQUE,
    ],
    [text(without(TRUST, 'Action')), 'Policy statement must contain actions.'],
    [does('AssumeRole'), VENDOR],
    [text(without(TRUST, 'Principal')), 'Missing required field Principal'],
    [
      text({ ...without(TRUST, 'Principal'), NotPrincipal: { AWS: ACCOUNT } }),
      'Allow with NotPrincipal is not allowed.',
    ],
    [
      text({ ...without(TRUST, 'Principal'), Effect: 'Deny', NotPrincipal: { AWS: ACCOUNT } }),
      'AssumeRole policy must not contain NotPrincipal field.',
    ],
    [from('noor'), SYNTAX],
    [from(''), SYNTAX],
    [from({}), EMPTY],
    [from({ AWS: [] }), EMPTY],
    [from({ Account: '111122223333' }), 'Invalid principal in policy: "Account"'],
    [from({ AWS: 'noor' }), 'Invalid principal in policy: "AWS":"noor"'],
    [
      from({ AWS: [ACCOUNT, 'AIDANOORAAAAAAAAAAAAA'] }),
      'Invalid principal in policy: "AWS":"AIDANOORAAAAAAAAAAAAA"',
    ],
    [
      from({ AWS: 'arn:aws:iam::111122223333:role/*' }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/*"',
    ],
    [
      from({ AWS: 'arn:aws:iam::111122223333:user/*/noor' }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/*/noor"',
    ],
    [
      from({ AWS: 'arn:aws:iam::111122223333:group/Writers' }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/Writers"',
    ],
    [from({ Service: '*' }), 'Invalid principal in policy: "SERVICE":"*"'],
    [from({ Service: 'ec2' }), 'Invalid principal in policy: "SERVICE":"ec2"'],
    [from({ Federated: 'example.com' }), 'Invalid principal in policy: "FEDERATED":"example.com"'],
    [from({ CanonicalUser: 'ab' }), 'Invalid principal in policy: "CANONICALUSER":"ab"'],
    [does('*'), STS_ONLY],
    [does(['sts:AssumeRole', 's3:GetObject']), STS_ONLY],
    [does('sts:GetFederationToken'), STS_ONLY],
    [text({ ...without(TRUST, 'Action'), NotAction: 's3:*' }), STS_ONLY],
    [text({ ...TRUST, Resource: '*' }), 'Has prohibited field Resource'],
    [text({ ...TRUST, Resource: 'no ARN' }), 'Has prohibited field Resource'],
    [text({ ...TRUST, NotResource: '*' }), 'AssumeRole policy must not contain resources.'],
  ])('%s: %s', (source, message) => {
    expect(trust(source)).toBe(message);
  });

  test.each([
    text(TRUST),
    text(TRUST, {}),
    text({ ...TRUST, Effect: 'Deny', Sid: '' }),
    does(['sts:assumerole', 'sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext']),
    does(['sts:AssumeRole*', 'sts:*']),
    from({ AWS: '*' }),
    from({
      AWS: [
        '111122223333',
        'arn:aws:iam::111122223333:user/shop/noor',
        'arn:aws:iam::111122223333:role/Editor',
      ],
    }),
    from({
      AWS: [
        'arn:aws:sts::111122223333:assumed-role/Editor/noor',
        'arn:aws:sts::111122223333:federated-user/a',
      ],
    }),
    from({ Service: ['ec2.amazonaws.com', 'pods.eks.amazonaws.com'] }),
    from({ Federated: ['cognito-identity.amazonaws.com', 'arn:aws:iam::111122223333:saml-provider/Staff'] }),
    from({ Federated: 'arn:aws:iam::111122223333:oidc-provider/id.example.com/shop' }),
  ])('%s is saved', (source) => {
    expect(trust(source)).toBeNull();
    expect(parsePolicy(source).document).not.toBeNull();
  });
});
