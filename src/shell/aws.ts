// `aws`: a command line of the AWS CLI, from its words to what is printed.
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import { failureText, otherFailure, type CliFailure } from '../api/command-line/failure.ts';
import { OUTPUT_FORMATS, type Globals, type OutputFormat } from '../api/command-line/globals.ts';
import { commandHelp, rootHelp, serviceHelp } from '../api/command-line/help.ts';
import { parseCommand, type Intent } from '../api/command-line/parse-command.ts';
import type { CallIntent } from '../api/command-line/parse-call.ts';
import type { Builtin } from './builtins.ts';
import { configure } from './configure.ts';
import type { Invocation } from './interpret.ts';
import { failing, out, printing, problem, type Run } from './run.ts';
import { s3Command } from './s3.ts';
import type { Shell } from './shell.ts';
import { signerOf, type Signer, type Unsigned } from './signer.ts';

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

export const failed = (failure: CliFailure): Run => failing(failureText(failure), failure.exit);

function carryOut(shell: Shell, intent: Intent, invocation: Invocation): Run {
  switch (intent.kind) {
    case 'call':
      return callRun(shell, intent, invocation);
    case 'skeleton':
      return printing(intent.format === 'json' ? jsonText(intent.value) : yamlText(intent.value));
    case 'help':
      return printing(helpText(intent.service, intent.command));
    case 'version':
      return printing('aws-cli/2 Rolecall\n');
    case 'highLevel':
      return intent.service === 's3' ? s3Command(shell, intent, invocation) : configure(shell, intent, invocation);
  }
}
