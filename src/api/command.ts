// printCommand: the line of the AWS CLI, version 2, that makes the same call.
import type { ApiCall, Operations } from './call.ts';
import { cliName, optionName } from './cli-name.ts';
import { paginatorOf } from './command-line/output/paginators.ts';
import { OPERATIONS } from './operations.ts';
import type { AnyInput, AnyParameter, AnyParameters, AnyValue } from './parameters.ts';

/**
 * A command line for a POSIX shell. Policy documents and bodies of objects are named as files: a policy is
 * `policy.json`, an object a file of its own name.
 * @see https://docs.aws.amazon.com/cli/latest/reference/
 */
export function printCommand(call: ApiCall): string {
  const { cli, parameters } = OPERATIONS[call.operation];
  const body = 'Key' in call.input && typeof call.input.Key === 'string' ? fileName(call.input.Key) : '';
  const options = ownOptions(call) ?? printOptions(parameters, call.input, body);
  return ['aws', cli, ...options, ...unpaged(call), ...outfile(call, body)].join(' ');
}

const MASK = '********';

/** The same for the screen: what is kept out of the record is masked here too, except where a file stands for it. */
export function shownCommand(call: ApiCall): string {
  const { parameters }: { readonly parameters: AnyParameters } = OPERATIONS[call.operation];
  const input = Object.fromEntries(
    Object.entries(call.input).map(([name, value]) => {
      const parameter = parameters[name];
      const isMasked = parameter?.type === 'text' && parameter.secret && parameter.file === undefined;
      return [name, isMasked ? MASK : value];
    }),
  );
  return printCommand({ ...call, input } as ApiCall);
}

/** Where the options are not those of the API. */
function ownOptions(call: ApiCall): readonly string[] | null {
  switch (call.operation) {
    case 'lambda:CreateFunction':
      return createFunctionOptions(call.input);
    case 'ec2:RunInstances':
      return launchOptions(call.input);
    case 'sns:Subscribe':
      return printOptions(OPERATIONS[call.operation].parameters, call.input, '').map((option) =>
        option.replace(/^--endpoint(?=[ =])/, `--${optionName(call.operation, 'Endpoint')}`),
      );
    default:
      return null;
  }
}

/** `--max-items` is the service's own only where the command line does not page. */
const unpaged = ({ operation, input }: ApiCall): readonly string[] =>
  paginatorOf(operation) !== null && 'MaxItems' in input ? ['--no-paginate'] : [];

/** Operations that answer with a stream take the name of a file to write it to. */
function outfile({ operation }: ApiCall, body: string): readonly string[] {
  switch (operation) {
    case 's3:GetObject':
      return [quote(body)];
    case 'lambda:Invoke':
      return ['response.json'];
    case 'iam:CreateVirtualMFADevice':
      return ['--outfile QRCode.png', '--bootstrap-method QRCodePNG'];
    default:
      return [];
  }
}

/** The command line takes uploaded code beside `--code`, not in it. */
function createFunctionOptions({
  Code,
  ...input
}: Operations['lambda:CreateFunction']['input']): readonly string[] {
  const { Code: code, ...parameters } = OPERATIONS['lambda:CreateFunction'].parameters;
  return printOptions({ ...parameters, ...code.members }, { ...input, ...Code }, '');
}

/** How many instances is one option on the command line, in place of the two parameters. */
function launchOptions({
  MinCount,
  MaxCount,
  ...others
}: Operations['ec2:RunInstances']['input']): readonly string[] {
  const count = MinCount === MaxCount ? `${MinCount}` : `${MinCount}:${MaxCount}`;
  return [...printOptions(OPERATIONS['ec2:RunInstances'].parameters, others, ''), `--count ${count}`];
}

/** The options that an input makes; `body` is the file that stands for the body of an object. */
export const printOptions = (parameters: AnyParameters, input: AnyInput, body: string): string[] =>
  Object.entries(parameters).flatMap(([name, parameter]) => option(name, parameter, input[name], body));

function option(name: string, parameter: AnyParameter, value: AnyInput[string], body: string): string[] {
  const flag = cliName(name);
  if (value === undefined) return [];
  if (parameter.type === 'boolean') return [value === true ? `--${flag}` : `--no-${flag}`];
  if (parameter.type === 'tags' || parameter.type === 'textList') {
    const items: readonly AnyValue[] = Array.isArray(value) ? value : [];
    // Where a word would be read as something else than an item, the whole list is JSON.
    if (items.some((item) => typeof item === 'string' && /^(-|\s*[[{]|fileb?:\/\/)/.test(item)))
      return [`--${flag} ${quote(JSON.stringify(items))}`];
    return [[`--${flag}`, ...items.map(listItem).map(quote)].join(' ')];
  }
  const text = word(flag, parameter, value, body);
  // A value that starts with a dash would be read as the next option.
  return [text.startsWith('-') ? `--${flag}=${quote(text)}` : `--${flag} ${quote(text)}`];
}

/** The one word that a value is; what is nested is JSON. */
function word(flag: string, parameter: AnyParameter, value: AnyValue, body: string): string {
  if (parameter.type === 'json' || typeof value !== 'string') return JSON.stringify(value);
  switch (parameter.type) {
    case 'text':
      return textWord(parameter.file, value, body);
    case 'blob':
      if (flag === 'zip-file') return 'fileb://function.zip';
      return value.length > MAX_INLINE_BLOB ? `fileb://${flag}.bin` : value;
    default:
      return value;
  }
}

function textWord(
  file: Extract<AnyParameter, { type: 'text' }>['file'],
  value: string,
  body: string,
): string {
  if (file === undefined) return value;
  return file === 'body' ? body : `file://${file === 'document' ? 'policy.json' : file}`;
}

/** Characters of base64 that still read as a word. Longer ones are named as files, whose bytes are not encoded. */
const MAX_INLINE_BLOB = 100;

/** Texts as they are, tags in the shorthand of the command line. */
const listItem = (item: AnyValue): string =>
  typeof item === 'object' && item !== null
    ? Object.entries(item)
        .map(([name, value]) => `${name}=${shorthand(String(value))}`)
        .join(',')
    : String(item);

/**
 * Signs that end a value, or start another kind of one, have to stand in quotes.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
const shorthand = (value: string): string =>
  /[,"'\\[\]{}\u{10000}-\u{10ffff}]|^[\s=]|\s$/u.test(value)
    ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    : value;

/** The file that stands for an object on the command line: the last part of its key. */
function fileName(key: string): string {
  const name = key.split('/').findLast((part) => part !== '') ?? 'object';
  return name.startsWith('-') ? `./${name}` : name;
}

/** Quotes a word for a POSIX shell where it needs it. */
const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
