// `npm run --silent sandbox -- [options]`: runs commands from standard input as the terminal does; `--help` lists the options.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { newAccount } from '../../src/account/new-account.ts';
import type { World } from '../../src/account/world.ts';
import { packDescriptions, packVocabulary } from '../../src/app/build/aws-data.ts';
import { readDescriptions, readVocabulary } from '../../src/aws/packed-vocabulary.ts';
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

const USAGE = `usage: npm run --silent sandbox -- [options] < script

Runs commands of the shell and of aws from standard input, in a simulated account of AWS.

  --scenario FILE   begin with the accounts of a scenario; without it, with one that is empty
  --as WHO          root, a user, or either behind an account and a slash; without it, root
  --exit-codes      print # exit N after each command
  --help            print this

The exit status is that of the last command, or the one that exit was given; 2 where nothing could be run.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      scenario: { type: 'string' },
      as: { type: 'string', default: 'root' },
      'exit-codes': { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const vocabulary = readVocabulary(packVocabulary());
  const sandbox = new Sandbox({
    world: values.scenario === undefined ? EMPTY : worldIn(values.scenario),
    as: values.as,
    now: () => instantOf(Date.now()),
    newId: randomUUID,
    randomBytes: (count) => [...randomBytes(count)],
    managedPolicies: managedPolicies(),
    vocabulary,
    descriptions: readDescriptions(packDescriptions(), vocabulary),
  });
  const script = await text(process.stdin);
  for (const { stream, text: said } of transcribe(sandbox.shell, script, values['exit-codes']))
    (stream === 'err' ? process.stderr : process.stdout).write(said);
  return sandbox.shell.status;
}

try {
  process.exitCode = await main();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

function worldIn(path: string): World {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${path}.`);
  const scenario = parseScenarioText(readFileSync(path, 'utf8'));
  if (scenario.ok) return scenario.value.world;
  const { error } = scenario;
  throw new Error(
    `${path} is no scenario that can be taken: ${'detail' in error ? error.detail : error.kind}`,
  );
}
