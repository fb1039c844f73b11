// Golden transcripts: whole sessions of the command line, compared sign by sign. `UPDATE_TRANSCRIPTS=1` writes them anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newAccount } from '../../src/account/new-account.ts';
import type { World } from '../../src/account/world.ts';
import { packActions } from '../../src/app/build/aws-data.ts';
import { readActions } from '../../src/aws/catalogue.ts';
import { parseScenarioText } from '../../src/scenario/parse.ts';
import { managedPolicies } from '../fixtures/managed-policies.ts';
import { Sandbox } from './sandbox.ts';
import { transcribe } from './transcript.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');
const ACCOUNT = '111122223333';
const EMPTY: World = {
  organization: null,
  accounts: { [ACCOUNT]: newAccount(ACCOUNT, 'Sandbox', 'root@example.com') },
};
const actions = readActions(packActions());

function bookshop(): World {
  const file = join(import.meta.dirname, '../../src/lessons/bookshop/scenario.json');
  const scenario = parseScenarioText(readFileSync(file, 'utf8'));
  if (!scenario.ok) throw new Error('The bookshop is no scenario.');
  return scenario.value.world;
}

/** Clock, ids and chance are the same at every run. */
function sandboxOf(heading: string): Sandbox {
  const [, world, as = ''] = /^# (empty|bookshop) as (\S+)$/.exec(heading) ?? [];
  if (world === undefined)
    throw new Error(`A transcript begins with "# empty as root" or the like, not: ${heading}`);
  let ids = 0;
  let state = 1;
  return new Sandbox({
    world: world === 'empty' ? EMPTY : bookshop(),
    as: as === 'nobody' ? null : as,
    now: () => '2026-11-26T09:00:00Z',
    newId: () => `00000000-0000-4000-8000-${`${++ids}`.padStart(12, '0')}`,
    randomBytes: (count) =>
      Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 24;
      }),
    managedPolicies: managedPolicies(),
    actions,
  });
}

/** Lines of `$ ` begin a command, those of `> ` right behind it go on with it or answer what it asks. */
function commandsOf(transcript: string): readonly string[] {
  const commands: string[] = [];
  let open = false;
  for (const line of transcript.split('\n')) {
    if (line.startsWith('$ ')) commands.push(line.slice(2));
    else if (open && line.startsWith('> ')) commands.push(`${commands.pop() ?? ''}\n${line.slice(2)}`);
    open = line.startsWith('$ ') || (open && line.startsWith('> '));
  }
  return commands;
}

function played(transcript: string): string {
  const heading = transcript.split('\n', 1)[0] ?? '';
  const { shell } = sandboxOf(heading);
  const parts = commandsOf(transcript).map((command) => {
    const said = [...transcribe(shell, command, false)].map(({ text }) => text).join('');
    const ended = said === '' || said.endsWith('\n') ? said : `${said}\n`;
    return `$ ${command.replaceAll('\n', '\n> ')}\n${ended}# exit ${shell.status}\n`;
  });
  return `${heading}\n\n${parts.join('\n')}`;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

test.each(files)('%s', (name) => {
  const path = join(FOLDER, name);
  const transcript = readFileSync(path, 'utf8');
  const now = played(transcript);
  if (process.env['UPDATE_TRANSCRIPTS'] === '1') writeFileSync(path, now);
  else expect(now).toBe(transcript);
});

test('there are many commands', () => {
  const all = files.flatMap((name) => commandsOf(readFileSync(join(FOLDER, name), 'utf8')));
  expect(all.length).toBeGreaterThanOrEqual(150);
});
