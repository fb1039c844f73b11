// Laws of the grammar: a call printed as a command line and read again is the same call, for every operation.
import { encode } from 'js-base64';
import fc from 'fast-check';
import { parse } from 'unbash';
import { describe, expect, test } from 'vitest';
import type { ApiCall, OperationName } from '../../src/api/call.ts';
import { parseCommand } from '../../src/api/command-line/parse-command.ts';
import { printCommand } from '../../src/api/command.ts';
import { OPERATIONS } from '../../src/api/operations.ts';
import type { AnyInput, AnyParameters } from '../../src/api/parameters.ts';
import { runStatement, type Machine } from '../../src/shell/interpret.ts';
import { inputOf } from './fitting-input.ts';

/** What the shell hands to the command of a line. */
function wordsOf(line: string): readonly string[] {
  let words: readonly string[] = [];
  const machine: Machine = {
    variables: new Map(),
    status: 0,
    *run(invocation) {
      words = invocation.words;
      yield* [];
      return 0;
    },
    ended: () => false,
    readFile: () => null,
    paths: () => [],
    condition: () => null,
    writeFile: () => null,
  };
  const { commands, errors = [] } = parse(line);
  expect([commands.length, errors]).toEqual([1, []]);
  for (const statement of commands) Array.from(runStatement(statement, machine));
  return words;
}

/** The files that a printed line names, with what the input holds in their place. */
function filesOf(parameters: AnyParameters, input: AnyInput): (path: string) => string | null {
  const held = new Map<string, string>();
  for (const [name, shape] of Object.entries(parameters)) {
    const value = input[name];
    if (typeof value !== 'string') continue;
    if (shape.type === 'text' && shape.file !== undefined && shape.file !== 'body')
      held.set(shape.file === 'document' ? 'policy.json' : shape.file, encode(value));
    if (shape.type === 'blob')
      for (const path of ['function.zip', `${cliWords(name)}.bin`]) held.set(path, value);
  }
  const code = input['Code'];
  if (typeof code === 'object' && code !== null && 'ZipFile' in code && typeof code.ZipFile === 'string')
    held.set('function.zip', code.ZipFile);
  const body = typeof input['Body'] === 'string' ? encode(input['Body']) : null;
  return (path) => held.get(path) ?? body;
}

const cliWords = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

describe('what printCommand prints, the command line reads', () => {
  test.each(Object.keys(OPERATIONS) as OperationName[])('%s', (operation) => {
    const { parameters }: { parameters: AnyParameters } = OPERATIONS[operation];
    fc.assert(
      fc.property(inputOf(parameters), (input) => {
        const { Code: code, MinCount: least, MaxCount: most } = input;
        // What the command line cannot say: no code at all, and a count below nothing.
        fc.pre(operation !== 'lambda:CreateFunction' || JSON.stringify(code) !== '{}');
        fc.pre([least, most].every((count) => typeof count !== 'number' || count >= 0));
        const call = { operation, input } as ApiCall;
        const [program, ...words] = wordsOf(printCommand(call));
        expect(program).toBe('aws');
        const intent = parseCommand(words, { files: filesOf(parameters, input), actions: null });
        if (!intent.ok) throw new Error(`${intent.error.message}\n${words.join('\n')}`);
        expect(intent.value).toMatchObject({ kind: 'call' });
        if (intent.value.kind === 'call') expect(intent.value.call).toEqual(call);
      }),
      { numRuns: 25 },
    );
  });
});
