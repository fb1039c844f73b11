// Checks of service control policies and resource control policies.
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftCondition } from '../condition.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { RCP_SERVICES } from '../rcp-services.ts';
import { fault } from './codes.ts';
import { prefixOf } from './known-actions.ts';
import { conditionKey, fix } from './mend.ts';
import { listed, quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html */
export function checkServiceControl({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'scp') return [];
  return draft.statements.flatMap(({ action }) =>
    (action?.patterns ?? [])
      .filter(({ value }) => value.includes(':') && hasWildcard(prefixOf(value)))
      .map((pattern) => fault('SCP_SYNTAX_ERROR_ACTION_WILDCARD', pattern, quoted(pattern.value))),
  );
}

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export function checkResourceControl(subject: Subject): readonly Diagnostic[] {
  if (subject.type !== 'rcp') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...(isOfAws(subject) ? [] : checkForm(statement)),
    ...(statement.effect?.value === 'Deny' ? checkKeys(subject.text, statement) : []),
  ]);
}

/** The policy of AWS that lets everything through is the one that allows, and only AWS can write it. */
const isOfAws = ({ about }: Subject): boolean => /^arn:[^:]+:organizations::aws:policy\//.test(about ?? '');

function checkForm(statement: DraftStatement): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { effect, action, json } = statement;
  if (effect?.value === 'Allow')
    found.push(fault('RCP_SYNTAX_ERROR_ALLOW', effect, '', { suggestions: ['"Deny"'] }));
  for (const { name, value, from, to } of json.members) {
    const isEveryone = name.value === 'Principal' && value.kind === 'string' && value.value === '*';
    if (/^(Not)?Principal$/.test(name.value) && !isEveryone) {
      const fixes = [fix('Use "Principal": "*"', { from, to, text: '"Principal": "*"' })];
      found.push(fault('RCP_SYNTAX_ERROR_PRINCIPAL', { from, to }, '', { fixes }));
    }
  }
  if (action?.negated) found.push(fault('RCP_SYNTAX_ERROR_NOTACTION', action));
  for (const pattern of listed(action))
    if (!RCP_SERVICES.has(prefixOf(pattern.value)))
      found.push(fault('RCP_SYNTAX_ERROR_ACTION', pattern, quoted(pattern.value)));
  return found;
}

/** Whose organization calls; AWS services belong to none. */
const PRINCIPAL_KEYS = ['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount'];
/** For whose resource a service calls; other callers never say. */
const SOURCE_KEYS = ['aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceaccount'];
const BY_SERVICE = 'aws:principalisawsservice';

function checkKeys(text: string, { conditions, json }: DraftStatement): Diagnostic[] {
  const negated = (keys: readonly string[]): DraftCondition | undefined =>
    conditions.find(({ key, operator }) => keys.includes(key.toLowerCase()) && /Not/.test(operator.base));
  const says = (key: string, value: string, base: string): boolean =>
    conditions.some(
      (condition) =>
        condition.key.toLowerCase() === key &&
        condition.operator.base === base &&
        condition.values.some((one) => one.value.toLowerCase() === value),
    );
  const block = json.members.find(({ name }) => name.value === 'Condition')?.value;
  const adding = (operator: string, member: string): ReturnType<typeof fix>[] =>
    block?.kind === 'object' ? [fix(`Add ${member}`, conditionKey(block, text, operator, member))] : [];

  const found: Diagnostic[] = [];
  const principal = negated(PRINCIPAL_KEYS);
  if (principal && !says(BY_SERVICE, 'false', 'Bool')) {
    const fixes = adding('BoolIfExists', '"aws:PrincipalIsAWSService": "false"');
    found.push(
      fault('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', principal.name, principal.key, { fixes }),
    );
  }
  const source = negated(SOURCE_KEYS);
  if (source && !says(BY_SERVICE, 'true', 'Bool')) {
    const fixes = adding('Bool', '"aws:PrincipalIsAWSService": "true"');
    found.push(
      fault('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', source.name, source.key, { fixes }),
    );
  } else if (
    source &&
    !says('aws:sourceaccount', 'false', 'Null') &&
    !says('aws:sourcearn', 'false', 'Null')
  ) {
    const fixes = adding('Null', '"aws:SourceAccount": "false"');
    found.push(fault('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', source.name, source.key, { fixes }));
  }
  return found;
}
