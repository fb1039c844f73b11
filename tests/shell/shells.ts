// Shells for tests: in the bookshop or in an empty account, with clock, ids and chance that are the same at every run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAccount } from '../../src/account/new-account.ts';
import type { World } from '../../src/account/world.ts';
import { packDescriptions, packVocabulary } from '../../src/app/build/aws-data.ts';
import { readDescriptions, readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import { parseScenarioText } from '../../src/scenario/parse.ts';
import type { Shell } from '../../src/shell/shell.ts';
import { managedPolicies } from '../fixtures/managed-policies.ts';
import { Sandbox } from './sandbox.ts';

const ACCOUNT = '111122223333';
const EMPTY: World = {
  organization: null,
  accounts: { [ACCOUNT]: newAccount(ACCOUNT, 'Sandbox', 'root@example.com', '2026-01-01T00:00:00Z') },
};
const vocabulary = readVocabulary(packVocabulary());
const descriptions = readDescriptions(packDescriptions(), vocabulary);

function bookshop(): World {
  const file = join(import.meta.dirname, '../../src/lessons/bookshop/scenario.json');
  const scenario = parseScenarioText(readFileSync(file, 'utf8'));
  if (!scenario.ok) throw new Error('The bookshop is no scenario.');
  return scenario.value.world;
}

function shellIn(world: World, as: string | null): Shell {
  let ids = 0;
  let state = 1;
  return new Sandbox({
    world,
    as,
    now: () => '2026-11-26T09:00:00Z',
    newId: () => `00000000-0000-4000-8000-${`${++ids}`.padStart(12, '0')}`,
    randomBytes: (count) =>
      Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 24;
      }),
    managedPolicies: managedPolicies(),
    vocabulary,
    descriptions,
  }).shell;
}

/** @param as Null: nobody is signed in. */
export const bookshopShell = (as: string | null): Shell => shellIn(bookshop(), as);
export const emptyShell = (as: string | null = 'root'): Shell => shellIn(EMPTY, as);
