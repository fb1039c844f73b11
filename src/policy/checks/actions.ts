// Checks of a policy document: actions that do not exist, or that have no place in this kind of policy.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { More } from '../codes.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { PolicyType, ResourceKind } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import { nearest } from '../nearest.ts';
import { grammarOf } from '../resource-grammars.ts';
import { takesAction } from '../save-resource.ts';
import type { Spanned } from '../span.ts';
import { actionsOfOperation } from '../api-names.ts';
import { helpOf, inThisPolicy, isAboutNone, meantFix, SERVICE_OF } from './action-fixes.ts';
import { actionsJoinedOtherwise, actionsListed, actionsMeant, actionsNamedAlone } from './action-meant.ts';
import { fault } from './codes.ts';
import { matching, nameOf, prefixOf, servicesOf } from './known-actions.ts';
import { type Meant, named } from './meant.ts';
import { fix, instead, takenOut, within } from './mend.ts';
import { isActionRefused, SAVED_BY } from './refused.ts';
import { servicesMeant } from './services-meant.ts';
import { quoted, type Subject } from './subject.ts';
import { inWords } from './words.ts';

/** No policy that can be saved has more patterns, or longer ones: beyond that, names are no longer checked. */
const MOST_PATTERNS = 500;
const MOST_WIDE = 50;
const LONGEST_PATTERN = 256;

/** How many unknown actions of one document get suggestions. */
const MOST_SUGGESTED = 50;

/** Without a vocabulary only the form of actions is checked. */
export function checkActions(subject: Subject): readonly Diagnostic[] {
  const { vocabulary } = subject;
  const grammar = grammarOf(subject.resource);
  const found: Diagnostic[] = [];
  let wildcards = 0;
  for (const statement of subject.draft.statements)
    for (const pattern of statement.action?.patterns ?? []) {
      const { value } = pattern;
      if (value === '*') continue;
      const service = value.slice(0, Math.max(0, value.indexOf(':')));
      // In resource control policies that is an error, and told as such.
      if (hasWildcard(service) && subject.type !== 'rcp')
        found.push(
          fault(
            'WILDCARD_IN_SERVICE_NAME',
            within(subject.text, pattern, 0, service.length),
            quoted(service),
          ),
        );
      // Each pattern over several services may have to be held against every action of AWS.
      if (hasWildcard(value)) wildcards += hasWildcard(service) ? MOST_PATTERNS / MOST_WIDE : 1;
      const tooMany = hasWildcard(value) && wildcards > MOST_PATTERNS;
      if (vocabulary?.actions.has(value.toLowerCase()) || tooMany || value.includes('${')) continue;
      // Some services take more than they publish.
      if (grammar && !hasWildcard(value) && takesAction(grammar, value)) continue;
      const suggest = found.length < MOST_SUGGESTED;
      const diagnostic = !/^[^:]+:[^:]+$/.test(value)
        ? malformed(subject, statement, pattern, suggest)
        : vocabulary && checkName(subject, statement, pattern, vocabulary, suggest);
      if (diagnostic) found.push(diagnostic);
    }
  return found;
}

/** No prefix, a colon and a name. */
function malformed(
  subject: Subject,
  statement: DraftStatement,
  pattern: Spanned<string>,
  suggest: boolean,
): Diagnostic {
  const { value } = pattern;
  const several = actionsListed(value);
  if (several)
    return fault('INVALID_ACTION', pattern, quoted(value), {
      help: 'Each action is a text of its own, with a comma between the texts.',
      fixes: [fix(`Make ${several.length} actions of it`, instead(statement, pattern, several.map(quoted)))],
    });
  const { vocabulary } = subject;
  const joined = suggest && vocabulary ? actionsJoinedOtherwise(vocabulary, value) : [];
  const alone = suggest && vocabulary ? actionsNamedAlone(vocabulary, value).map(named) : [];
  const { fixes } = offered(subject, statement, pattern, joined.length > 0 ? joined : alone);
  return fault('INVALID_ACTION', pattern, quoted(value), {
    help: 'Write the prefix of a service, one colon and a name, such as s3:GetObject.',
    fixes,
  });
}

interface Offered {
  readonly first: Meant | undefined;
  readonly fixes: readonly Fix[];
}

/** What may be meant, as far as it can stand in this policy. */
function offered(
  subject: Subject,
  statement: DraftStatement,
  pattern: Spanned<string>,
  all: readonly Meant[],
): Offered {
  const { vocabulary } = subject;
  if (!vocabulary) return { first: undefined, fixes: [] };
  const possible = all.flatMap((meant) => inThisPolicy(subject, vocabulary, meant) ?? []);
  return { first: possible[0], fixes: possible.map((meant) => meantFix(statement, pattern, meant)) };
}

/** A pattern of good form that is not itself the name of an action. */
function checkName(
  subject: Subject,
  statement: DraftStatement,
  pattern: Spanned<string>,
  vocabulary: Vocabulary,
  suggest: boolean,
): Diagnostic | null {
  const { type, resource } = subject;
  const { value } = pattern;
  const help = HELP_BY_TYPE[resource ?? type];
  if (value.length > LONGEST_PATTERN)
    return hasWildcard(value) ? null : fault('INVALID_ACTION', pattern, quoted(value), { help });
  const services = servicesOf(vocabulary);
  const prefix = prefixOf(value);
  const name = nameOf(value).toLowerCase();
  const isWide = hasWildcard(prefix);
  const ours = isWide
    ? [...services.keys()].filter((service) => covers(prefix, service))
    : [prefix].filter((service) => services.has(service));
  const meant = (): Offered =>
    offered(subject, statement, pattern, suggest ? meantHere(type, vocabulary, value) : []);
  if (ours.length === 0) {
    const { first, fixes } = meant();
    const service = first
      ? prefixOf(first.patterns[0] ?? '')
      : suggest && servicesMeant(vocabulary, prefix)[0];
    return fault('INVALID_SERVICE_IN_ACTION', pattern, quoted(value.slice(0, value.indexOf(':'))), {
      ...(service && { help: `The prefix ${quoted(service)} is probably meant.` }),
      fixes,
    });
  }
  if (hasWildcard(value)) {
    const matches = isWide
      ? ours.some((service) =>
          services.get(service)?.some((action) => covers(name, nameOf(action.name).toLowerCase())),
        )
      : matching(vocabulary, value).length > 0;
    return matches
      ? null
      : fault('INVALID_ACTION', pattern, quoted(value), { help, fixes: isWide ? [] : meant().fixes });
  }
  const needed = actionsOfOperation(value);
  if (needed.length > 0)
    return fault('INVALID_ACTION', pattern, quoted(value), {
      help: `It is an operation of the API, for which callers need ${inWords(needed)}.`,
      fixes: [fix(`Use ${inWords(needed.map(quoted))}`, instead(statement, pattern, needed.map(quoted)))],
    });
  const { first, fixes } = meant();
  return fault('INVALID_ACTION', pattern, quoted(value), {
    help: helpOf(nameOf(value), first) ?? help,
    fixes,
  });
}

const meantHere = (type: PolicyType, vocabulary: Vocabulary, value: string): readonly Meant[] =>
  type === 'trust' ? trustActionsMeant(value).map(named) : actionsMeant(vocabulary, value);

/** What comes of an unknown action, where it is not that IAM saves it all the same. */
const HELP_BY_TYPE: Partial<Readonly<Record<PolicyType | ResourceKind, string>>> = {
  trust: 'Check the spelling. IAM saves no trust policy with other actions than those of assuming a role.',
  ...Object.fromEntries(
    'resource accessPoint key function endpoint scp rcp'
      .split(' ')
      .map((kind) => [kind, 'Check the spelling. An unknown action never matches a request.']),
  ),
  ...Object.fromEntries(
    Object.entries(SAVED_BY).map(([kind, [service, policy]]) => [
      kind,
      `Check the spelling. ${service} saves no ${policy} with an action that it does not have.`,
    ]),
  ),
};

/** Only these can stand in a trust policy at all. */
const trustActionsMeant = (value: string): readonly string[] => {
  const begun = TRUST_ACTIONS.filter((known) => known.toLowerCase().startsWith(value.toLowerCase()));
  return begun.length > 0 ? begun.slice(0, 1) : nearest(value, TRUST_ACTIONS);
};

/** Trust policies are about the ways to assume a role, and what may be sent along. */
const TRUST_ACTIONS = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetContext',
  'sts:SetSourceIdentity',
  'sts:TagSession',
];

export function checkActionsOfResource(subject: Subject): readonly Diagnostic[] {
  const { draft, type, resource, vocabulary, text } = subject;
  if (type !== 'trust' && type !== 'resource') return [];
  const service = resource && SERVICE_OF[resource];
  const help = type === 'trust' ? TRUST_HELP : undefined;
  return draft.statements.flatMap((statement) =>
    (statement.action?.patterns ?? []).flatMap((pattern) => {
      const lower = pattern.value.toLowerCase();
      const isRefused = isActionRefused(subject, lower);
      // A name that nobody has is told as that.
      if (isNobodys(vocabulary, lower) || (statement.action?.negated && !isRefused)) return [];
      const report = (more: More): Diagnostic[] => [
        fault('UNSUPPORTED_ACTION_IN_POLICY', pattern, quoted(pattern.value), {
          ...more,
          fixes: takenOut(text, draft, statement, pattern),
        }),
      ];
      const fits =
        type === 'trust'
          ? lower === '*' || TRUST_ACTIONS.some((known) => covers(lower, known.toLowerCase()))
          : lower === '*' || service === undefined || covers(prefixOf(lower), service);
      const isOnly =
        type === 'trust' && !statement.action?.negated && statement.action?.patterns.length === 1;
      if (!fits) return report({ help, ...(isOnly && { suggestions: ['"sts:AssumeRole"'] }) });
      if (type === 'resource' && vocabulary && !statement.action?.negated && isAboutNone(vocabulary, lower))
        return report({ help: 'It is about no one resource: only an identity-based policy can allow it.' });
      return isRefused ? [refusal(subject, statement, pattern)] : [];
    }),
  );
}

/** No action at all, or one that AWS does not have. */
function isNobodys(vocabulary: Vocabulary | undefined, lower: string): boolean {
  if (lower === '*') return false;
  if (!/^[^:]+:[^:]+$/.test(lower)) return true;
  if (!vocabulary || hasWildcard(prefixOf(lower))) return false;
  return hasWildcard(lower) ? matching(vocabulary, lower).length === 0 : !vocabulary.actions.has(lower);
}

/** An action of the right service that the policy cannot be saved with. */
function refusal(subject: Subject, statement: DraftStatement, pattern: Spanned<string>): Diagnostic {
  const { text, draft, type, resource, vocabulary } = subject;
  const subjectText = quoted(pattern.value);
  if (type === 'trust')
    return fault('UNSUPPORTED_ACTION_IN_POLICY', pattern, subjectText, {
      message: 'IAM does not save a trust policy with {} as an action.',
      help: TRUST_HELP,
      suggestions: statement.action?.negated ? [] : ['"sts:AssumeRole"'],
    });
  const [service, policy] = (resource && SAVED_BY[resource]) ?? ['AWS', 'policy'];
  const isPattern = hasWildcard(pattern.value);
  const grammar = grammarOf(resource);
  const names =
    isPattern && grammar && vocabulary
      ? matching(vocabulary, pattern.value === '*' ? `${grammar.service}:*` : pattern.value)
          .map(({ name }) => name)
          .filter((name) => takesAction(grammar, name))
      : [];
  return fault('UNSUPPORTED_ACTION_IN_POLICY', pattern, subjectText, {
    message: `${service} saves no ${policy} with {} in it.`,
    help: isPattern ? `${service} takes no patterns here: name each action.` : 'Leave it out.',
    fixes:
      names.length > 0 && !statement.action?.negated
        ? [
            fix(
              names.length === 1 ? `Use ${quoted(names[0] ?? '')}` : `Name the ${names.length} actions`,
              instead(statement, pattern, names.map(quoted)),
            ),
          ]
        : takenOut(text, draft, statement, pattern),
  });
}

const TRUST_HELP = 'A trust policy is about sts:AssumeRole and what goes with it.';
