// Calls of a script are known by what the command line calls itself.
import { expect, test } from 'vitest';
import { commandLineAgent, scriptIn } from './user-agent.ts';

test('a script is found again in the name, and a line has none', () => {
  expect(scriptIn(commandLineAgent('t1.7'))).toBe('t1.7');
  expect(scriptIn(commandLineAgent(null))).toBeNull();
});

test.each([
  'Mozilla/5.0 md/script#x',
  '',
  'aws-cli/2 Rolecall md/script#',
  'aws-cli/2 Rolecall md/script#a b',
])('nothing of a script: %s', (agent) => expect(scriptIn(agent)).toBeNull());
