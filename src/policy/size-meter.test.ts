// Tests of the size of a policy beside its quota.
import { expect, test } from 'vitest';
import { policySize } from './size-meter.ts';

const TEXT = '{ "Sid": "é é" }\n';

test.each([
  ['identity', 12, 6_144, 'characters'],
  ['trust', 12, 2_048, 'characters'],
  ['session', 17, 2_048, 'characters'],
  ['resource', 15, 20_480, 'bytes'],
  ['scp', 17, 10_240, 'characters'],
  ['rcp', 17, 5_120, 'characters'],
] as const)('of a policy of type %s', (type, used, most, unit) => {
  expect(policySize(TEXT, type)).toMatchObject({ used, most, unit });
});
