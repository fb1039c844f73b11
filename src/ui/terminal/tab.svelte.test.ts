// A tab: what runs in it, step by step, stopped, asked, and taken together.
import { expect, test } from 'vitest';
import { emptyShell } from '../../../tests/shell/shells.ts';
import { Tab } from './tab.svelte.ts';

function newTab() {
  const marks: number[] = [];
  const tab = new Tab(1, emptyShell(), {
    prompt: () => 'root',
    explain: () => undefined,
    mark: () => 7,
    together: (first) => marks.push(first),
  });
  return { tab, marks };
}

const shown = (tab: Tab) =>
  tab.entries.map(({ line, parts, status }) => [line, parts.map(({ text }) => text).join(''), status]);

test('a line is an entry with what it printed and its status', async () => {
  const { tab, marks } = newTab();
  await tab.run('echo hello\n');
  await tab.run('false');
  expect(shown(tab)).toEqual([
    ['echo hello', 'hello\n', 0],
    ['false', '', 1],
  ]);
  expect(marks).toEqual([]);
  expect(tab.shell.history).toEqual(['echo hello', 'false']);
});

test('each command of a script is an entry, and the script is one', async () => {
  const { tab, marks } = newTab();
  await tab.run('echo one\naws iam create-user --user-name noor > /dev/null\necho $?');
  expect(shown(tab)).toEqual([
    ['echo one', 'one\n', 0],
    ['aws iam create-user --user-name noor > /dev/null', '', 0],
    ['echo $?', '0\n', 0],
  ]);
  expect(marks).toEqual([7]);
  expect(tab.running).toBe(false);
});

test('a script is stopped before its next command', async () => {
  const { tab } = newTab();
  const run = tab.run('echo one\necho two\necho three');
  tab.stop();
  await run;
  expect(shown(tab)).toEqual([['echo one', '^C\n', 130]]);
});

test('what is asked is answered, and the next command waits for it', async () => {
  const { tab } = newTab();
  const run = tab.run('aws configure');
  for (const answer of ['AKIAIOSFODNN7EXAMPLE', 'secret', 'eu-west-1', '']) {
    await expect.poll(() => tab.question).not.toBeNull();
    tab.answer(answer);
    await Promise.resolve();
  }
  await run;
  expect(tab.question).toBeNull();
  await tab.run('aws configure get region');
  expect(shown(tab).at(-1)).toEqual(['aws configure get region', 'eu-west-1\n', 0]);
});

test('clear leaves nothing but itself', async () => {
  const { tab } = newTab();
  await tab.run('echo one');
  await tab.run('clear');
  expect(shown(tab).map(([line]) => line)).toEqual(['clear']);
});
