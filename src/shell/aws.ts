// `aws`: a command line of the AWS CLI, from its words to what is printed.
import type { CallIntent } from '../api/command-line/parse-call.ts';
import { failureText, invalidHelp, otherFailure } from '../api/command-line/failure.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../api/command-line/globals.ts';
import { commandHelp, rootHelp, serviceHelp } from '../api/command-line/help.ts';
import { parseCommand, type Intent } from '../api/command-line/parse-command.ts';
import { jsonText } from '../api/command-line/output/json.ts';
import { paged, wholeOf } from '../api/command-line/output/pages.ts';
import { printed } from '../api/command-line/output/printed.ts';
import { shownResponse } from '../api/command-line/output/response.ts';
import { yamlText } from '../api/command-line/output/yaml.ts';
import { splitOperation } from '../api/operations.ts';
import type { ApiCall } from '../api/call.ts';
import type { PlainJson } from '../aws/json.ts';
import { ok } from '../aws/result.ts';
import type { Builtin } from './builtins.ts';
import { configure } from './configure.ts';
import { failed } from './failed.ts';
import type { Invocation } from './interpret.ts';
import { answered, requesterOf, type Requester } from './requester.ts';
import { out, printing, problem, type Run } from './run.ts';
import { s3Command } from './s3.ts';
import type { Shell } from './shell.ts';
import { textStream } from './stream.ts';

export const awsCommand: Builtin = {
  help: 'aws SERVICE COMMAND   the AWS CLI; aws help says more',
  run: (shell, invocation) => {
    const intent = parseCommand(invocation.words.slice(1), {
      files: (path) => shell.readFile(path),
      actions: shell.around.actions(),
    });
    return intent.ok ? carryOut(shell, intent.value, invocation) : failed(intent.error);
  },
};

function carryOut(shell: Shell, intent: Intent, invocation: Invocation): Run {
  switch (intent.kind) {
    case 'call':
      return called(shell, intent, invocation);
    case 'skeleton':
      return printing(intent.format === 'json' ? jsonText(intent.value) : yamlText(intent.value));
    case 'help':
      return printing(
        (intent.service === null
          ? rootHelp()
          : intent.command === null
            ? serviceHelp(intent.service)
            : commandHelp(intent.service, intent.command)) ?? '',
      );
    case 'version':
      return printing('aws-cli/2 Rolecall\n');
    case 'highLevel':
      return intent.service === 's3'
        ? s3Command(shell, intent, invocation)
        : configure(shell, intent, invocation);
  }
}

function* called(shell: Shell, intent: CallIntent, { environment }: Invocation): Run {
  const { command, globals } = intent;
  const aws = yield* requesterOf(shell, globals, environment, command.service);
  if (!aws.ok) {
    yield problem(aws.error.text);
    return aws.error.status;
  }
  const configured = globals.output ?? aws.value.output ?? 'json';
  const format = OUTPUT_FORMATS.find((one) => one === configured);
  if (!format) return yield* failed(otherFailure(`Unknown output type: ${configured}`));
  return yield* answer(shell, intent, aws.value, format);
}
