// Checks of resource-based policies: what AWS services may do, and for whom.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { demands, limits, limitsEncryption } from '../limiting.ts';
import { fault } from './codes.ts';
import { leftOpen } from './left-open.ts';
import { hasVariables, isAllow, quoted, type Subject } from './subject.ts';

/** Keys that say for whom or what a service calls. */
const SOURCE = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
/** Keys that some policies use for the same, though the caller can choose them or they say less. */
const WEAK = ['aws:referer', 'lambda:eventsourcetoken', 'kms:calleraccount'];
/** Keys about people and networks, which a service that calls by itself does not have. */
export const NEVER_THERE =
  /^aws:(principalorgid|principalorgpaths|principaltag\/.*|username|multifactorauthpresent|multifactorauthage|sourcevpc|sourcevpce)$/;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export function checkServicePrincipals({ text, draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'resource') return [];
  return draft.statements.flatMap((statement) => {
    const { principal, conditions } = statement;
    if (!isAllow(statement) || principal?.negated !== false) return [];
    const services = principal.entries.filter(({ kind }) => kind === 'Service');
    if (services.length === 0) return [];
    const found = checkForWhom(text, services, statement, hasVariables(draft));
    if (services.length === principal.entries.length)
      for (const { name, key, operator } of conditions)
        if (NEVER_THERE.test(key.toLowerCase()) && !operator.ifExists && operator.base !== 'Null')
          found.push(fault('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', name, key));
    return found;
  });
}

/** Alexa says with this key for which skill it calls, and with no other. */
const ALEXA = /^alexa-[a-z]+\.amazon\.com$/;
const isSkill = ({ key }: DraftCondition): boolean => /^lambda:eventsourcetoken$/i.test(key);

/** Whether the services act for those only whom a condition names. */
function checkForWhom(
  text: string,
  services: readonly PrincipalEntry[],
  statement: DraftStatement,
  withVariables: boolean,
): Diagnostic[] {
  const { conditions } = statement;
  const isSource = ({ key }: DraftCondition): boolean => SOURCE.includes(key.toLowerCase());
  const isKept = (condition: DraftCondition): boolean =>
    (isSource(condition) && limits(condition, withVariables)) || limitsEncryption(condition, withVariables);
  if (conditions.some(isKept)) return [];
  const hasSkill = conditions.some((condition) => isSkill(condition) && limits(condition, withVariables));
  const open = services.filter(({ value }) => !(hasSkill && ALEXA.test(value)));
  if (open.length === 0) return [];
  const weak = conditions.filter(
    (condition) => WEAK.includes(condition.key.toLowerCase()) && demands(condition),
  );
  if (weak.length > 0)
    return weak.map(({ name, key }) => fault('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', name, key));
  const more = leftOpen(text, statement, withVariables, (key) => SOURCE.includes(key.toLowerCase()));
  return open.map((service) =>
    fault('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', service, quoted(service.value), more),
  );
}
