// Errors of AWS on standard error, in every format there is for them.
import { describe, expect, test } from 'vitest';
import { awsError } from '../../errors.ts';
import { awsErrorText, lineOf } from './failure.ts';

const missing = awsError('NoSuchEntity', 'The user with name bob cannot be found.');
const detailed = { ...awsError('ConstraintViolationException', 'Too many.'), details: { Reason: 'QUOTA' } };
const LINE =
  '\naws: [ERROR]: An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name bob cannot be found.\n';
const DETAILED =
  '\naws: [ERROR]: An error occurred (ConstraintViolationException) when calling the CreateAccount operation: Too many.\n';

describe('an error', () => {
  test.each([
    ['enhanced', LINE],
    ['legacy', LINE],
    ['json', '{\n    "Code": "NoSuchEntity",\n    "Message": "The user with name bob cannot be found."\n}\n'],
    ['yaml', 'Code: NoSuchEntity\nMessage: The user with name bob cannot be found.\n'],
    ['text', 'NoSuchEntity\tThe user with name bob cannot be found.\n'],
  ] as const)('as %s', (format, text) => expect(awsErrorText('iam:GetUser', missing, format)).toBe(text));
});

describe('an error with fields of its own', () => {
  test.each([
    ['enhanced', `${DETAILED}\nAdditional error details:\nReason: QUOTA\n`],
    ['legacy', DETAILED],
    [
      'json',
      '{\n    "Code": "ConstraintViolationException",\n    "Message": "Too many.",\n    "Reason": "QUOTA"\n}\n',
    ],
    [
      'table',
      [
        '---------------------------------------------------------',
        '|                         error                         |',
        '+-------------------------------+------------+----------+',
        '|             Code              |  Message   | Reason   |',
        '+-------------------------------+------------+----------+',
        '|  ConstraintViolationException |  Too many. |  QUOTA   |',
        '+-------------------------------+------------+----------+',
        '',
      ].join('\n'),
    ],
  ] as const)('as %s', (format, text) =>
    expect(awsErrorText('organizations:CreateAccount', detailed, format)).toBe(text),
  );
});

test('the sentence alone takes the bare name too', () =>
  expect(lineOf('CreateBucket', missing)).toBe(
    'An error occurred (NoSuchEntity) when calling the CreateBucket operation: The user with name bob cannot be found.',
  ));
