// grantedServices: the services that policies let somebody use at all, whatever action, resource or condition.
import { SERVICES } from '../aws/services.ts';
import type { AppliedPolicy } from '../evaluation/applicable.ts';
import { covers } from '../policy/glob.ts';
import type { PolicyDocument, Statement } from '../policy/document.ts';

/**
 * By prefix. Where a policy allows every service, those are meant that can be called here; others are among them where
 * some policy names them. A Deny takes a service away only if it leaves nothing of it.
 */
export function grantedServices(policies: readonly AppliedPolicy[]): Set<string> {
  const documents = policies.map(({ document }) => document);
  return grantedOf(documents, knownServices(documents));
}

/** The services that can be called here, and those that the documents name. */
export const knownServices = (documents: readonly PolicyDocument[]): Set<string> =>
  new Set([
    ...SERVICES,
    ...documents.flatMap(({ statements }) =>
      statements.flatMap(({ action }) => action.patterns.flatMap(({ value }) => namedService(value) ?? [])),
    ),
  ]);

/** Of the services `known`, those that the documents together grant. */
export function grantedOf(documents: readonly PolicyDocument[], known: ReadonlySet<string>): Set<string> {
  const statements = documents.flatMap((document) => document.statements);
  return new Set(
    [...known]
      .filter(
        (service) =>
          statements.some((statement) => statement.effect === 'Allow' && speaksOf(statement, service)) &&
          !statements.some((statement) => deniesAll(statement, service)),
      )
      .sort(),
  );
}

/** `s3` of `s3:Get*`; null of `*`, and of what no service is called. */
function namedService(pattern: string): string | null {
  const [prefix = '', name] = pattern.toLowerCase().split(':', 2);
  return name !== undefined && /^[a-z0-9-]+$/.test(prefix) ? prefix : null;
}

/** Whether a statement covers some action of the service. */
function speaksOf({ action }: Statement, service: string): boolean {
  return action.negated
    ? !action.patterns.some(({ value }) => isWhole(value, service))
    : action.patterns.some(({ value }) => {
        const [prefix = ''] = value.toLowerCase().split(':', 1);
        return covers(prefix, service);
      });
}

/** Whether a pattern covers every action of the service. */
const isWhole = (pattern: string, service: string): boolean => covers(pattern.toLowerCase(), `${service}:*`);

const deniesAll = ({ effect, action, resource, conditions }: Statement, service: string): boolean =>
  effect === 'Deny' &&
  conditions.length === 0 &&
  (resource === undefined || (!resource.negated && resource.patterns.some(({ value }) => value === '*'))) &&
  (action.negated
    ? action.patterns.every(({ value }) => {
        const [prefix = ''] = value.toLowerCase().split(':', 1);
        return !covers(prefix, service);
      })
    : action.patterns.some(({ value }) => isWhole(value, service)));
