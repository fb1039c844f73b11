// Tests for which parameters of recorded calls are believed when they come back.
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { MAX_EVENT_LEVELS } from '../account/event.ts';
import { apiEventSchema } from './event-schema.ts';

const event = (value: unknown) => ({
  eventID: '00000000-0000-4000-8000-000000000001',
  eventTime: '2026-11-22T10:00:00Z',
  requestID: '00000000-0000-4000-8000-000000000002',
  eventType: 'AwsApiCall',
  eventCategory: 'Data',
  awsRegion: 'us-east-1',
  responseElements: null,
  recipientAccountId: '111122223333',
  session: {},
  eventSource: 'kms.amazonaws.com',
  eventName: 'Encrypt',
  userIdentity: {
    type: 'Root',
    principalId: '111122223333',
    arn: 'arn:aws:iam::111122223333:root',
    accountId: '111122223333',
  },
  sourceIPAddress: '203.0.113.10',
  userAgent: 'tests',
  requestParameters: { it: value },
  readOnly: true,
  resources: [],
  request: null,
  decision: null,
});

const nested = (levels: number): unknown => {
  let value: unknown = [];
  for (let level = 1; level < levels; level++) value = { a: value };
  return value;
};

describe('a parameter is any plain JSON', () => {
  test.each<[string, unknown]>([
    ['a text', 'a'],
    ['a number', 0.5],
    ['null', null],
    ['texts', ['a', 'b']],
    ['tags', [{ key: 'a', value: 'b' }]],
    ['maps', { Department: 'IT', Other: '' }],
    ['lists in lists', [[], [[1]], { a: [null] }]],
    ['what is nested as deep as may be', nested(MAX_EVENT_LEVELS)],
  ])('%s', (_, value) => {
    const read = safeParse(apiEventSchema, structuredClone(event(value)));
    expect(read.success && read.output).toEqual(event(value));
  });
});

describe('and nothing else', () => {
  test.each<[string, unknown]>([
    ['undefined', [undefined]],
    ['not a number', NaN],
    ['a date', { a: new Date(0) }],
    ['a map', new Map([['a', 'b']])],
    ['bytes', new Uint8Array(2)],
    ['a big integer', 1n],
    ['what is nested too deep', nested(MAX_EVENT_LEVELS + 1)],
    ['what is nested far too deep', nested(50_000)],
  ])('%s', (_, value) => expect(safeParse(apiEventSchema, event(value)).success).toBe(false));
});
