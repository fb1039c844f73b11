// A tab: what runs in it, step by step, stopped, asked, and taken together.
import { expect, test } from 'vitest';
import { emptyShell } from '../../../tests/shell/shells.ts';
import { Tab } from './tab.svelte.ts';

function newTab() {
  const scripts: boolean[] = [];
  const tab = new Tab(1, emptyShell(), {
    prompt: () => 'root',
    explain: () => undefined,
    script: (runs) => scripts.push(runs),
  });
  return { tab, scripts };
}

const shown = (tab: Tab) =>
  tab.entries.map(({ line, parts, status }) => [line, parts.map(({ text }) => text).join(''), status]);

test('a line is an entry with what it printed and its status', async () => {
  const { tab, scripts } = newTab();
  await tab.run('echo hello\n');
  await tab.run('false');
  expect(shown(tab)).toEqual([
    ['echo hello', 'hello\n', 0],
    ['false', '', 1],
  ]);
  expect(scripts).toEqual([]);
  expect(tab.shell.history).toEqual(['echo hello', 'false']);
});

test('each command of a script is an entry, and the script is one', async () => {
  const { tab, scripts } = newTab();
  await tab.run('echo one\naws iam create-user --user-name noor > /dev/null\necho $?');
  expect(shown(tab)).toEqual([
    ['echo one', 'one\n', 0],
    ['aws iam create-user --user-name noor > /dev/null', '', 0],
    ['echo $?', '0\n', 0],
  ]);
  expect(scripts).toEqual([true, false]);
  expect(tab.running).toBe(false);
});

test('a here document stands with its command; a remark between commands does not', async () => {
  const { tab } = newTab();
  await tab.run(
    "cat <<'EOF' | head -n 1\none\ntwo\nEOF\n# a remark\ncat > a.txt <<EOF && echo made\nthree\nEOF",
  );
  expect(shown(tab)).toEqual([
    ["cat <<'EOF' | head -n 1\none\ntwo\nEOF", 'one\n', 0],
    ['cat > a.txt <<EOF && echo made\nthree\nEOF', 'made\n', 0],
  ]);
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

test('clear leaves nothing, not even itself; what comes behind it is there', async () => {
  const { tab } = newTab();
  await tab.run('echo one');
  await tab.run('clear');
  expect(shown(tab)).toEqual([]);
  await tab.run('clear && echo two');
  expect(shown(tab)).toEqual([['', 'two\n', 0]]);
  await tab.run('clear\necho three');
  expect(shown(tab)).toEqual([['echo three', 'three\n', 0]]);
});

test('of a very long answer it is said how to have the rest', async () => {
  const { tab } = newTab();
  tab.shell.writeFile('long.txt', btoa('x'.repeat(250_000)));
  await tab.run('cat long.txt');
  expect(shown(tab)[0]?.[1]).toMatch(
    /x\n… 50,000 more characters are not shown. --query and .* in a file.\n$/,
  );
});

test('whose code is asked for can be told while it is', async () => {
  const { tab } = newTab();
  const serial = 'arn:aws:iam::111122223333:mfa/noor-phone';
  const lines = [
    'aws configure set role_arn arn:aws:iam::111122223333:role/Desk --profile desk',
    'aws configure set credential_source Environment --profile desk',
    `aws configure set mfa_serial ${serial} --profile desk`,
    'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=secret',
  ];
  for (const line of lines) await tab.run(line);
  expect(tab.device).toBeNull();
  const run = tab.run('aws sts get-caller-identity --profile desk');
  await expect.poll(() => tab.device).toBe(serial);
  tab.answer('123456');
  await run;
  expect(tab.device).toBeNull();
});
