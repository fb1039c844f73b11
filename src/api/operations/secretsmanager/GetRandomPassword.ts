// secretsmanager:GetRandomPassword: a password made by chance, which is kept nowhere.
import { err, ok } from '../../../aws/result.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';

const CLASSES = {
  ExcludeUppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ExcludeLowercase: 'abcdefghijklmnopqrstuvwxyz',
  ExcludeNumbers: '0123456789',
  ExcludePunctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const;

const flag = <Event extends string>(event: Event) => ({ type: 'boolean', event, required: false }) as const;

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
export const GetRandomPassword = operation({
  name: 'secretsmanager:GetRandomPassword',
  readOnly: true,
  cli: 'secretsmanager get-random-password',
  parameters: {
    PasswordLength: { type: 'integer', event: 'passwordLength', required: false, least: 1, most: 4096 },
    ExcludeCharacters: { type: 'text', event: 'excludeCharacters', required: false, max: 4096 },
    ExcludeNumbers: flag('excludeNumbers'),
    ExcludePunctuation: flag('excludePunctuation'),
    ExcludeUppercase: flag('excludeUppercase'),
    ExcludeLowercase: flag('excludeLowercase'),
    IncludeSpace: flag('includeSpace'),
    RequireEachIncludedType: flag('requireEachIncludedType'),
  },
  authorization: () => [{ action: 'secretsmanager:GetRandomPassword', resource: '*' }],
  perform: ({ env }, input) => {
    const { PasswordLength = 32, ExcludeCharacters = '', RequireEachIncludedType = true } = input;
    const excluded = new Set(ExcludeCharacters);
    const classes = [
      ...Object.entries(CLASSES).flatMap(([name, letters]) =>
        input[name as keyof typeof CLASSES] === true ? [] : [letters],
      ),
      ...(input.IncludeSpace === true ? [' '] : []),
    ]
      .map((letters) => [...letters].filter((letter) => !excluded.has(letter)))
      .filter((letters) => letters.length > 0);
    const all = classes.flat();
    if (all.length === 0)
      return err(awsError('InvalidRequestException', 'All characters are excluded from the password.'));
    const required = RequireEachIncludedType ? classes : [];
    if (PasswordLength < required.length)
      return err(
        awsError('InvalidParameterException', 'Password length is too short based on the required types.'),
      );
    const rest = Array.from({ length: PasswordLength - required.length }, () => all);
    const letters = [...required, ...rest].map((from) => from[chance(env, from.length)] ?? '');
    return ok({ output: { RandomPassword: shuffled(letters, env).join('') }, changes: [] });
  },
});

/** A number below `sides`. */
function chance({ randomBytes }: Env, sides: number): number {
  const [high = 0, low = 0] = randomBytes(2);
  return (high * 256 + low) % sides;
}

function shuffled(letters: readonly string[], env: Env): readonly string[] {
  const mixed = [...letters];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = chance(env, at + 1);
    [mixed[at], mixed[other]] = [mixed[other] ?? '', mixed[at] ?? ''];
  }
  return mixed;
}
