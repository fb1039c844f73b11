// `npm run --silent sandbox -- [--scenario FILE] [--as WHO] [--exit-codes]`: runs commands from standard input as the terminal does.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { newAccount } from '../../src/account/new-account.ts';
import type { World } from '../../src/account/world.ts';
import { packVocabulary } from '../../src/app/build/aws-data.ts';
import { readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import { instantOf } from '../../src/aws/instant.ts';
import { parseScenarioText } from '../../src/scenario/parse.ts';
import { managedPolicies } from '../fixtures/managed-policies.ts';
import { transcribe } from './transcript.ts';
import { Sandbox } from './sandbox.ts';

const EMPTY: World = {
  organization: null,
  accounts: {
    '111122223333': newAccount('111122223333', 'Sandbox', 'root@example.com', '2026-01-01T00:00:00Z'),
  },
};

try {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      as: { type: 'string', default: 'root' },
      'exit-codes': { type: 'boolean', default: false },
    },
  });
  const sandbox = new Sandbox({
    world: values.scenario === undefined ? EMPTY : worldIn(values.scenario),
    as: values.as,
    now: () => instantOf(Date.now()),
    newId: randomUUID,
    randomBytes: (count) => [...randomBytes(count)],
    managedPolicies: managedPolicies(),
    actions: readVocabulary(packVocabulary()).actions,
  });
  const script = await text(process.stdin);
  for (const { stream, text: said } of transcribe(sandbox.shell, script, values['exit-codes']))
    (stream === 'err' ? process.stderr : process.stdout).write(said);
  process.exitCode = sandbox.shell.status;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

function worldIn(path: string): World {
  const scenario = parseScenarioText(readFileSync(path, 'utf8'));
  if (scenario.ok) return scenario.value.world;
  const { error } = scenario;
  throw new Error(
    `${path} is no scenario that can be taken: ${'detail' in error ? error.detail : error.kind}`,
  );
}
