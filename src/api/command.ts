// printCommand: the line of the AWS CLI, version 2, that makes the same call.
import type { ApiCall } from './call.ts';
import { OPERATIONS } from './operations.ts';
import type { AnyInput, AnyParameter, Tag } from './parameters.ts';

/**
 * A command line for a POSIX shell. Policy documents and bodies of objects are named as files: a policy is
 * `policy.json`, an object a file of its own name.
 * @see https://docs.aws.amazon.com/cli/latest/reference/
 */
export function printCommand(call: ApiCall): string {
  const { cli, parameters } = OPERATIONS[call.operation];
  const input: AnyInput = call.input;
  const body = 'Key' in call.input ? fileName(call.input.Key) : '';
  const options = Object.entries<AnyParameter>(parameters).flatMap(([name, parameter]) =>
    option(name, parameter, input[name], body),
  );
  // Operations that answer with a stream take the name of a file to write it to.
  const outfile = call.operation === 's3:GetObject' ? [quote(body)] : [];
  return ['aws', cli, ...options, ...outfile].join(' ');
}

function option(name: string, parameter: AnyParameter, value: AnyInput[string], body: string): string[] {
  const flag = kebab(name);
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? `--${flag}` : `--no-${flag}`];
  if (typeof value === 'object') return [[`--${flag}`, ...value.map(listItem).map(quote)].join(' ')];
  const file = parameter.type === 'text' ? parameter.file : undefined;
  const text = file === 'document' ? 'file://policy.json' : file === 'body' ? body : String(value);
  // A value that starts with a dash would be read as the next option.
  return [text.startsWith('-') ? `--${flag}=${quote(text)}` : `--${flag} ${quote(text)}`];
}

const listItem = (item: string | Tag): string =>
  typeof item === 'string' ? item : `Key=${item.Key},Value=${item.Value}`;

/** `SetAsDefault` to `set-as-default`, `ListObjectsV2` to `list-objects-v2`. */
const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** The file that stands for an object on the command line: the last part of its key. */
function fileName(key: string): string {
  const name = key.split('/').findLast((part) => part !== '') ?? 'object';
  return name.startsWith('-') ? `./${name}` : name;
}

/** Quotes a word for a POSIX shell where it needs it. */
const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
