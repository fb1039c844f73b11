// Settings from a form: written, left out when empty, and others untouched.
import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

test('what is empty is left out, and what the form does not know stays', () => {
  expect(
    settingsOf(
      { region: 'eu-west-1', output: 'json', role_arn: 'r' },
      { region: ' us-east-1 ', role_arn: '  ' },
    ),
  ).toEqual({ region: 'us-east-1', output: 'json' });
});
