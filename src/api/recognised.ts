// recogniseCommand: which operation a command means: a simulated one, one of AWS that is not simulated, or none.
import type { ActionName } from '../aws/arn.ts';
import type { Actions } from '../aws/vocabulary.ts';
import { nearest } from '../policy/nearest.ts';
import { awsCommand, awsCommands } from './aws-operations.ts';
import type { OperationName } from './call.ts';
import { isOperationName, OPERATIONS } from './operations.ts';

/** `message` is a sentence for people; no service of AWS would say it, so there is no code beside it. */
export type Recognised =
  | { readonly kind: 'simulated'; readonly operation: OperationName }
  | { readonly kind: 'notSimulated'; readonly operation: ActionName; readonly message: string }
  | {
      readonly kind: 'unknown';
      /** What may have been meant, nearest first; at most three. */
      readonly suggestions: readonly string[];
      readonly message: string;
    };

/** An operation by its command of the AWS CLI, such as `iam` and `create-user`. */
export function recogniseCommand(service: string, command: string, actions: Actions): Recognised {
  const asked = `${service} ${command}`;
  const known = recognised(BY_COMMAND.get(asked) ?? awsCommand(service, command, actions));
  if (known === null && isBuiltOn(service, command))
    return {
      kind: 'unknown',
      suggestions: [],
      message: `aws ${asked.trim()} is a command that the AWS CLI builds on the API: it is no operation itself.`,
    };
  return known ?? unknown(`aws ${asked}`, near(asked, awsCommands(actions)));
}

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/ */
const OF_S3: ReadonlySet<string> = new Set('cp ls mb mv presign rb rm sync website'.split(' '));

const isBuiltOn = (service: string, command: string): boolean =>
  service === 'configure' || (service === 's3' && OF_S3.has(command));

/** Of the same service, if there is such a service. */
function near(asked: string, names: Iterable<string>): string[] {
  const service = asked.slice(0, asked.indexOf(' ') + 1).toLowerCase();
  const all = [...names];
  const own = all.filter((name) => service !== '' && name.startsWith(service));
  return nearest(asked, own.length > 0 ? own : all);
}

const BY_COMMAND: ReadonlyMap<string, ActionName> = new Map(
  Object.values(OPERATIONS).map(({ cli, name }) => [cli, name]),
);

function recognised(operation: ActionName | null): Recognised | null {
  if (operation === null) return null;
  return isOperationName(operation)
    ? { kind: 'simulated', operation }
    : {
        kind: 'notSimulated',
        operation,
        message: `${operation} is an operation of AWS that Rolecall does not simulate.`,
      };
}

function unknown(asked: string, suggestions: readonly string[]): Recognised {
  const guess = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`;
  return { kind: 'unknown', suggestions, message: `AWS has no operation ${asked}.${guess}` };
}
