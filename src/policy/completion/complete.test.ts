// Tests of completion: texts with a cursor, what is offered first, what is not, and what accepting it makes of the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import type { Arn } from '../../aws/arn.ts';
import type { PolicyType } from '../document.ts';
import { readJson } from '../json.ts';
import { complete } from './complete.ts';
import type { Candidate } from './candidate.ts';
import type { Known, KnownThing } from './known.ts';

const vocabulary = await loadVocabulary();
const ACCOUNT = '111122223333';

const thing = (type: string, name: string, arn: string): KnownThing => ({
  type,
  name,
  arn,
  account: ACCOUNT,
});
const THINGS = [
  thing('s3:bucket', 'maple-drafts', 'arn:aws:s3:::maple-drafts'),
  thing('s3:object', 'maple-drafts/*', 'arn:aws:s3:::maple-drafts/*'),
  thing('s3:object', 'maple-drafts/spring/*', 'arn:aws:s3:::maple-drafts/spring/*'),
  thing('sqs:queue', 'orders', `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`),
];
const noor = thing('iam:user', 'noor', `arn:aws:iam::${ACCOUNT}:user/noor`);
const company = thing('iam:saml-provider', 'company', `arn:aws:iam::${ACCOUNT}:saml-provider/company`);
const github = thing(
  'iam:oidc-provider',
  'token.actions.githubusercontent.com',
  `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
);

const known: Known = {
  account: ACCOUNT,
  region: 'eu-west-1',
  accounts: [{ id: ACCOUNT, name: 'bookshop' }],
  things: (type) => THINGS.filter((one) => one.type === type),
  principals: [noor],
  providers: [company, github],
  find: (arn) => [...THINGS, noor].find((one) => one.arn === arn) ?? null,
  tagKeys: ['team'],
  values: (key) =>
    key === 'aws:username'
      ? [{ value: 'noor', detail: 'user' }]
      : key === 'aws:sourceip'
        ? [{ value: '203.0.113.10', detail: '' }]
        : [],
};

interface About {
  readonly type?: PolicyType;
  readonly about?: Arn;
}

function at(marked: string, { type = 'identity', about }: About = {}) {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { candidates } = complete(text, cursor, { type, vocabulary, known, ...(about && { about }) });
  return { text, candidates, labels: candidates.map(({ label }) => label) };
}

/** The text with a candidate in it, and `|` where the cursor is then. */
function accept(text: string, { insert, from, to, select }: Candidate): string {
  const written = insert.slice(0, select[1]) + '|' + insert.slice(select[1]);
  return text.slice(0, from) + written + text.slice(to);
}

/** One statement, of which the inside is given. */
const statement = (inside: string): string => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`;
const BUCKET = { type: 'resource', about: 'arn:aws:s3:::maple-drafts' } as const;
const TRUST = { type: 'trust' } as const;

describe('what is offered first, and what is not', () => {
  test.each<[name: string, text: string, first: string[], absent: string[], about?: About]>([
    ['an empty text', '|', ['Policy document'], []],
    ['white space', ' \n | ', ['Policy document'], []],
    ['a document without elements', '{|}', ['Version', 'Statement'], ['Id', 'Effect']],
    ['a document with a version', '{"Version": "2012-10-17", |}', ['Statement'], ['Version']],
    ['behind an element, without its comma', '{"Version": "2012-10-17"|}', ['Statement'], ['Version']],
    ['a bucket policy', '{|}', ['Version', 'Statement', 'Id'], [], BUCKET],
    ['a name being typed', '{"Sta|"}', ['Statement'], ['Version']],
    ['a name without quotes', '{Sta|', ['Statement'], ['Version']],
    ['the version', '{"Version": "|"}', ['2012-10-17', '2008-10-17'], []],
    ['the statements', '{"Statement": |}', ['Statement', 'Allow statement', 'Deny statement'], []],
    ['the list of statements', '{"Statement": [|]}', ['Statement', 'Allow statement', 'Deny statement'], []],
    ['behind a statement', '{"Statement": [{}|]}', ['Statement', 'Allow statement', 'Deny statement'], []],
    [
      'a statement',
      statement('|'),
      ['Effect', 'Action', 'Resource', 'Condition', 'Sid'],
      ['Principal', 'Version'],
    ],
    [
      'a statement of a bucket policy',
      statement('|'),
      ['Effect', 'Principal', 'Action', 'Resource'],
      [],
      BUCKET,
    ],
    [
      'a statement of a trust policy',
      statement('|'),
      ['Effect', 'Principal', 'Action', 'Condition'],
      ['Resource', 'NotResource', 'NotPrincipal'],
      TRUST,
    ],
    [
      'a statement of a resource control policy',
      statement('|'),
      ['Effect', 'Principal', 'Action'],
      ['NotAction', 'NotPrincipal'],
      { type: 'rcp' },
    ],
    [
      'a statement of a service control policy',
      statement('|'),
      ['Effect', 'Action', 'Resource'],
      ['Principal'],
      { type: 'scp' },
    ],
    [
      'a statement with NotAction',
      statement('"NotAction": "s3:*", |'),
      ['Effect', 'Resource'],
      ['Action', 'NotAction'],
    ],
    ['an effect', statement('"Effect": "|"'), ['Allow', 'Deny'], []],
    ['an effect without quotes', statement('"Effect": De|'), ['Deny'], ['Allow']],
    [
      'an effect of a resource control policy',
      statement('"Effect": "|"'),
      ['Deny'],
      ['Allow'],
      { type: 'rcp' },
    ],
    ['an effect above a line', '{"Statement": [{\n"Effect": |\n"Action": "s3:*"}]}', ['Allow', 'Deny'], []],
    ['an action', statement('"Action": "|"'), ['s3:', 'iam:', 'sts:'], ['s3:GetObject']],
    ['an action without quotes', statement('"Action": s3|'), ['s3:'], []],
    [
      'an action of a service',
      statement('"Action": "s3:|"'),
      ['s3:*', 's3:AbortMultipartUpload'],
      ['ec2:RunInstances'],
    ],
    ['an action in other letters', statement('"Action": "s3:getobj|"'), ['s3:GetObject'], ['s3:PutObject']],
    ['a pattern', statement('"Action": "s3:Get|"'), ['s3:Get*', 's3:GetObject'], ['s3:*']],
    ['an action by its own name', statement('"Action": "RunInst|"'), ['ec2:RunInstances'], []],
    ['a service by its name', statement('"Action": "secrets man|"'), ['secretsmanager:'], []],
    [
      'the second of a list',
      statement('"Action": ["s3:GetObject", "s3:GetObject|"]'),
      ['s3:GetObjectAcl'],
      ['s3:GetObject'],
    ],
    [
      'an action of a bucket policy',
      statement('"Action": "|"'),
      ['s3:*', 's3:AbortMultipartUpload'],
      ['s3:ListAllMyBuckets', 'ec2:'],
      BUCKET,
    ],
    [
      'an action of a trust policy',
      statement('"Action": "|"'),
      ['sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
      ['sts:GetCallerIdentity', 's3:'],
      TRUST,
    ],
    [
      'an action of a resource control policy',
      statement('"Action": "|"'),
      ['s3:'],
      ['*', 'iam:', 'ec2:'],
      { type: 'rcp' },
    ],
    [
      'a resource of an action',
      statement('"Action": "s3:GetObject", "Resource": "|"'),
      ['arn:aws:s3:::maple-drafts/*', 'arn:aws:s3:::maple-drafts/spring/*'],
      ['arn:aws:s3:::maple-drafts', `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`],
    ],
    [
      'a resource that comes before its action',
      '{"Statement": {"Resource": "|", "Action": "sqs:SendMessage"}}',
      [`arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`, `arn:aws:sqs:eu-west-1:${ACCOUNT}:*`, '*'],
      [],
    ],
    [
      'a resource by its name',
      statement('"Action": "s3:*", "Resource": "maple|"'),
      ['arn:aws:s3:::maple-drafts'],
      ['*'],
    ],
    [
      'a resource of an action that takes none',
      statement('"Action": "s3:ListAllMyBuckets", "Resource": "|"'),
      ['*'],
      [],
    ],
    [
      'a resource of a bucket policy',
      statement('"Action": "s3:ListBucket", "Resource": "|"'),
      ['arn:aws:s3:::maple-drafts'],
      ['arn:aws:s3:::maple-drafts/*', '*'],
      BUCKET,
    ],
    [
      'the principal of a bucket policy',
      statement('"Principal": |'),
      ['AWS', 'Service', 'CanonicalUser', '*'],
      ['Federated'],
      BUCKET,
    ],
    [
      'the principal of a resource control policy',
      statement('"Principal": |'),
      ['*'],
      ['AWS'],
      { type: 'rcp' },
    ],
    [
      'kinds of principals',
      statement('"Principal": {|}'),
      ['AWS', 'Service', 'Federated', '*'],
      ['CanonicalUser'],
      TRUST,
    ],
    [
      'kinds of principals beside one',
      statement('"Principal": {"AWS": "*", |}'),
      ['Service', 'Federated'],
      ['AWS', '*'],
      TRUST,
    ],
    [
      'a principal',
      statement('"Principal": {"AWS": "|"}'),
      [`arn:aws:iam::${ACCOUNT}:root`, noor.arn, '*'],
      [],
      BUCKET,
    ],
    ['a principal by name', statement('"Principal": {"AWS": "noor|"}'), [noor.arn], ['*'], BUCKET],
    [
      'a service',
      statement('"Principal": {"Service": "lamb|"}'),
      ['lambda.amazonaws.com'],
      ['ec2.amazonaws.com'],
      TRUST,
    ],
    [
      'an identity provider',
      statement('"Principal": {"Federated": ["|"]}'),
      [company.arn, github.arn, 'cognito-identity.amazonaws.com'],
      [],
      TRUST,
    ],
    ['an operator', statement('"Condition": {|}'), ['StringEquals', 'StringLike'], []],
    [
      'an operator being typed',
      statement('"Condition": {"ForAnyValue:StringEq|"}'),
      ['ForAnyValue:StringEquals'],
      ['StringEquals'],
    ],
    [
      'an operator for an address',
      statement('"Condition": {"Ip|": {"aws:SourceIp": ""}}'),
      ['IpAddress', 'IpAddressIfExists'],
      ['StringEquals'],
    ],
    [
      'an operator for several values',
      statement('"Condition": {"|": {"aws:TagKeys": ""}}'),
      ['ForAnyValue:StringEquals'],
      ['IpAddress'],
    ],
    [
      'a key under an operator about text',
      statement('"Action": "s3:ListBucket", "Condition": {"StringEquals": {"s3:|"}}'),
      ['s3:delimiter', 's3:prefix'],
      ['s3:max-keys', 's3:x-amz-grant-read'],
    ],
    [
      'a key under an operator about numbers',
      statement('"Action": "s3:ListBucket", "Condition": {"NumericLessThan": {|}}'),
      ['s3:max-keys'],
      ['s3:prefix', 'aws:SourceIp'],
    ],
    [
      'a key of AWS',
      statement('"Action": "sqs:*", "Condition": {"IpAddress": {"aws:|"}}'),
      ['aws:Ec2InstanceSourcePrivateIPv4', 'aws:SourceIp'],
      ['aws:username'],
    ],
    [
      'a key of a tag',
      statement('"Action": "ec2:RunInstances", "Condition": {"StringEquals": {"aws:RequestTag|"}}'),
      ['aws:RequestTag/team', 'aws:RequestTag/'],
      [],
    ],
    [
      'a key of a token',
      statement('"Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token|"}}'),
      ['token.actions.githubusercontent.com:aud', 'token.actions.githubusercontent.com:sub'],
      [],
      TRUST,
    ],
    [
      'another key',
      statement('"Action": "s3:*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24", "aws:|"}}'),
      ['aws:Ec2InstanceSourcePrivateIPv4'],
      ['aws:SourceIp'],
    ],
    [
      'a value that occurs here',
      statement('"Condition": {"StringEquals": {"aws:username": "|"}}'),
      ['noor'],
      [],
    ],
    [
      'an address',
      statement('"Condition": {"IpAddress": {"aws:SourceIp": ["|"]}}'),
      ['203.0.113.10'],
      ['${aws:username}'],
    ],
    [
      'true or false',
      statement('"Condition": {"Bool": {"aws:SecureTransport": "|"}}'),
      ['true', 'false'],
      [],
    ],
    [
      'whether a key is there',
      statement('"Condition": {"Null": {"aws:username": "|"}}'),
      ['true', 'false'],
      ['noor'],
    ],
    [
      'a Region',
      statement('"Condition": {"StringEquals": {"aws:RequestedRegion": "eu-w|"}}'),
      ['eu-west-1'],
      ['us-east-1'],
    ],
    [
      'a variable',
      statement('"Resource": "arn:aws:s3:::maple-drafts/${|"'),
      ['aws:username', 'aws:PrincipalTag/team'],
      ['aws:TagKeys'],
    ],
    ['a variable begun', statement('"Resource": "arn:aws:s3:::maple-drafts/$|"'), ['aws:username'], []],
    [
      'a variable in a value',
      statement('"Condition": {"StringLike": {"s3:prefix": "${aws:us|}/*"}}'),
      ['aws:username', 'aws:userid'],
      [],
    ],
    [
      'no variable for an address',
      statement('"Condition": {"IpAddress": {"aws:SourceIp": "${|}"}}'),
      [],
      ['aws:username'],
    ],
    [
      'no variable in an old document',
      '{"Version": "2008-10-17", "Statement": {"Resource": "${|}"}}',
      [],
      ['aws:username'],
    ],
    ['the name of a statement', statement('"Sid": "|"'), [], ['Allow']],
    ['what is no element', '{"Nothing": "|"}', [], ['Version']],
    ['a list as a document', '[|]', [], ['Statement']],
  ])('%s', (_name, text, first, absent, about) => {
    const { labels } = at(text, about);
    expect(labels.slice(0, first.length)).toEqual(first);
    for (const label of absent) expect(labels).not.toContain(label);
    if (first.length === 0) expect(labels).toEqual([]);
  });
});

describe('what accepting makes of the text', () => {
  test.each<[text: string, label: string, after: string, about?: About]>([
    [
      '|',
      'Policy document',
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      |\n    }\n  ]\n}',
    ],
    [
      '{"Version": "2012-10-17"|}',
      'Statement',
      '{"Version": "2012-10-17", "Statement": [\n  {\n    |\n  }\n]}',
    ],
    ['{\n  "Version": "2012-10-17"|\n}', 'Id', '{\n  "Version": "2012-10-17",\n  "Id": "|"\n}', BUCKET],
    [
      '{\n  "Version": "2012-10-17"\n  "I|"\n}',
      'Id',
      '{\n  "Version": "2012-10-17",\n  "Id": "|"\n}',
      BUCKET,
    ],
    ['{| "Statement": []}', 'Version', '{"Version": "2012-10-17"|, "Statement": []}'],
    ['{"Vers|": "2012-10-17"}', 'Version', '{"Version"|: "2012-10-17"}'],
    ['{"Statement": [{}|]}', 'Statement', '{"Statement": [{}, {\n  |\n}]}'],
    [statement('Eff|'), 'Effect', statement('"Effect": "|"')],
    [statement('"Effect": |, "Action": "s3:*"'), 'Deny', statement('"Effect": "Deny"|, "Action": "s3:*"')],
    [statement('"Effect": "A|llow"'), 'Allow', statement('"Effect": "Allow"|')],
    [statement('"Action": "|"'), 's3:', statement('"Action": "s3:|"')],
    [statement('"Action": "s3:Ge|"'), 's3:Get*', statement('"Action": "s3:Get*"|')],
    [statement('"Action": "s3:GetObject"|'), 'Another one', statement('"Action": ["s3:GetObject", "|"]')],
    [statement('"Action": ["s3:GetObject"|]'), 's3:', statement('"Action": ["s3:GetObject", "s3:|"]')],
    [
      statement('"Action": ["s3:Ge|'),
      's3:GetObject',
      '{"Version": "2012-10-17", "Statement": [{"Action": ["s3:GetObject"|}]}',
    ],
    [statement('"Principal": {|}'), '*', statement('"Principal": "*"|'), BUCKET],
    [
      statement('"Condition": {"IpAddress": {|}}'),
      'aws:SourceIp',
      statement('"Condition": {"IpAddress": {"aws:SourceIp": "|"}}'),
    ],
    [
      statement('"Condition": {"StringEquals": {"aws:Pr|"}}'),
      'aws:PrincipalTag/',
      statement('"Condition": {"StringEquals": {"aws:PrincipalTag/|": ""}}'),
    ],
    [
      statement('"Resource": "arn:aws:s3:::b/${aws:us|}/*"'),
      'aws:username',
      statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
    ],
    [
      statement('"Resource": "arn:aws:s3:::b/$|/*"'),
      'aws:username',
      statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
    ],
  ])('%s, %s', (marked, label, after, about) => {
    const { text, candidates } = at(marked, about);
    const candidate = candidates.find((one) => one.label === label);
    expect(candidate, `${label} is offered`).toBeDefined();
    if (candidate) expect(accept(text, candidate)).toBe(after);
  });

  test('the part of a form that is to be filled in is selected', () => {
    const { candidates } = at(statement('"Action": "sqs:*", "Resource": "|"'));
    const form = candidates.find(({ label }) => label === `arn:aws:sqs:eu-west-1:${ACCOUNT}:*`);
    expect(form?.insert.slice(...(form.select as [number, number]))).toBe('*');
  });
});

describe('a text that could be read', () => {
  const DOCUMENTS = [
    '{}',
    '{"Statement": []}',
    JSON.stringify(
      {
        Version: '2012-10-17',
        Id: 'x',
        Statement: [
          {
            Sid: 'a',
            Effect: 'Allow',
            Principal: { AWS: ['*', noor.arn], Service: 'lambda.amazonaws.com' },
            Action: ['s3:GetObject', 's3:Put*'],
            Resource: 'arn:aws:s3:::maple-drafts/${aws:username}/*',
            Condition: {
              StringEquals: { 'aws:PrincipalTag/team': 'drafts', 's3:prefix': ['a', ''] },
              Bool: { 'aws:SecureTransport': true },
            },
          },
          { Effect: 'Deny', NotAction: 'iam:*', NotResource: [], Condition: {} },
        ],
      },
      null,
      2,
    ),
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Principal":{},"Resource":["*"]}}',
  ];
  const TYPES: readonly PolicyType[] = ['identity', 'resource', 'trust', 'scp', 'rcp', 'endpoint'];

  test('can still be read, whatever is accepted wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS),
        fc.constantFrom(...TYPES),
        fc.nat(),
        fc.nat(),
        (text, type, place, choice) => {
          expect(readJson(text).ok).toBe(true);
          const cursor = place % (text.length + 1);
          const { candidates } = complete(text, cursor, { type, vocabulary, known });
          const candidate = candidates[choice % Math.max(1, candidates.length)];
          if (!candidate) return;
          const after = text.slice(0, candidate.from) + candidate.insert + text.slice(candidate.to);
          expect(readJson(after), `${candidate.label} at ${cursor}: ${after}`).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 3000 },
    );
  });
});
