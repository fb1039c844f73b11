// Skeletons of inputs: what is printed to be filled in can be read again as it is.
import { expect, test } from 'vitest';
import type { OperationName } from '../call.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations.ts';
import { skeletonOf, skeletonYaml } from './skeleton.ts';
import { parseYaml } from './yaml-text.ts';

test.each(Object.keys(OPERATIONS) as OperationName[])('%s', (name) => {
  const { parameters }: Operation = OPERATIONS[name];
  if (Object.keys(parameters).length === 0) return;
  expect(parseYaml(skeletonYaml(parameters))).toEqual({ ok: true, value: skeletonOf(parameters) });
});

test('says what is required, and what there is to choose from', () =>
  expect(skeletonYaml(OPERATIONS['iam:UpdateAccessKey'].parameters)).toBe(
    "UserName: ''\nAccessKeyId: ''  # [REQUIRED]\nStatus: Active  # [REQUIRED] Valid values are: Active, Inactive, Expired.\n",
  ));
