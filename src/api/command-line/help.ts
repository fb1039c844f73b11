// Help: what `aws … help` says, derived from the declarations of the operations.
import type { Descriptions } from '../../aws/vocabulary.ts';
import type { OperationName } from '../call.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations.ts';
import { commandNames, findCommand, serviceNames, type Argument, type Command } from './arguments.ts';
import { columns, globalLines, page, section } from './help-page.ts';
import { constraintLines, exampleOf, syntaxLines, typeName } from './help-shape.ts';
import { HIGH_LEVEL } from './intent.ts';
import { paginatorOf } from './output/paginators.ts';
import { findWaiter, waiterNames } from './waiters.ts';

/** Names as AWS writes them. */
const SERVICES: Readonly<Record<string, string>> = {
  configure: 'Settings and profiles of the command line',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon Elastic Compute Cloud',
  iam: 'AWS Identity and Access Management',
  kms: 'AWS Key Management Service',
  lambda: 'AWS Lambda',
  organizations: 'AWS Organizations',
  s3: 'Amazon S3, high-level commands',
  s3api: 'Amazon S3',
  s3control: 'Amazon S3 Control',
  secretsmanager: 'AWS Secrets Manager',
  sns: 'Amazon Simple Notification Service',
  sqs: 'Amazon Simple Queue Service',
  sts: 'AWS Security Token Service',
};

/** `aws help` */
export const rootHelp = (): string =>
  page([
    section('NAME', ['aws - the AWS Command Line Interface, version 2']),
    section('DESCRIPTION', [
      'Commands, options and answers are those of a real shell, as far as this sandbox simulates AWS. Whatever is asked is a request: it is decided, recorded, and refused as AWS would refuse it.',
    ]),
    section('SYNOPSIS', ['aws [options] <command> <subcommand> [parameters]']),
    section('FIRST STEPS', [
      ...columns([
        ['aws sts get-caller-identity', 'who you are'],
        ['aws iam list-users', 'the users of the account'],
        ['aws iam help', 'the commands of a service'],
        ['aws iam create-role help', 'the options of a command'],
        ['aws configure', 'keys of your own, in a profile'],
        ['why --text', 'why the last request was allowed or refused'],
      ]),
      '',
      'A long value can stand in a file: --policy-document file://policy.json. The key Tab completes commands, options, and the names that are in the account.',
    ]),
    section(
      'AVAILABLE SERVICES',
      columns([...serviceNames(), ...HIGH_LEVEL].sort().map((name) => [`o ${name}`, SERVICES[name] ?? ''])),
    ),
    section('GLOBAL OPTIONS', globalLines()),
  ]);

/** Operations whose permission AWS describes under another name. */
const PERMISSIONS: { readonly [Name in OperationName]?: string } = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
  's3control:PutPublicAccessBlock': 's3:PutAccountPublicAccessBlock',
};

/** What AWS says that the permission is for: `Create a new role`. Null where it says nothing, or is not loaded. */
function purposeOf(operation: OperationName, descriptions: Descriptions | null): string | null {
  const text = descriptions?.action(PERMISSIONS[operation] ?? operation);
  if (text === undefined) return null;
  const purpose = text.replace(/^(Grants|Controls) permission to /, '').replace(/\.$/, '');
  return purpose.charAt(0).toUpperCase() + purpose.slice(1);
}

/** `aws iam help`; null for a service that is not there. */
export function serviceHelp(service: string, descriptions: Descriptions | null): string | null {
  const names = commandNames(service);
  if (names.length === 0) return null;
  return page([
    section('NAME', [`${service} - ${SERVICES[service] ?? service}`]),
    section('SYNOPSIS', [`aws ${service} <command> [parameters]`]),
    section('DESCRIPTION', [`aws ${service} <command> help says which parameters a command takes.`]),
    section(
      'AVAILABLE COMMANDS',
      columns([
        ...names.map((name): [string, string] => [
          `o ${name}`,
          listed(findCommand(service, name), descriptions),
        ]),
        ...(waiterNames(service).length > 0 ? [['o wait', 'waits'] as const] : []),
      ]),
    ),
  ]);
}

const listed = (command: Command | null, descriptions: Descriptions | null): string =>
  command === null
    ? ''
    : (purposeOf(command.operation, descriptions) ?? (reads(command) ? 'Reads' : 'Changes the account'));

function reads(command: Command): boolean {
  const { readOnly }: Operation = OPERATIONS[command.operation];
  return readOnly;
}

/** `aws iam wait help` */
const waitHelp = (service: string): string =>
  page([
    section('NAME', [`wait - commands of ${SERVICES[service] ?? service} that wait`]),
    section('DESCRIPTION', [
      'Asks until something is as it should be. Nothing changes here while a command runs: it asks once, and fails where it is not so.',
    ]),
    section('SYNOPSIS', [`aws ${service} wait <waiter> [parameters]`]),
    section(
      'AVAILABLE COMMANDS',
      columns(
        waiterNames(service).map((name) => [
          `o ${name}`,
          `takes the parameters of ${findWaiter(service, name)?.command ?? ''}`,
        ]),
      ),
    ),
  ]);

/** `aws iam create-role help`; null for a command that is not there. */
export function commandHelp(service: string, name: string, descriptions: Descriptions | null): string | null {
  if (name === 'wait') return waitHelp(service);
  const found = findCommand(service, name);
  if (!found) return null;
  const command = documented(found);
  const options = [...command.arguments].sort((a, b) => Number(b.required) - Number(a.required));
  const pages = paginatorOf(command.operation) !== null;
  const purpose = purposeOf(command.operation, descriptions);
  return page([
    section('NAME', [`${name} - a command of ${SERVICES[service] ?? service}`]),
    section('DESCRIPTION', [
      ...(purpose === null ? [] : [`${purpose}.`, '']),
      `Calls ${command.operation}, which ${reads(command) ? 'reads and changes nothing' : 'changes the account'}.`,
      ...(pages
        ? ['', 'The answer comes in pages, which are put together unless --no-paginate is given.']
        : []),
    ]),
    section('SYNOPSIS', synopsis(command)),
    section('EXAMPLE', example(command)),
    section('OPTIONS', [
      ...(options.length === 0 ? ['This command takes none of its own.', ''] : options.flatMap(optionLines)),
      ...(pages ? PAGING : []),
      ...INPUT,
    ]),
    section('GLOBAL OPTIONS', globalLines()),
  ]);
}

/** Parameters for pages are the business of the command line, whose own options stand in their place. */
function documented(command: Command): Command {
  const paginator = paginatorOf(command.operation);
  if (!paginator) return command;
  const hidden = [...paginator.inputTokens, paginator.limitKey];
  return { ...command, arguments: command.arguments.filter(({ parameter }) => !hidden.includes(parameter)) };
}

const PAGING = [
  '--max-items (integer)',
  '   How many items to print in all. The answer then says where to go on: NextToken.',
  '',
  '--starting-token (string)',
  '   Where to go on: the NextToken of the answer before.',
  '',
  '--page-size (integer)',
  '   How many items to ask for in one call. It changes nothing in the answer.',
  '',
];

const INPUT = [
  '--cli-input-json, --cli-input-yaml (string)',
  '   All parameters in one document: its text, or file:// and the path of a file. Other options go before it.',
  '',
  '--generate-cli-skeleton (string)',
  '   Prints such a document to fill in, and calls nothing. One of: input, yaml-input; or output, for the answer.',
];

function synopsis({ service, name, operation, arguments: all }: Command): string[] {
  const required = all.filter((one) => one.required && !one.positional);
  const optional = all.filter((one) => !one.required && !one.positional);
  return [
    `aws ${service} ${name}`,
    ...[
      ...required.map((one) => usage(one)),
      ...optional.map((one) => `[${usage(one)}]`),
      ...(paginatorOf(operation)
        ? ['[--max-items <value>]', '[--starting-token <value>]', '[--page-size <value>]']
        : []),
      '[--cli-input-json | --cli-input-yaml]',
      '[--generate-cli-skeleton <value>]',
      ...all.filter(({ positional }) => positional).map((one) => `<${one.name}>`),
    ].map((line) => `   ${line}`),
  ];
}

const usage = ({ name, shape }: Argument): string =>
  shape.type === 'boolean' ? `--${name} | --no-${name}` : `--${name} <value>`;

/** One line of the shell with what has to be given, broken where a shell lets it be. */
function example({ service, name, arguments: all }: Command): string[] {
  const parts = all
    .filter(({ required }) => required)
    .map((one) =>
      one.positional
        ? 'answer.txt'
        : one.shape.type === 'boolean'
          ? `--${one.name}`
          : `--${one.name} ${exampleOf(one.name, one.shape)}`,
    );
  const lines = [`aws ${service} ${name}`, ...parts.map((part) => `   ${part}`)];
  const whole = lines.map((line) => line.trim()).join(' ');
  return whole.length <= 70
    ? [whole]
    : lines.map((line, at) => (at === lines.length - 1 ? line : `${line} \\`));
}

function optionLines({ name, shape, required, positional }: Argument): string[] {
  const head =
    shape.type === 'boolean'
      ? `--${name} | --no-${name} (boolean)`
      : `${positional ? '' : '--'}${name} (${typeName(shape)})`;
  return [
    `${head}${required ? ' [required]' : ''}`,
    ...constraintLines(shape).map((line) => `   ${line}`),
    ...syntaxLines(shape).map((line) => (line === '' ? '' : `   ${line}`)),
    '',
  ];
}
