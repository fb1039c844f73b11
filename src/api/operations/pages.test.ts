// Tests for the lists of KMS and EC2 page after page: every item once, in the order of the whole list.
import { expect, test } from 'vitest';
import { byId, ENDPOINT, INSTANCE, withInstances } from '../../../tests/fixtures/machines.ts';
import { environment, ROOT, withBookshop } from '../../../tests/fixtures/world.ts';
import { applyChanges } from '../../account/apply-change.ts';
import { execute } from '../execute.ts';

const ENV = environment();
const numbers = Array.from({ length: 12 }, (_, at) => String(at).padStart(2, '0'));

test('VPC endpoints come five at a time', () => {
  const world = withBookshop((account) => ({
    ...account,
    vpcEndpoints: byId(...numbers.map((at) => ({ ...ENDPOINT, id: `vpce-000000${at}` }))),
  }));
  const seen: number[] = [];
  const ids: string[] = [];
  let NextToken: string | undefined;
  do {
    const { result } = execute(
      world,
      ROOT,
      {
        operation: 'ec2:DescribeVpcEndpoints',
        input: { MaxResults: 5, ...(NextToken !== undefined && { NextToken }) },
      },
      ENV,
    );
    if (!result.ok) throw new Error(result.error.code);
    seen.push(result.output.VpcEndpoints.length);
    ids.push(...result.output.VpcEndpoints.map(({ VpcEndpointId }) => VpcEndpointId));
    NextToken = result.output.NextToken;
  } while (NextToken !== undefined);
  expect(seen).toEqual([5, 5, 2]);
  expect(ids).toEqual(numbers.map((at) => `vpce-000000${at}`));
});

test('without a number all instances come at once', () => {
  const world = withInstances(...numbers.map((at) => ({ ...INSTANCE, id: `i-000000${at}` })));
  const { result } = execute(world, ROOT, { operation: 'ec2:DescribeInstances', input: {} }, ENV);
  expect(result.ok && result.output.Reservations.flatMap(({ Instances }) => Instances)).toHaveLength(12);
  expect(result.ok && result.output).not.toHaveProperty('NextToken');
});

test('keys come as many as are asked for, and say whether there are more', () => {
  let world = withBookshop((account) => account);
  for (let made = 0; made < 3; made++) {
    const outcome = execute(world, ROOT, { operation: 'kms:CreateKey', input: {} }, ENV);
    world = applyChanges(world, outcome.changes);
  }
  const list = (input: { Limit: number; Marker?: string }) => {
    const { result } = execute(world, ROOT, { operation: 'kms:ListKeys', input }, ENV);
    if (!result.ok) throw new Error(result.error.code);
    return result.output;
  };
  const first = list({ Limit: 2 });
  expect(first).toMatchObject({ Truncated: true });
  const rest = list({ Limit: 2, ...(first.NextMarker !== undefined && { Marker: first.NextMarker }) });
  expect(rest).toMatchObject({ Truncated: false });
  const ids = [...first.Keys, ...rest.Keys].map(({ KeyId }) => KeyId);
  expect(new Set(ids).size).toBe(3);
});
