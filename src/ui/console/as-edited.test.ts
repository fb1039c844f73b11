// Tests for judging a recorded request by a text that is still being edited.
import { expect, test } from 'vitest';
import { bucketPolicyId } from '../../account/policies.ts';
import type { ApiOutcome } from '../../api/call.ts';
import type { Request } from '../../evaluation/request.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { ask, drafts, jonas, noor } from '../../../tests/fixtures/ask.ts';
import { allow, MANAGED, policyText, WORLD, WRITE_DRAFTS } from '../../../tests/fixtures/world.ts';
import { evaluateAsEdited } from './as-edited.ts';

const requestOf = ({ event }: ApiOutcome): Request => {
  if (!event.request) throw new Error('nothing was decided');
  return event.request;
};
function outcome(request: Request, sourceId: string, ...statements: readonly object[]) {
  const { document } = parsePolicy(policyText(...statements));
  if (!document) throw new Error('no policy');
  return evaluateAsEdited(WORLD, MANAGED, request, sourceId, document).decision.outcome;
}
const write = requestOf(
  ask(noor, { operation: 's3:PutObject', input: { ...drafts, Key: 'a.md', Body: '' } }),
);
const read = requestOf(ask(jonas, { operation: 's3:GetObject', input: { ...drafts, Key: 'a.md' } }));

test('a managed policy of a group', () => {
  expect(outcome(write, WRITE_DRAFTS, allow('s3:PutObject'))).toBe('allow');
  expect(outcome(write, WRITE_DRAFTS, allow('s3:GetObject'))).toBe('implicitDeny');
});

test('a bucket policy', () => {
  const nobody = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:DeleteBucket',
    Resource: 'arn:aws:s3:::maple-drafts',
  };
  const everybody = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::maple-drafts/*',
  };
  expect(outcome(read, bucketPolicyId('maple-drafts'), nobody)).toBe('allow');
  expect(outcome(read, bucketPolicyId('maple-drafts'), everybody)).toBe('explicitDeny');
});

test('a policy that has no say in the request changes nothing', () => {
  expect(outcome(write, bucketPolicyId('maple-catalog'), { ...allow('s3:*'), Principal: '*' })).toBe('allow');
});
