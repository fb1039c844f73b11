// A service is found by its name, its prefix and what people call it.
import { expect, test } from 'vitest';
import { known } from '../../../tests/fixtures/completion.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import type { Setting } from '../completion/candidate.ts';
import { prefixOfService, serviceIdeas } from './service-choice.ts';

const vocabulary = await loadVocabulary();
const setting: Setting = { type: 'identity', vocabulary, known };
const labels = (typed: string, one = setting) => serviceIdeas(one, typed).map(({ label }) => label);

test('before anything is typed all are there, the simulated ones first, no two called the same', () => {
  const all = labels('');
  expect(all.slice(0, 3).map((label) => /\(([^()]*)\)$/.exec(label)?.[1])).toEqual(['s3', 'iam', 'sts']);
  expect(new Set(all).size).toBe(vocabulary.services.size);
});

test.each([
  ['s3', 's3'],
  ['sqs', 'sqs'],
  ['sfn', 'states'],
  ['stepfunctions', 'states'],
  ['dynamo', 'dynamodb'],
  ['cloudwatch logs', 'logs'],
  ['lambad', 'lambda'],
])('%s finds %s first', (typed, prefix) => {
  expect(labels(typed)[0]).toMatch(new RegExp(`\\(${prefix}\\)$`));
});

test('a service is taken by its label, prefix or name, and nothing else is one', () => {
  const [label = ''] = labels('sqs');
  for (const text of [label, ' SQS ', label.replace(/ \(.*/, '')])
    expect(prefixOfService(setting, text)).toBe('sqs');
  expect(prefixOfService(setting, 'sq')).toBeUndefined();
  expect(prefixOfService(setting, '')).toBeUndefined();
});

test('a policy that can name the actions of few services offers no others', () => {
  expect(labels('', { ...setting, type: 'trust' })).toHaveLength(1);
  expect(labels('ec2', { ...setting, type: 'rcp' }).every((label) => !label.endsWith('(ec2)'))).toBe(true);
});
