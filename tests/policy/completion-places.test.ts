// Nothing that completion offers leads to an error in its place: at every string of a pool of policies of all kinds, and behind every list.
import { expect, test } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import type { Arn } from '../../src/aws/arn.ts';
import type { Whereabouts } from '../../src/policy/checks/subject.ts';
import type { Candidate } from '../../src/policy/completion/candidate.ts';
import { complete } from '../../src/policy/completion/complete.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { CLEAN_POLICIES } from './clean-policies.ts';
import { VOCABULARY } from './vocabulary.ts';

const ACCOUNT = '111122223333';
const known = knownNames(RICH, ACCOUNT, 'eu-west-1');

const ABOUT: Readonly<Record<ResourceKind, Arn>> = {
  bucket: 'arn:aws:s3:::bookshop',
  accessPoint: `arn:aws:s3:eu-central-1:${ACCOUNT}:accesspoint/readers`,
  key: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  queue: `arn:aws:sqs:eu-central-1:${ACCOUNT}:orders`,
  topic: `arn:aws:sns:eu-central-1:${ACCOUNT}:news`,
  function: `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:resize`,
  secret: `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:db-AbCdEf`,
  table: `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/loans`,
};

interface Sample extends Whereabouts {
  readonly name: string;
  readonly type: PolicyType;
  readonly statements: unknown;
}

const S3 = { service: 's3', gateway: true };
const TEAM = { StringEquals: { 'aws:PrincipalTag/team': 'web' }, Bool: { 'aws:SecureTransport': 'true' } };

const ACTIONS_OF: Readonly<Record<string, string>> = {
  bucket: 's3:PutObject',
  key: 'kms:Decrypt',
  queue: 'sqs:SendMessage',
  topic: 'sns:Publish',
  function: 'lambda:InvokeFunction',
  secret: 'secretsmanager:GetSecretValue',
  table: 'dynamodb:GetItem',
};

/** Of what the clean policies have none: kinds of policies, and statements that are begun. */
const OTHERS: readonly Sample[] = [
  {
    name: 'a session policy',
    type: 'session',
    statements: [
      { Effect: 'Allow', Action: ['s3:PutObject', 'kms:Decrypt'], Resource: '*', Condition: TEAM },
    ],
  },
  {
    name: 'a boundary',
    type: 'boundary',
    statements: [
      { Effect: 'Allow', Action: ['iam:CreateRole', 'sts:AssumeRole'], Resource: '*', Condition: TEAM },
    ],
  },
  {
    name: 'a gateway',
    type: 'endpoint',
    endpoint: S3,
    statements: [
      { Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: '*', Condition: TEAM },
    ],
  },
  {
    name: 'a control of resources',
    type: 'rcp',
    statements: [
      { Effect: 'Deny', Principal: '*', Action: ['s3:*', 'kms:*'], Resource: '*', Condition: TEAM },
    ],
  },
  {
    name: 'instances',
    type: 'scp',
    statements: [
      { Effect: 'Deny', Action: 'ec2:RunInstances', Resource: '*', Condition: TEAM },
      {
        Effect: 'Deny',
        Action: 'dynamodb:*',
        Resource: '*',
        Condition: { Null: { 'dynamodb:Select': 'true' } },
      },
    ],
  },
  ...(['bucket', 'key', 'queue', 'topic', 'function', 'secret', 'table'] as const).map(
    (resource): Sample => ({
      name: `a ${resource} that a service uses`,
      type: 'resource',
      resource,
      statements: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: ACTIONS_OF[resource],
          Resource: resource === 'bucket' ? `${ABOUT.bucket}/*` : ABOUT[resource],
          Condition: {
            StringEquals: { 'aws:SourceAccount': ACCOUNT },
            ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::bookshop' },
          },
        },
        {
          Effect: 'Deny',
          Principal: { AWS: ACCOUNT },
          Action: ACTIONS_OF[resource],
          Resource: resource === 'bucket' ? `${ABOUT.bucket}/*` : ABOUT[resource],
          Condition: TEAM,
        },
      ],
    }),
  ),
  ...(
    [
      ['AWS', ACCOUNT, ''],
      ['Service', 'ec2.amazonaws.com', ''],
      ['Federated', `arn:aws:iam::${ACCOUNT}:saml-provider/Directory`, 'WithSAML'],
      ['Federated', 'accounts.google.com', 'WithWebIdentity'],
    ] as const
  ).map(([kind, value, way]): Sample => {
    return {
      name: `a role for ${value}`,
      type: 'trust',
      statements: [
        {
          Effect: 'Allow',
          Principal: { [kind]: value },
          Action: [`sts:AssumeRole${way}`],
          Condition: {
            StringEquals: { 'sts:RoleSessionName': 'ada' },
            Bool: { 'aws:SecureTransport': 'true' },
          },
        },
      ],
    };
  }),
];

const SAMPLES: readonly Sample[] = [
  ...CLEAN_POLICIES.map(({ source, type, resource, statements }) => ({
    name: source,
    type,
    resource,
    statements,
  })),
  ...OTHERS,
];

/** What is looked at of a list: more than a screen of it. */
const FIRST = 30;
/** What is without effect where it stands is no error to AWS, and none that anybody wants to be offered. */
const WITHOUT_EFFECT = new Set(['GATEWAY_PRINCIPAL']);
/** What a provider that all the world shares needs beside it is still to be written. */
const STILL_TO_COME = /^MISSING_\w*CONDITION_KEY/;

interface Place {
  readonly text: string;
  readonly at: number;
}

/** Every string as if it were begun anew, with and without the part of it that leads to a list of its own. */
function* placesIn(text: string): Generator<Place> {
  for (const { index, 0: whole, 1: inner = '' } of text.matchAll(/"([^"]*)"/g))
    for (const typed of new Set(['', /^[^:]+:(?=\w)/.exec(inner)?.[0] ?? '']))
      yield {
        text: text.slice(0, index + 1) + typed + text.slice(index + whole.length - 1),
        at: index + 1 + typed.length,
      };
  // One more in a list, and one more element or key.
  for (const { index } of text.matchAll(/(?<=["\]}])[\]}]/g))
    yield { text: `${text.slice(0, index)},""${text.slice(index)}`, at: index + 2 };
}

/** Where the name or value itself comes to stand; null for one that has still to be finished. */
function placeOf({ kind, label, insert, from }: Candidate) {
  if (kind === 'service' || kind === 'variable' || /[/:]$/.test(label)) return null;
  const at = insert.indexOf(JSON.stringify(label));
  return at < 0
    ? { from, to: from + insert.length }
    : { from: from + at, to: from + at + JSON.stringify(label).length };
}

test.each(SAMPLES.map((sample) => [sample.type, sample.name, sample] as const))('%s, %s', (_, __, sample) => {
  const { type, resource, endpoint, statements } = sample;
  const about = resource && ABOUT[resource];
  const written = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const left: string[] = [];
  for (const { text, at } of placesIn(written)) {
    const { candidates } = complete(text, at, {
      type,
      vocabulary: VOCABULARY,
      known,
      ...(about && { about }),
      ...(endpoint && { endpoint }),
    });
    for (const candidate of candidates.slice(0, FIRST)) {
      const place = placeOf(candidate);
      if (place === null) continue;
      const after = text.slice(0, candidate.from) + candidate.insert + text.slice(candidate.to);
      for (const found of diagnose(after, type, VOCABULARY, { resource, about, endpoint, known }))
        if (
          !STILL_TO_COME.test(found.code) &&
          (found.severity === 'error' || WITHOUT_EFFECT.has(found.code)) &&
          found.from < place.to &&
          found.to > place.from
        )
          left.push(`${found.code}: ${candidate.label} at ${text.slice(Math.max(0, at - 60), at)}`);
    }
  }
  expect(left).toEqual([]);
});
