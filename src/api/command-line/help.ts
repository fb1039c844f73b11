// Help: what `aws … help` says, derived from the declarations of the operations.
import { skeletonOf } from './skeleton.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations.ts';
import type { Shape, TextConstraints } from '../parameters.ts';
import { commandNames, findCommand, serviceNames, type Argument, type Command } from './arguments.ts';
import { GLOBAL_OPTIONS } from './globals.ts';
import { paginatorOf } from './output/paginators.ts';
import { HIGH_LEVEL } from './intent.ts';
import { listShape } from './value.ts';

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

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines.map((line) => (line === '' ? '\n' : `       ${line}\n`)).join('')}`;

const page = (sections: readonly string[]): string => `${sections.join('\n')}\n`;

const bullets = (names: readonly string[]): string[] => names.map((name) => `o ${name}`);

const globalLines = (): string[] =>
  Object.entries(GLOBAL_OPTIONS).flatMap(([name, { value, choices, help }]) => [
    `--${name} (${value ? 'string' : 'boolean'})`,
    `   ${help}`,
    ...(choices ? [`   One of: ${choices.join(', ')}`] : []),
  ]);

/** `aws help` */
export const rootHelp = (): string =>
  page([
    section('NAME', ['aws -']),
    section('DESCRIPTION', [
      'The AWS Command Line Interface, version 2, as far as this sandbox simulates',
      'AWS. Commands, options and answers are those of a real shell.',
    ]),
    section('SYNOPSIS', ['   aws [options] <command> <subcommand> [parameters]']),
    section('GLOBAL OPTIONS', globalLines()),
    section(
      'AVAILABLE SERVICES',
      [...serviceNames(), ...HIGH_LEVEL]
        .sort()
        .map((name) => `o ${name.padEnd(16)}${SERVICES[name] ?? ''}`.trimEnd()),
    ),
  ]);

/** `aws iam help`; null for a service that is not there. */
export function serviceHelp(service: string): string | null {
  const names = commandNames(service);
  if (names.length === 0) return null;
  return page([
    section('NAME', [`${service} -`]),
    section('DESCRIPTION', [SERVICES[service] ?? service]),
    section('AVAILABLE COMMANDS', bullets([...names, 'help'])),
  ]);
}

/** `aws iam create-role help`; null for a command that is not there. */
export function commandHelp(service: string, name: string): string | null {
  const command = findCommand(service, name);
  if (!command) return null;
  const { readOnly }: Operation = OPERATIONS[command.operation];
  return page([
    section('NAME', [`${name} -`]),
    section('DESCRIPTION', [
      `Calls ${command.operation}, which ${readOnly ? 'reads and changes nothing' : 'changes the account'}.`,
      ...(paginatorOf(command.operation)
        ? ['', 'The answer comes in pages, which are put together unless --no-paginate is given.']
        : []),
    ]),
    section('SYNOPSIS', synopsis(command)),
    section('OPTIONS', command.arguments.flatMap(optionLines)),
    section('GLOBAL OPTIONS', globalLines()),
  ]);
}

function synopsis({ name, operation, arguments: all }: Command): string[] {
  const required = all.filter((one) => one.required && !one.positional);
  const optional = all.filter((one) => !one.required && !one.positional);
  return [
    `  ${name}`,
    ...required.map((one) => usage(one)),
    ...optional.map((one) => `[${usage(one)}]`),
    '[--cli-input-json | --cli-input-yaml]',
    ...(paginatorOf(operation)
      ? ['[--starting-token <value>]', '[--page-size <value>]', '[--max-items <value>]']
      : []),
    '[--generate-cli-skeleton <value>]',
    ...all.filter(({ positional }) => positional).map((one) => `<${one.name}>`),
  ];
}

const usage = ({ name, shape }: Argument): string =>
  shape.type === 'boolean' ? `--${name} | --no-${name}` : `--${name} <value>`;

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

function typeName(shape: Shape): string {
  if (listShape(shape)) return 'list';
  switch (shape.type) {
    case 'text':
    case 'arn':
      return 'string';
    case 'json':
      return 'document';
    case 'number':
      return 'double';
    default:
      return shape.type;
  }
}

function constraintLines(shape: Shape): string[] {
  const list = listShape(shape);
  if (list) {
    const { minItems, maxItems } = list;
    return [...span('Items', minItems, maxItems), ...constraintLines(list.of)];
  }
  switch (shape.type) {
    case 'text':
      return [
        ...textLines(shape),
        ...(shape.file === 'document'
          ? ['A policy document: its text, or file:// and the path of a file.']
          : []),
        ...(shape.file === 'body' ? ['The path of a file.'] : []),
      ];
    case 'arn':
      return ['An ARN.', ...textLines(shape)];
    case 'integer':
    case 'number':
      return span('From', shape.least, shape.most);
    case 'blob':
      return ['Base64, or fileb:// and the path of a file.'];
    default:
      return [];
  }
}

const textLines = ({ min, max, pattern, oneOf }: TextConstraints): string[] => [
  ...span('Characters', min, max),
  ...(pattern === undefined ? [] : [`Pattern: ${pattern}`]),
  ...(oneOf === undefined ? [] : [`One of: ${oneOf.join(', ')}`]),
];

function span(what: string, least: number | undefined, most: number | undefined): string[] {
  if (least === undefined && most === undefined) return [];
  if (least === undefined) return [`${what}: at most ${most}`];
  return [most === undefined ? `${what}: at least ${least}` : `${what}: ${least} to ${most}`];
}

/** How what has parts is written, on one line and as JSON. */
function syntaxLines(shape: Shape): string[] {
  const list = listShape(shape);
  const of = list ? list.of : shape;
  if (of.type === 'json' || (of.type !== 'structure' && of.type !== 'map'))
    return list ? ['Syntax: "value" "value" ...'] : [];
  const json = JSON.stringify(list ? [emptyOf(of)] : emptyOf(of), null, 2);
  return [
    '',
    'Shorthand Syntax:',
    `   ${shorthandOf(of)}${list ? ' ...' : ''}`,
    '',
    'JSON Syntax:',
    ...json.split('\n').map((line) => `   ${line}`),
  ];
}

const emptyOf = (shape: Shape): unknown =>
  Object.values(skeletonOf({ Value: { ...shape, event: 'value', required: true } }) ?? {})[0];

function shorthandOf(shape: Shape): string {
  const list = listShape(shape);
  if (list) {
    const item = shorthandOf(list.of);
    return list.of.type === 'structure' ? `[{${item}},{${item}}]` : `${item},${item}`;
  }
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members)
        .map(([name, member]) => `${name}=${braced(member)}`)
        .join(',');
    case 'map':
      return `KeyName1=${braced(shape.of)},KeyName2=${braced(shape.of)}`;
    default:
      return typeName(shape);
  }
}

const braced = (shape: Shape): string =>
  shape.type === 'structure' || shape.type === 'map' ? `{${shorthandOf(shape)}}` : shorthandOf(shape);
