// Golden transcripts: whole sessions of the command line, compared sign by sign. `UPDATE_TRANSCRIPTS=1` writes them anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Shell } from '../../src/shell/shell.ts';
import { bookshopShell, emptyShell } from './shells.ts';
import { transcribe } from './transcript.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');
/** The first line says where and as whom. */
function shellOf(heading: string): Shell {
  const [, world, as = ''] = /^# (empty|bookshop) as (\S+)$/.exec(heading) ?? [];
  if (world === undefined)
    throw new Error(`A transcript begins with "# empty as root" or the like, not: ${heading}`);
  const who = as === 'nobody' ? null : as;
  return world === 'empty' ? emptyShell(who) : bookshopShell(who);
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
  const shell = shellOf(heading);
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
