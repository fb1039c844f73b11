// Calls that a short form can make: those whose required parameters are all single lines of text.
import { valuesOf } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall, OperationName } from '../../api/call.ts';
import type { Env } from '../../api/env.ts';
import { OPERATIONS, splitOperation } from '../../api/operations.ts';
import type { AnyParameter } from '../../api/parameters.ts';

export interface FormCall {
  readonly operation: OperationName;
  /** `list-users`, as on the command line. */
  readonly cli: string;
  /** Names of the parameters that it cannot do without. */
  readonly fields: readonly string[];
}

export interface ServiceCalls {
  readonly service: string;
  readonly calls: readonly FormCall[];
}

const isLine = (parameter: AnyParameter): boolean =>
  parameter.type === 'arn' ||
  (parameter.type === 'text' && parameter.secret === undefined && parameter.file === undefined);

/** By service, then by name. */
export const FORM_CALLS: readonly ServiceCalls[] = (() => {
  const byService = new Map<string, FormCall[]>();
  for (const [name, { cli, parameters }] of Object.entries(OPERATIONS) as [
    OperationName,
    (typeof OPERATIONS)[OperationName],
  ][]) {
    const needed = Object.entries(parameters as Record<string, AnyParameter>).filter(
      ([, { required }]) => required === true,
    );
    if (!needed.every(([, parameter]) => isLine(parameter))) continue;
    const { service } = splitOperation(name);
    const call = { operation: name, cli, fields: needed.map(([field]) => field) };
    byService.set(service, [...(byService.get(service) ?? []), call]);
  }
  return [...byService]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([service, calls]) => ({
      service,
      calls: calls.sort((one, other) => (one.operation < other.operation ? -1 : 1)),
    }));
})();

export const formCall = (operation: string): FormCall | null =>
  FORM_CALLS.flatMap(({ calls }) => calls).find((call) => call.operation === operation) ?? null;

/** Whether the texts are what the operation takes is for AWS to say. */
export const callOf = ({ operation, fields }: FormCall, texts: Readonly<Record<string, string>>): ApiCall =>
  ({
    operation,
    input: Object.fromEntries(fields.map((field) => [field, (texts[field] ?? '').trim()])),
  }) as ApiCall;

/** Of a program in a VPC; the first four addresses of its default subnet are AWS's own. */
const PRIVATE_IP = '172.31.0.10';

/** The VPC endpoints of any account that lead to the service of an operation in a Region. */
export const endpointsTo = (
  world: World,
  operation: string,
  region: string,
): readonly NonNullable<Env['vpcEndpoint']>[] =>
  Object.values(world.accounts).flatMap(({ id: account, vpcEndpoints }) =>
    valuesOf(vpcEndpoints)
      .filter(({ service }) => service === `com.amazonaws.${region}.${operation.split(':')[0] ?? ''}`)
      .map(({ id }) => ({ account, id, privateIp: PRIVATE_IP })),
  );
