// Tests for what the form of an endpoint offers, and for the Regions that endpoints are in.
import { expect, test } from 'vitest';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import { offeredIn, regionsOf, shortService } from './services.ts';

test('services that have a gateway come first, the others by name', () => {
  const offered = offeredIn('eu-west-1');
  expect(offered.slice(0, 3)).toEqual([
    { service: 'com.amazonaws.eu-west-1.dynamodb', name: 'dynamodb', types: ['Gateway', 'Interface'] },
    { service: 'com.amazonaws.eu-west-1.s3', name: 's3', types: ['Gateway', 'Interface'] },
    { service: 'com.amazonaws.eu-west-1.access-analyzer', name: 'access-analyzer', types: ['Interface'] },
  ]);
  expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length);
});

test.each([
  ['com.amazonaws.us-east-1.s3', 's3'],
  ['com.amazonaws.eu-west-1.execute-api', 'execute-api'],
])('%s is %s', (service, name) => expect(shortService(service)).toBe(name));

test('every Region, with how many endpoints are in it', () => {
  const counted = (account: string) => regionsOf(RICH.accounts[account]).filter(({ count }) => count > 0);
  expect(counted('111122223333')).toEqual([{ region: 'eu-central-1', count: 1 }]);
  expect(regionsOf(undefined).map(({ region }) => region)).toContain('us-east-1');
});
