// Secret values: found at any depth, and nothing else is touched.
import { expect, test } from 'vitest';
import { OPERATIONS } from './operations.ts';
import { markedInput } from './secret-values.ts';

test.each([
  ['iam:CreateLoginProfile', { UserName: 'a', Password: 'b' }, { UserName: 'a', Password: '#' }],
  [
    'lambda:CreateFunction',
    { FunctionName: 'a', Environment: { Variables: { B: 'c' } }, Code: { ZipFile: 'd' } },
    { FunctionName: 'a', Environment: { Variables: { B: '#' } }, Code: { ZipFile: '#' } },
  ],
  ['lambda:CreateFunction', { Environment: 'B=c' }, { Environment: '#' }],
  ['iam:CreateUser', { UserName: 'a', Unknown: 'b' }, { UserName: 'a', Unknown: 'b' }],
] as const)('%s %j', (operation, input, marked) =>
  expect(markedInput(OPERATIONS[operation].parameters, input, '#')).toEqual(marked),
);
