// What a script without a terminal comes to: where it ends, and how its exit codes stand among what it prints.
import { expect, test } from 'vitest';
import { bookshopShell, emptyShell } from './shells.ts';
import { transcribe } from './transcript.ts';

function ran(script: string, shell = emptyShell()) {
  const said = [...transcribe(shell, script, true)];
  return { text: said.map(({ text }) => text).join(''), status: shell.status };
}

test.each([
  ['output without an end', 'echo -n one\nprintf two', 'one\n# exit 0\ntwo\n# exit 0\n'],
  ['output with an end', 'echo one', 'one\n# exit 0\n'],
  ['no output', 'true', '# exit 0\n'],
])('an exit code stands on a line of its own behind %s', (_what, script, text) =>
  expect(ran(script).text).toBe(text),
);

test('exit ends the script with its status, or with the last', () => {
  expect(ran('exit 3\necho never')).toEqual({ text: '# exit 3\n', status: 3 });
  expect(ran('false\nexit\necho never')).toEqual({ text: '# exit 1\n# exit 1\n', status: 1 });
});

test('set -e ends it at a failure, and says so where something is left', () => {
  expect(ran('set -e\nfalse\necho never').text).toBe(
    '# exit 0\n# exit 1\nrolecall: the script ends here (set -e)\n',
  );
  expect(ran('set -e\nfalse').text).toBe('# exit 0\n# exit 1\n');
});

test('why is told in words where there is no panel', () => {
  const { text } = ran('aws iam create-user --user-name eve\nwhy', bookshopShell('noor'));
  expect(text).toContain('Denied: nothing allows it in the identity-based policies');
});
