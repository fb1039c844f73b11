// What stands below an idea.
import { expect, test } from 'vitest';
import type { Idea } from '../../../policy/completion/candidate.ts';
import { ideaWords } from './idea-words.ts';

const SAID = {
  action: () => 'Grants permission to retrieve objects from Amazon S3',
  conditionKey: () => 'Filters access by key name prefix',
};

test.each<readonly [Idea, string | undefined]>([
  [{ kind: 'action', label: 's3:GetObject', detail: 'Read' }, 'Retrieve objects from Amazon S3'],
  [{ kind: 'key', label: 's3:prefix', detail: 'text' }, 'Filters access by key name prefix'],
  [{ kind: 'key', label: 'aws:CurrentTime', detail: 'moment' }, 'The moment of the request. Always there.'],
  [
    { kind: 'resource', label: 'arn:aws:s3:::maple', detail: 'bucket', info: 'maple: exists here.' },
    undefined,
  ],
  [
    { kind: 'resource', label: '*', detail: 'everything', info: 'Every resource there is.' },
    'Every resource there is.',
  ],
  [{ kind: 'value', label: 'true', detail: '' }, undefined],
])('of %j it is %j', (idea, words) => {
  expect(ideaWords(idea, SAID)).toBe(words);
});

test('before the words of AWS are there, an action has none', () => {
  expect(ideaWords({ kind: 'action', label: 's3:GetObject', detail: 'Read' }, null)).toBeUndefined();
});
