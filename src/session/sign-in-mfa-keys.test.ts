// The condition keys of MFA in a session that was signed in to: as the policies of AWS would find them.
import { expect, test } from 'vitest';
import { account, arrive, codeIn, DEVICES, NOW, SEEDS, start, world } from '../../tests/fixtures/sign-in.ts';
import { environment } from '../../tests/fixtures/world.ts';
import type { Caller } from '../account/caller.ts';
import { execute } from '../api/execute.ts';
import { addSeconds } from '../aws/instant.ts';
import type { SignInEvent } from './sign-in-context.ts';

const PRESENT = 'aws:MultiFactorAuthPresent';
const AGE = 'aws:MultiFactorAuthAge';

/** What is in the context of a request five minutes after the sign-in. */
function keysOf(caller: Caller): Record<string, unknown> {
  const env = { ...environment(), now: addSeconds(NOW, 300) };
  const { evaluations } = execute(world, caller, { operation: 'iam:ListUsers', input: {} }, env);
  const context: Readonly<Record<string, unknown>> = evaluations[0]?.request.context ?? {};
  return Object.fromEntries(Object.entries(context).filter(([key]) => [PRESENT, AGE].includes(key)));
}

async function callerAfter(...events: SignInEvent[]): Promise<Caller> {
  const { output } = await start().send(...events);
  if (!output) throw new Error('Nobody has signed in.');
  return output.caller;
}

test('with a code, or a key: present, and so many seconds old', async () => {
  const withCode = await callerAfter(...arrive('mia'), {
    type: 'submitCode',
    code: codeIn(0, SEEDS.phone),
  });
  expect(keysOf(withCode)).toEqual({ [PRESENT]: 'true', [AGE]: '300' });
  const withKey = await callerAfter(...arrive('pia'), { type: 'pressKey', serial: DEVICES.pia.serial });
  expect(keysOf(withKey)).toEqual({ [PRESENT]: 'true', [AGE]: '300' });
});

test('without a device: present and false, and of no age', async () => {
  expect(keysOf(await callerAfter(...arrive('Noor')))).toEqual({ [PRESENT]: 'false' });
});

test('with a long-term key there is neither: nobody has signed in', () => {
  const root: Caller = {
    kind: 'root',
    account: account.id,
    credentials: { kind: 'accessKey', accessKeyId: 'AKIAROOTROOTROOTROOT' },
  };
  const keyed = {
    ...world,
    accounts: {
      ...world.accounts,
      [account.id]: {
        ...account,
        root: {
          ...account.root,
          accessKeys: [
            {
              id: 'AKIAROOTROOTROOTROOT',
              created: NOW,
              changed: NOW,
              status: 'Active' as const,
              secretHash: null,
            },
          ],
        },
      },
    },
  };
  const { evaluations } = execute(keyed, root, { operation: 'iam:ListUsers', input: {} }, environment());
  expect(evaluations[0]?.request.context).toHaveProperty('aws:SourceIp');
  expect(evaluations[0]?.request.context).not.toHaveProperty(PRESENT);
  expect(evaluations[0]?.request.context).not.toHaveProperty(AGE);
});
