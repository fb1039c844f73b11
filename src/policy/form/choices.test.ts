// Tests of choosing actions and resources in the form.
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { choicesOf, servicesIn, withAction, withActions, withWholeService } from './action-choice.ts';
import { filledIn, partsOf, typesFor } from './arn-template.ts';

const vocabulary = await loadVocabulary();
const sqs = vocabulary.service('sqs');
if (!sqs) throw new Error('no SQS');

describe('actions', () => {
  test('are shown by level, in AWS’s order, with what has them', () => {
    const choices = choicesOf(sqs, ['SQS:sendmessage', 'sqs:List*', 'sqs:ListQueues', 's3:*']);
    expect(choices.map(({ level }) => level)).toEqual(['Read', 'Tagging', 'Write', 'Permissions management']);
    const had = Object.fromEntries(
      choices.flatMap(({ actions }) => actions.map((one) => [one.name, one.had])),
    );
    expect(had).toMatchObject({
      SendMessage: 'named',
      ListQueues: 'named',
      ListQueueTags: { through: 'sqs:List*' },
      DeleteQueue: null,
    });
    expect(choices.find(({ level }) => level === 'Write')?.count).toBe(1);
  });

  test('are added once and taken out whatever their letter case', () => {
    expect(withAction(['sqs:sendmessage', 's3:*'], 'sqs:SendMessage', true)).toEqual([
      's3:*',
      'sqs:SendMessage',
    ]);
    expect(withAction(['sqs:sendmessage', 's3:*'], 'sqs:SendMessage', false)).toEqual(['s3:*']);
    expect(withActions(['s3:*'], ['sqs:A', 'sqs:B'], true)).toEqual(['s3:*', 'sqs:A', 'sqs:B']);
  });

  test('of a whole service stand for all the single ones', () => {
    expect(withWholeService(['sqs:SendMessage', 's3:Get*'], 'sqs', true)).toEqual(['s3:Get*', 'sqs:*']);
    expect(withWholeService(['sqs:*', 'sqs:SendMessage'], 'sqs', false)).toEqual(['sqs:SendMessage']);
  });

  test('tell their services', () => {
    expect(servicesIn(['s3:Get*', 'SQS:SendMessage', 's3:PutObject', '*', 'i?m:*'])).toEqual(['s3', 'sqs']);
  });
});

describe('resources', () => {
  test('are of the types that the actions accept, the likeliest first', () => {
    const types = typesFor(['s3:GetObject', 's3:PutObject', 's3:ListBucket'], vocabulary).map(
      ({ name }) => name,
    );
    expect(types.slice(0, 3)).toContain('object');
    expect(types).toContain('bucket');
    expect(typesFor(['sqs:*'], vocabulary).map(({ name }) => name)).toEqual(['queue']);
    expect(typesFor(['*', 'nothing:Do'], vocabulary)).toEqual([]);
  });

  test('have parts to be filled in', () => {
    const template = 'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}';
    expect(partsOf(template)).toEqual([
      { name: 'Region', label: 'Region' },
      { name: 'Account', label: 'Account' },
      { name: 'FunctionName', label: 'Function name' },
    ]);
    expect(filledIn(template, { Region: 'us-east-1', FunctionName: ' thumbs ' })).toBe(
      'arn:aws:lambda:us-east-1:*:function:thumbs',
    );
    expect(partsOf('${VPCEndpointId}')[0]?.label).toBe('VPC endpoint id');
  });
});
