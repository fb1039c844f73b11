// Checks of resource control policies, and what has changed for service control policies: they have the language of identity-based ones.
import type { Diagnostic, Edit, Fix } from '../diagnostic.ts';
import type { DraftCondition } from '../condition.ts';
import type { DraftStatement } from '../draft.ts';
import type { JsonObject } from '../json.ts';
import { RCP_SERVICES } from '../rcp-services.ts';
import { fault } from './codes.ts';
import { prefixOf } from './known-actions.ts';
import { allowingMore, conditionKey, fix, lastMember, replacement } from './mend.ts';
import { listed, quoted, type Subject } from './subject.ts';
import { inWords } from './words.ts';

export function checkServiceControl({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'scp') return [];
  return draft.statements.flatMap(({ action }) =>
    (action?.patterns ?? [])
      .filter(({ value }) => /:.*[*?].*[^*?]$/.test(value))
      .map((pattern) => fault('SCP_SYNTAX_ERROR_ACTION_WILDCARD', pattern, quoted(pattern.value))),
  );
}

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export function checkResourceControl(subject: Subject): readonly Diagnostic[] {
  if (subject.type !== 'rcp') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...(isOfAws(subject) ? [] : checkForm(subject.text, statement)),
    ...(statement.effect?.value === 'Deny' ? checkKeys(subject.text, statement) : []),
  ]);
}

/** The policy of AWS that lets everything through is the one that allows, and only AWS can write it. */
const isOfAws = ({ about }: Subject): boolean => /^arn:[^:]+:organizations::aws:policy\//.test(about ?? '');

function checkForm(text: string, statement: DraftStatement): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { effect, action, json } = statement;
  if (effect?.value === 'Allow') {
    // To deny under the same conditions would be to deny just what was to be allowed.
    found.push(fault('RCP_SYNTAX_ERROR_ALLOW', effect, '', { fixes: turned(text, statement) }));
  }
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

/** What a condition is to ask. */
type Asked = readonly [operator: string, key: string, value: string];

/** That the key is there at all: services do not always say for whom they call. */
const SOURCE_ACCOUNT: Asked = ['Null', 'aws:SourceAccount', 'false'];

const memberOf = ([, key, value]: Asked): string => `${quoted(key)}: ${quoted(value)}`;

/** Where callers of one's own are let in, all others are denied, but for the services of AWS: nothing else is as plain. */
function turned(text: string, { effect, conditions, json }: DraftStatement): readonly Fix[] {
  const [only, ...others] = conditions;
  const block = json.members.find(({ name }) => name.value === 'Condition')?.value;
  if (!effect || !only || others.length > 0 || block?.kind !== 'object') return [];
  const { operator, key, operatorName } = only;
  if (!PRINCIPAL_KEYS.includes(key.toLowerCase()) || !/^StringEquals(IfExists)?$/.test(operator.text))
    return [];
  return [
    fix(
      'Deny all callers but these and AWS services',
      replacement(effect, '"Deny"'),
      replacement(operatorName, '"StringNotEqualsIfExists"'),
      lastMember(block, text, '"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }'),
    ),
  ];
}

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
  const principal = negated(PRINCIPAL_KEYS);
  const source = negated(SOURCE_KEYS);
  const block = json.members.find(({ name }) => name.value === 'Condition')?.value;
  /** A key that is asked under the same operator already, for another value, is asked for this one. */
  const edit = (block: JsonObject, asked: Asked): Edit => {
    const [operator, key, value] = asked;
    const other = conditions.find(
      (one) => one.operatorName.value === operator && one.key.toLowerCase() === key.toLowerCase(),
    );
    return other
      ? replacement(other.value, quoted(value))
      : conditionKey(block, text, operator, memberOf(asked));
  };
  /** Of one statement about both kinds of callers, two have to be made. */
  const asking = (...asked: readonly Asked[]): Fix[] =>
    block?.kind === 'object' && !(principal && source)
      ? // It then denies less: what AWS services ask, or what others do.
        [allowingMore(fix(`Add ${inWords(asked.map(memberOf))}`, ...asked.map((one) => edit(block, one))))]
      : [];
  const isAsked = says('aws:sourceaccount', 'false', 'Null') || says('aws:sourcearn', 'false', 'Null');

  const found: Diagnostic[] = [];
  if (principal && !says(BY_SERVICE, 'false', 'Bool')) {
    const fixes = asking(['BoolIfExists', 'aws:PrincipalIsAWSService', 'false']);
    found.push(
      fault('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', principal.name, principal.key, { fixes }),
    );
  }
  if (source && !says(BY_SERVICE, 'true', 'Bool')) {
    const fixes = asking(['Bool', 'aws:PrincipalIsAWSService', 'true'], ...(isAsked ? [] : [SOURCE_ACCOUNT]));
    found.push(
      fault('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', source.name, source.key, { fixes }),
    );
  } else if (source && !isAsked) {
    const fixes = asking(SOURCE_ACCOUNT);
    found.push(fault('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', source.name, source.key, { fixes }));
  }
  return found;
}
