// Lines with credentials, in the forms in which they are handed around.
import { expect, test } from 'vitest';
import { environmentLines, readEnvironmentLines } from './environment-lines.ts';

const LONG_TERM = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a/b+c' };
const TEMPORARY = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'a/b+c', sessionToken: 'IQoJ==' };

test('what is written is read again', () => {
  for (const values of [LONG_TERM, TEMPORARY])
    expect(readEnvironmentLines(environmentLines(values))).toEqual(values);
  expect(environmentLines(LONG_TERM)).toBe(
    'export AWS_ACCESS_KEY_ID=AKIAEXAMPLE\nexport AWS_SECRET_ACCESS_KEY=a/b+c',
  );
});

test.each([
  [
    'quotes',
    'export AWS_ACCESS_KEY_ID="ASIAEXAMPLE"\nexport AWS_SECRET_ACCESS_KEY=\'a/b+c\'\nexport AWS_SESSION_TOKEN="IQoJ=="\n',
  ],
  [
    'Windows',
    'SET AWS_ACCESS_KEY_ID=ASIAEXAMPLE\r\nSET AWS_SECRET_ACCESS_KEY=a/b+c\r\nSET AWS_SESSION_TOKEN=IQoJ==\r\n',
  ],
  [
    'PowerShell',
    '$Env:AWS_ACCESS_KEY_ID="ASIAEXAMPLE"\n$Env:AWS_SECRET_ACCESS_KEY="a/b+c"\n$Env:AWS_SESSION_TOKEN="IQoJ=="',
  ],
  [
    'the file of credentials',
    '[default]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = a/b+c\naws_session_token = IQoJ==\n',
  ],
])('with %s', (_form, text) => {
  expect(readEnvironmentLines(text)).toEqual(TEMPORARY);
});

test('some of the lines are some of the values; other text is none', () => {
  expect(readEnvironmentLines('  export AWS_SESSION_TOKEN=IQoJ==')).toEqual({ sessionToken: 'IQoJ==' });
  expect(readEnvironmentLines('AKIAEXAMPLE')).toBeNull();
  expect(readEnvironmentLines('')).toBeNull();
});
