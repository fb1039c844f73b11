// Checks of resource-based policies: what AWS services may do, and for whom.
import type { Diagnostic } from '../diagnostic.ts';
import { fault } from './codes.ts';
import { isAllow, quoted, type Subject } from './subject.ts';

/** Keys that say for whom or what a service calls. */
const SOURCE = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
/** Keys that some policies use for the same, though the caller can choose them or they say less. */
const WEAK = ['aws:referer', 'lambda:eventsourcetoken', 'kms:calleraccount'];
/** Keys about people and networks, which a service that calls by itself does not have. */
export const NEVER_THERE =
  /^aws:(principalorgid|principalorgpaths|principaltag\/.*|username|multifactorauthpresent|multifactorauthage|sourcevpc|sourcevpce)$/;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export function checkServicePrincipals({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'resource') return [];
  return draft.statements.flatMap((statement) => {
    const { principal, conditions } = statement;
    if (!isAllow(statement) || principal?.negated !== false) return [];
    const services = principal.entries.filter(({ kind }) => kind === 'Service');
    if (services.length === 0) return [];
    const found: Diagnostic[] = [];
    const keys = conditions.map(({ key }) => key.toLowerCase());
    if (!keys.some((key) => SOURCE.includes(key))) {
      const weak = conditions.filter(({ key }) => WEAK.includes(key.toLowerCase()));
      for (const { name, key } of weak)
        found.push(fault('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', name, key));
      if (weak.length === 0)
        for (const service of services)
          found.push(fault('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', service, quoted(service.value)));
    }
    if (services.length === principal.entries.length)
      for (const { name, key, operator } of conditions)
        if (NEVER_THERE.test(key.toLowerCase()) && !operator.ifExists && operator.base !== 'Null')
          found.push(fault('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', name, key));
    return found;
  });
}
