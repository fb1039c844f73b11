// Kept history: no secret in it, whatever way it was typed; and lines without one as they were.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyShell } from '../../tests/shell/shells.ts';
import { commandNames, findCommand, serviceNames } from '../api/command-line/arguments.ts';
import { mayHoldSecret } from '../api/secret-values.ts';
import { keptHistory, NOT_KEPT, SECRET_MARK } from './kept-history.ts';

const SECRET = 'Geheim-7!';

test.each([
  ['aws iam create-login-profile --user-name a --password Geheim-7!', '--password SECRET-NOT-KEPT'],
  ['aws iam create-login-profile --user-name a --password=Geheim-7!', '--password=SECRET-NOT-KEPT'],
  [`aws iam create-login-profile --user-name a --password "Geheim-7!" | cat > a`, 'KEPT | cat > a'],
  ['aws --region us-east-1 iam --profile p change-password --old-password Geheim-7! --new-password b', 'iam'],
  [
    `aws iam create-login-profile --cli-input-json '{"UserName":"a","Password":"Geheim-7!"}'`,
    `'{"UserName":"a","Password":"SECRET-NOT-KEPT"}'`,
  ],
  ['aws iam create-login-profile --cli-input-yaml "Password: Geheim-7!"', 'yaml SECRET-NOT-KEPT'],
  ['A=$(aws iam change-password --old-password Geheim-7! --new-password x) && echo "b $A"', 'echo "b $A"'],
  ['echo "$(aws iam change-password --old-password Geheim-7! --new-password x)"', '--new-password SECRET'],
  ['if true; then aws iam update-login-profile --user-name a --password Geheim-7!; fi', '; fi'],
  ['for p in Geheim-7! b; do aws iam update-login-profile --user-name a --password $p; done', '$p; done'],
  ['P=Geheim-7!; aws iam update-login-profile --user-name a --password "$P"', '--password "$P"'],
  ['K=Geheim-7!; export AWS_SECRET_ACCESS_KEY=$K', 'AWS_SECRET_ACCESS_KEY=$K'],
  ['aws iam update-login-profile --user-name a --password "$(echo Geheim-7!)"', '--password SECRET'],
  ['AWS_SECRET_ACCESS_KEY=Geheim-7! aws sts get-caller-identity', 'SECRET-NOT-KEPT aws sts'],
  ['export AWS_ACCESS_KEY_ID=AKIA AWS_SECRET_ACCESS_KEY="Geheim-7!"', 'AWS_ACCESS_KEY_ID=AKIA'],
  ['export AWS_SESSION_TOKEN=Geheim-7!', 'export AWS_SESSION_TOKEN=SECRET-NOT-KEPT'],
  ['aws configure set aws_secret_access_key Geheim-7! --profile p', 'SECRET-NOT-KEPT --profile p'],
  ['aws configure set profile.p.aws_session_token Geheim-7!', 'aws_session_token SECRET-NOT-KEPT'],
  ["aws configure import --csv 'User name,Secret access key\na,Geheim-7!'", '--csv SECRET-NOT-KEPT'],
  ['cat > ~/.aws/credentials <<END\n[a]\naws_secret_access_key = Geheim-7!\nEND', '\nEND'],
  [`echo '{"SecretAccessKey": "Geheim-7!"}' > key.json`, '> key.json'],
  ['aws sts get-session-token --serial-number s --token-code Geheim-7!', '--token-code SECRET'],
  [
    'aws lambda create-function --environment Variables={A=Geheim-7!} --zip-file fileb://f.zip',
    'fileb://f.zip',
  ],
  ['aws iam create-login-profil --user-name a --password Geheim-7!', 'profil --user-name a'],
  ['aws iam create-login-profile --user-name a --pasword Geheim-7!', '--pasword SECRET-NOT-KEPT'],
  ['aws iam change-password a Geheim-7!', 'change-password SECRET-NOT-KEPT SECRET-NOT-KEPT'],
])('%s', (line, left) => {
  const [kept = ''] = keptHistory([line]);
  expect(kept).toContain(SECRET_MARK);
  expect(kept).not.toContain('Geheim');
  expect(kept).toContain(left);
});

test('a variable that a password is taken from is found many lines before, and one that is not stays', () => {
  expect(keptHistory(['P=Geheim-7!', 'Q=red', 'aws iam update-login-profile --password ${P}'])).toEqual([
    'P=SECRET-NOT-KEPT',
    'Q=red',
    'aws iam update-login-profile --password ${P}',
  ]);
});

test('a line that cannot be read and names a secret is not kept at all', () => {
  expect(keptHistory(['aws iam change-password --new-password Geheim-7! )', 'echo )'])).toEqual(['echo )']);
});

test.each([
  'aws iam list-users --max-items 3',
  'aws iam create-login-profile --user-name a --password file://pw.txt --password-reset-required',
  'aws iam upload-server-certificate --private-key file://key.pem --certificate-body file://c.pem',
  'unset AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
  'echo $AWS_SECRET_ACCESS_KEY',
  'export AWS_SESSION_TOKEN=$(echo $A | cut -f3)',
  'aws sts assume-role --role-arn a --role-session-name b --external-id c',
  'aws sns publish --topic-arn a --message "$TEXT"',
  'sandbox code lena-phone',
  '',
])('stays: %s', (line) => expect(keptHistory([line])).toEqual([line]));

const SECRET_ARGUMENTS = serviceNames().flatMap((service) =>
  commandNames(service).flatMap((name) =>
    (findCommand(service, name)?.arguments ?? [])
      .filter(({ shape }) => mayHoldSecret(shape))
      .map((argument) => ({
        line: `aws ${service} ${name}`,
        option: argument.name,
        parameter: argument.parameter,
      })),
  ),
);

describe('every parameter that is declared secret', () => {
  test('there are such', () => expect(SECRET_ARGUMENTS.length).toBeGreaterThan(20));
  test.each(SECRET_ARGUMENTS)('$line --$option', ({ line, option, parameter }) => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
      .map((text) => `${SECRET}${text}`);
    fc.assert(
      fc.property(secret, fc.nat({ max: 3 }), (held, form) => {
        const word = `'${held.replaceAll("'", `'\\''`)}'`;
        const json = `'${JSON.stringify({ [parameter]: held }).replaceAll("'", `'\\''`)}'`;
        const typed = [
          `${line} --${option} ${word}`,
          `true && ${line} --region us-east-1 --${option}=${word} || false`,
          `${line} --cli-input-json ${json}`,
          `A=${word}\n${line} --${option} $A`,
        ][form];
        const kept = keptHistory([typed ?? '']);
        expect(kept.join('\n')).not.toContain(SECRET);
        expect(kept).toHaveLength(1);
        expect(keptHistory(kept)).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  });
});

test('a line with a mark in it is not run', () => {
  const run = emptyShell().run(`aws iam create-user --user-name ${SECRET_MARK}`);
  const said = [...run].flatMap((chunk) => (chunk.kind === 'err' ? [chunk.text] : []));
  expect(said.join('')).toBe(`rolecall: ${NOT_KEPT}\n`);
});
