// Arguments: what the command of an operation takes on the command line, derived from what the operation declares.
import type { OperationName } from '../call.ts';
import { cliName, optionName } from '../cli-name.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations.ts';
import type { AnyParameter } from '../parameters.ts';
import { CUSTOMIZED } from './customized.ts';

/** One option, or a positional argument. */
export interface Argument {
  /** In kebab case, without the dashes. */
  readonly name: string;
  /** The parameter of the API that it fills; a customization may fill others. */
  readonly parameter: string;
  readonly shape: AnyParameter;
  readonly required: boolean;
  readonly positional: boolean;
}

export interface Command {
  readonly operation: OperationName;
  /** `s3api` */
  readonly service: string;
  /** `get-object` */
  readonly name: string;
  readonly arguments: readonly Argument[];
}

interface Index {
  /** By service, then by command. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, OperationName>>;
}

let index: Index | null = null;

function commands(): Index {
  if (index) return index;
  const services = new Map<string, Map<string, OperationName>>();
  for (const [operation, { cli }] of Object.entries(OPERATIONS) as [OperationName, Operation][]) {
    const [service = '', command = ''] = cli.split(' ');
    const known = services.get(service) ?? new Map<string, OperationName>();
    services.set(service, known.set(command, operation));
  }
  index = { services };
  return index;
}

/** The services that commands of the API are called under, sorted. */
export const serviceNames = (): readonly string[] => [...commands().services.keys()].sort();

/** The commands of a service, sorted; none for one that is not there. */
export const commandNames = (service: string): readonly string[] =>
  [...(commands().services.get(service)?.keys() ?? [])].sort();

export function findCommand(service: string, name: string): Command | null {
  const operation = commands().services.get(service)?.get(name);
  return operation === undefined ? null : { operation, service, name, arguments: argumentsOf(operation) };
}

function argumentsOf(operation: OperationName): readonly Argument[] {
  const { parameters }: Operation = OPERATIONS[operation];
  const custom = CUSTOMIZED[operation];
  return [
    ...Object.entries(parameters)
      .filter(([name]) => !custom?.hidden.includes(name))
      .map(([name, shape]) => ({
        ...argument(name, shape, custom?.optional?.includes(name) !== true),
        name: optionName(operation, name),
      })),
    ...Object.entries(custom?.added ?? {}).map(([name, shape]) => argument(name, shape, true)),
    ...(custom?.outfile === undefined ? [] : [OUTFILE]),
  ];
}

const argument = (name: string, shape: AnyParameter, asDeclared: boolean): Argument => ({
  name: cliName(name),
  parameter: name,
  shape,
  required: asDeclared && shape.required,
  positional: false,
});

/** Where a stream that an operation answers with is written. */
const OUTFILE: Argument = {
  name: 'outfile',
  parameter: 'outfile',
  shape: { type: 'text', event: 'outfile', required: true },
  required: true,
  positional: true,
};
