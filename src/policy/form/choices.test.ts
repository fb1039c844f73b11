// Tests of choosing actions and resources in the form.
import { describe, expect, test } from 'vitest';
import { known } from '../../../tests/fixtures/completion.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import type { Setting } from '../completion/candidate.ts';
import { LEVELS } from '../../aws/vocabulary.ts';
import {
  choicesOf,
  isSettled,
  isWhole,
  servicesIn,
  withAction,
  withLevel,
  withWholeService,
} from './action-choice.ts';
import { filledIn, givenParts, partIdeas, partsIn, partsOf, typesFor } from './arn-template.ts';

const vocabulary = await loadVocabulary();
const sqs = vocabulary.service('sqs');
if (!sqs) throw new Error('no SQS');

describe('actions', () => {
  test('are shown by level, in AWS’s order, with what has them', () => {
    const choices = choicesOf(
      'sqs',
      [...sqs.actions.values()],
      ['SQS:sendmessage', 'sqs:List*', 'sqs:ListQueues', 's3:*'],
    );
    expect(choices.map(({ level }) => level)).toEqual([
      'Usual',
      'Read',
      'Tagging',
      'Write',
      'Permissions management',
    ]);
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

  test('begin with the usual ones, where there are many, and come in the order of their names', () => {
    const s3 = vocabulary.service('s3');
    const [usual, ...levels] = choicesOf('s3', [...(s3?.actions.values() ?? [])], ['s3:GetObject']);
    expect(usual).toMatchObject({ level: 'Usual', count: 1 });
    expect(usual?.actions.slice(0, 2).map(({ name }) => name)).toEqual(['GetObject', 'PutObject']);
    expect(levels.map(({ level }) => level)).toEqual(
      LEVELS.filter((level) => levels.some((one) => one.level === level)),
    );
    expect(choicesOf('sqs', [...sqs.actions.values()].slice(0, 3), [])[0]?.level).not.toBe('Usual');
  });

  test('are added once and taken out whatever their letter case', () => {
    expect(withAction(['sqs:sendmessage', 's3:*'], 'sqs:SendMessage', true)).toEqual([
      's3:*',
      'sqs:SendMessage',
    ]);
    expect(withAction(['sqs:sendmessage', 's3:*'], 'sqs:SendMessage', false)).toEqual(['s3:*']);
  });

  test('of a level are named by themselves, each once, and taken out together', () => {
    const levelIn = (patterns: readonly string[], level = 'Read') => {
      const found = choicesOf('sqs', [...sqs.actions.values()], patterns).find((one) => one.level === level);
      if (!found) throw new Error(`no ${level}`);
      return found;
    };
    const before = ['s3:*', 'SQS:listqueues', 'sqs:Get*'];
    const level = levelIn(before);
    expect([isWhole(level), isSettled(level)]).toEqual([false, false]);
    const on = withLevel(before, level, true);
    expect(on.slice(0, 3)).toEqual(before);
    expect(on).not.toContain('sqs:GetQueueUrl');
    const whole = levelIn(on);
    expect([isWhole(whole), isSettled(whole)]).toEqual([true, false]);
    // No other level has got anything, and nothing but the level is named.
    expect(on.filter((pattern) => pattern.startsWith('sqs:') && pattern.includes('*'))).toEqual(['sqs:Get*']);
    expect(levelIn(on, 'Write').count).toBe(0);
    expect(withLevel(on, whole, false)).toEqual(['s3:*', 'sqs:Get*']);
    expect(isSettled(levelIn(['sqs:*']))).toBe(true);
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
  const setting: Setting = { type: 'identity', vocabulary, known };
  const BUCKET: Setting = { ...setting, type: 'resource', about: 'arn:aws:s3:::maple-drafts' };
  const named = (patterns: readonly string[], one = setting) =>
    typesFor(patterns, one).map(({ name }) => name);
  const accepted = (patterns: readonly string[], name: string) => {
    const found = typesFor(patterns, setting).find((one) => one.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };

  test('are of the types that the actions accept, the likeliest first', () => {
    expect(named(['s3:GetObject', 's3:PutObject', 's3:ListBucket']).slice(0, 2)).toEqual([
      's3:object',
      's3:bucket',
    ]);
    expect(named(['sqs:*'])).toEqual(['sqs:queue']);
    expect(named(['sts:AssumeRole'])).toEqual(['iam:role']);
    expect(named(['*', 'nothing:Do'])).toEqual([]);
  });

  test('are, in the policy of a resource, what is in it', () => {
    expect(named(['s3:GetObject', 's3:ListBucket'], BUCKET)).toEqual(['s3:object']);
    expect(
      named(['sqs:SendMessage'], {
        ...setting,
        type: 'resource',
        about: 'arn:aws:sqs:eu-west-1:111122223333:q',
      }),
    ).toEqual([]);
  });

  test('begin with what is known of them', () => {
    const object = accepted(['s3:GetObject'], 's3:object').type;
    expect(givenParts(object, BUCKET)).toMatchObject({ BucketName: 'maple-drafts' });
    const queue = accepted(['sqs:*'], 'sqs:queue').type;
    expect(givenParts(queue, setting)).toEqual({ Account: known.account, Region: 'eu-west-1' });
    expect(givenParts(queue, { ...setting, type: 'scp' })).toMatchObject({ Account: '*' });
  });

  test('have parts as those have them that are there', () => {
    const object = accepted(['s3:GetObject'], 's3:object');
    const ideas = (part: string, typed = '', parts = {}) =>
      partIdeas(object, parts, part, typed, setting).map(({ label }) => label);
    expect(ideas('BucketName')).toEqual(['maple-drafts']);
    expect(ideas('ObjectName')).toEqual(['*', 'spring/*']);
    expect(ideas('ObjectName', 'spr')).toEqual(['spring/*']);
    expect(ideas('ObjectName', '', { BucketName: 'another' })).toEqual([]);
    expect(ideas('Region', 'irel')).toEqual(['eu-west-1']);
    expect(ideas('Account')).toEqual([known.account]);
  });

  test('are taken apart as they are put together', () => {
    const template = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
    expect(partsIn(template, 'arn:aws:s3:::maple/summer/a.txt')).toEqual({
      Partition: 'aws',
      BucketName: 'maple',
      ObjectName: 'summer/a.txt',
    });
    expect(partsIn(template, 'arn:aws:s3:::maple')).toBeNull();
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
