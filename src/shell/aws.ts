// `aws`: a command line of the AWS CLI, from its words to what is printed.
import type { ApiCall } from '../api/call.ts';
import { ERROR_FORMATS, type ErrorFormat } from '../api/command-line/error-format.ts';
import { otherFailure, wrongValue } from '../api/command-line/failure.ts';
import { commandHelp, rootHelp, serviceHelp } from '../api/command-line/help.ts';
import { printedAnswer, type Printing } from '../api/command-line/output/answer.ts';
import { paged } from '../api/command-line/output/pages.ts';
import { isObject } from '../api/command-line/output/python.ts';
import { OUTPUT_FORMATS } from '../api/command-line/output/printed.ts';
import { parseQueryOption } from '../api/command-line/output/query.ts';
import { shownResponse, type Response } from '../api/command-line/output/response.ts';
import type { CallIntent, Intent } from '../api/command-line/intent.ts';
import { parseCommand } from '../api/command-line/parse-command.ts';
import { waited } from '../api/command-line/waiters.ts';
import type { Operation } from '../api/operation.ts';
import { OPERATIONS } from '../api/operations.ts';
import type { PlainJson } from '../aws/json.ts';
import { ok } from '../aws/result.ts';
import type { Builtin } from './builtin.ts';
import { configure } from './configure.ts';
import { failed } from './failed.ts';
import type { Invocation } from './builtin.ts';
import { answered, requesterOf, type Requester } from './requester.ts';
import { out, printing as printed, problem, type Run } from './run.ts';
import { s3Command } from './s3.ts';
import type { Host } from './host.ts';
import { textStream } from './stream.ts';

export const awsCommand: Builtin = {
  help: 'aws SERVICE COMMAND   the AWS CLI; aws help says more',
  *run(shell, invocation) {
    for (const [option, note] of IDLE)
      if (invocation.words.includes(option))
        yield problem(`rolecall: ${option} does nothing here: ${note}\n`);
    const configured = shell.environment(invocation.environment).get('AWS_CLI_ERROR_FORMAT');
    const given = ERROR_FORMATS.find((format) => format === configured);
    const words = [...(given ? ['--cli-error-format', given] : []), ...invocation.words.slice(1)];
    const intent = parseCommand(words, {
      files: (path) => shell.readFile(path),
      actions: shell.around.actions(),
    });
    return yield* intent.ok
      ? carryOut(shell, intent.value, invocation)
      : failed(intent.error, { errorFormat: errorFormatIn(words) });
  },
};

/** Options that one would wait for in vain, and what there is in their place. */
const IDLE: readonly (readonly [string, string])[] = [
  ['--debug', 'why tells how the last request was decided.'],
  ['--cli-auto-prompt', 'the key Tab completes commands, options and values.'],
];

/** In the form of AWS's own: what is simulated, with what, on what. */
const VERSION = 'aws-cli/2.32.0 Python/3.13.9 Linux/6.8.0 exe/x86_64.rolecall';

/** The format that a command line asks for which cannot be read as a whole. */
const errorFormatIn = (words: readonly string[]): ErrorFormat | null =>
  ERROR_FORMATS.find((format) => {
    const at = words.lastIndexOf('--cli-error-format');
    return at >= 0 && words[at + 1] === format;
  }) ?? null;

function carryOut(shell: Host, intent: Intent, invocation: Invocation): Run {
  switch (intent.kind) {
    case 'call':
      return called(shell, intent, invocation);
    case 'wait':
      return awaited(shell, intent, invocation);
    case 'skeleton':
      return printed(intent.text);
    case 'help':
      return printed(
        (intent.service === null
          ? rootHelp()
          : intent.command === null
            ? serviceHelp(intent.service, shell.around.descriptions())
            : commandHelp(intent.service, intent.command, shell.around.descriptions())) ?? '',
      );
    case 'version':
      return printed(`${VERSION}\n`);
    case 'highLevel':
      return intent.service === 's3'
        ? s3Command(shell, intent, invocation)
        : configure(shell, intent, invocation);
  }
}

function* called(shell: Host, intent: CallIntent, { environment }: Invocation): Run {
  const { command, globals } = intent;
  const query = globals.query === null ? ok(null) : parseQueryOption(globals.query);
  if (!query.ok) return yield* failed(wrongValue(query.error), globals);
  const operation: Operation = OPERATIONS[command.operation];
  // Where the request brings its own proof of who asks, the CLI wants no credentials.
  const signing = operation.identify ? { ...globals, sign: false } : globals;
  const aws = yield* requesterOf(shell, signing, environment, command.service);
  if (!aws.ok) {
    yield problem(aws.error.text);
    return aws.error.status;
  }
  const configured = globals.output ?? aws.value.output ?? 'json';
  const format = OUTPUT_FORMATS.find((one) => one === configured);
  if (!format) return yield* failed(otherFailure(`Unknown output type: ${configured}`), globals);
  const until = aws.value.ahead(intent.call);
  if (until) yield { kind: 'wait', until };
  return yield* answer(shell, intent, aws.value, { format, query: query.value });
}

function* awaited(
  shell: Host,
  { name, waiter, made: { call, command, globals } }: Extract<Intent, { kind: 'wait' }>,
  { environment }: Invocation,
): Run {
  const aws = yield* requesterOf(shell, globals, environment, command.service);
  if (!aws.ok) {
    yield problem(aws.error.text);
    return aws.error.status;
  }
  const answer = aws.value.call(call);
  const failure = waited(
    name,
    waiter,
    answer.ok ? ok(shownResponse(command.operation, answer.value)) : answer,
  );
  return failure === null ? 0 : yield* failed(otherFailure(failure), globals);
}

function* answer(shell: Host, intent: CallIntent, aws: Requester, printing: Printing): Run {
  const { call, command, globals, paging } = intent;
  const { operation } = command;
  let written: string | null = null;
  const pages = paged(operation, call.input, paging, (input) => {
    const answered = aws.call({ ...call, input } as ApiCall);
    if (!answered.ok) return answered;
    written ??= streamIn(intent, answered.value);
    return ok(withoutMembers(shownResponse(operation, answered.value), intent.unprinted));
  });
  const { text, error } = printedAnswer(operation, pages, printing);
  if (intent.written !== null && written !== null) {
    const refused = shell.writeFile(intent.written.path, written);
    if (refused !== null) return yield* failed(otherFailure(`${refused}: '${intent.written.path}'`), globals);
  }
  if (text !== '') yield out(text);
  const { failure } = pages;
  if (failure?.by === 'service') {
    const { text: line, status } = answered(operation, failure.error, globals);
    yield problem(line);
    return status;
  }
  const said = failure?.message ?? error;
  return said === null ? 0 : yield* failed(otherFailure(said), globals);
}

/** What goes to a file, as base64. */
function streamIn({ written }: CallIntent, output: object): string | null {
  if (written === null) return null;
  let held: unknown = output;
  for (const name of written.stream.member.split('.'))
    held =
      typeof held === 'object' && held !== null
        ? Object.entries(held).find(([one]) => one === name)?.[1]
        : undefined;
  if (typeof held !== 'string') return '';
  return written.stream.encoding === 'text' ? textStream(held) : held;
}

/** @param names `VirtualMFADevice.QRCodePNG` is a member of a member. */
function withoutMembers(response: Response, names: readonly string[]): Response {
  if (names.length === 0) return response;
  const gone = (value: PlainJson, path: string): PlainJson =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !names.includes(`${path}${name}`))
            .map(([name, member]) => [name, gone(member, `${path}${name}.`)]),
        )
      : value;
  const rest = gone(response, '');
  return isObject(rest) ? rest : response;
}
