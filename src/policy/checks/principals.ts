// Checks of a policy document: principals of resource-based and trust policies.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { More } from '../codes.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import type { Json, JsonObject } from '../json.ts';
import { type Code, fault } from './codes.ts';
import { appended, fix, removal, replacement } from './mend.ts';
import { isPrincipalRefused } from './refused.ts';
import { isServiceName, serviceMeant } from './service-names.ts';
import { isAllow, isIdentity, quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function checkPrincipals(subject: Subject): readonly Diagnostic[] {
  if (isIdentity(subject) || subject.type === 'scp') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...checkEmpty(subject.text, statement),
    ...checkStatement(subject, statement),
  ]);
}

function checkEmpty(text: string, { json }: DraftStatement): Diagnostic[] {
  return json.members
    .filter(({ name }) => name.value === 'Principal' || name.value === 'NotPrincipal')
    .flatMap(({ value }) => {
      if (value.kind !== 'object') return [];
      if (value.members.length === 0 && !value.cutOff) return [fault('EMPTY_OBJECT_PRINCIPAL', value)];
      return value.members
        .filter((member) => isEmptyList(member.value))
        .map((member) => {
          const fixes = value.members.length > 1 ? [fix('Remove the list', removal(text, member))] : [];
          return fault('EMPTY_ARRAY_PRINCIPAL', member.value, '', { fixes });
        });
    });
}

const isEmptyList = (json: Json): boolean => json.kind === 'array' && json.items.length === 0;

function checkStatement(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const { text, type, vocabulary } = subject;
  const { principal } = statement;
  if (principal === undefined || type === 'rcp') return [];
  const found: Diagnostic[] = [];
  if (principal.negated && type !== 'trust' && isAllow(statement))
    found.push(fault('ALLOW_WITH_NOT_PRINCIPAL', principal));
  for (const entry of principal.entries) {
    const isRefused = isPrincipalRefused(subject, entry);
    const suggestions = suggestionsFor(entry, vocabulary);
    const code =
      entry.kind === 'Federated' && type !== 'trust'
        ? 'FEDERATED_PRINCIPAL_NOT_SUPPORTED'
        : (codeOf(entry, suggestions) ?? (isRefused && !isToldAsTrust(entry) ? 'UNKNOWN_PRINCIPAL' : null));
    if (code !== null)
      found.push(
        fault(code, entry, quoted(entry.value), {
          severity: isRefused ? 'error' : undefined,
          suggestions,
          ...(isRefused && /^INVALID_(ROLE|USER)_REFERENCE$/.test(code) && { help: ID_HELP }),
          ...otherKind(text, statement, entry, vocabulary),
        }),
      );
  }
  return found;
}

const ID_HELP =
  'No policy is saved with an id of a user or role in it: write the ARN. AWS shows the id once the user or role is deleted.';

/** A provider is looked at with the action that goes with it. */
const isToldAsTrust = ({ kind }: PrincipalEntry): boolean => kind === 'Federated';

/** What is wrong with one principal, if anything. */
function codeOf({ kind, value }: PrincipalEntry, suggestions: readonly string[]): Code | null {
  if (kind === 'Everyone') return null;
  if (value.includes('${')) return null;
  if (hasWildcard(value)) return 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL';
  if (kind === 'Service')
    return isServiceName(value) && suggestions.length === 0 ? null : 'UNKNOWN_SERVICE_PRINCIPAL';
  if (kind !== 'AWS') return null;
  if (/^AROA[A-Z0-9]{12,}$/.test(value)) return 'INVALID_ROLE_REFERENCE';
  if (/^AIDA[A-Z0-9]{12,}$/.test(value)) return 'INVALID_USER_REFERENCE';
  return ACCOUNT.test(value) || AWS.test(value) ? null : 'UNKNOWN_PRINCIPAL';
}

const ACCOUNT = /^\d{12}$/;
const AWS =
  /^arn:aws[a-z-]*:(iam::(\d{12}|cloudfront):(root|(user|role)\/.+)|sts::\d{12}:(assumed-role\/[^/]+\/[^/]+|federated-user\/.+))$/;

/** What is no principal where it stands, but would be something elsewhere and how it gets there, or why it is none anywhere. */
function otherKind(
  text: string,
  { json }: DraftStatement,
  entry: PrincipalEntry,
  vocabulary: Vocabulary | undefined,
): More {
  const { kind, value } = entry;
  if (kind === 'CanonicalUser')
    return { help: 'A canonical user id is 64 digits and letters from a to f, and only S3 takes one.' };
  if (kind === 'Service' && (ACCOUNT.test(value) || AWS.test(value)))
    return {
      help: 'This is no service: accounts, users, roles and sessions stand under "AWS".',
      fixes: underAnother(text, json, entry, 'AWS', quoted(value)),
    };
  if (kind !== 'AWS') return {};
  if (/^arn:[^:]*:iam::\d*:group\//.test(value))
    return {
      message: 'A group cannot be a principal, as {} is here.',
      help: 'Name the users of the group, or a role that they may assume.',
    };
  const digits = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d+)(?::|$)/.exec(value)?.[1];
  if (digits !== undefined && digits.length !== 12)
    return { help: `The id of an account has 12 digits, and this one has ${digits.length}.` };
  if (!value.includes('.') || /[*?$/]/.test(value)) return {};
  const meant = serviceMeant(value, vocabulary)[0] ?? value;
  if (!isServiceName(meant)) return {};
  return {
    help: 'This is a service of AWS, and those stand under "Service".',
    fixes: underAnother(text, json, entry, 'Service', quoted(meant)),
  };
}

/** Takes a principal out of the list of its kind and puts it under another one. */
function underAnother(
  text: string,
  json: JsonObject,
  entry: PrincipalEntry,
  kind: 'AWS' | 'Service',
  item: string,
): readonly Fix[] {
  const label = `Put it under "${kind}"`;
  for (const { value: kinds } of json.members) {
    if (kinds.kind !== 'object') continue;
    const own = kinds.members.find(({ value }) => value.from <= entry.from && entry.to <= value.to);
    if (own?.name.value !== entry.kind) continue;
    const other = kinds.members.find(({ name }) => name.value === kind);
    const isAlone = own.value.kind !== 'array' || own.value.items.length === 1;
    if (isAlone && !other) return [fix(label, replacement(own.name, quoted(kind)), replacement(entry, item))];
    const away = removal(text, isAlone ? own : entry);
    const put = other
      ? appended(other.value, text, item)
      : { from: own.to, to: own.to, text: `, "${kind}": ${item}` };
    return [fix(label, away, put)];
  }
  return [];
}

/** What was probably meant. */
function suggestionsFor({ kind, value }: PrincipalEntry, vocabulary: Vocabulary | undefined): string[] {
  if (kind === 'Service' && !hasWildcard(value) && !value.includes('${')) {
    if (ACCOUNT.test(value) || AWS.test(value)) return [];
    const meant = serviceMeant(value, vocabulary);
    const lower = value.toLowerCase();
    return (meant.length === 0 && lower !== value && isServiceName(lower) ? [lower] : meant).map(quoted);
  }
  const digits = value.replace(/-/g, '');
  if (kind === 'AWS' && value !== digits && ACCOUNT.test(digits)) return [quoted(digits)];
  // An account that leaves out `root`, or one of the two colons.
  const [, partition, account] = /^arn:([^:]+):iam::?(\d{12})(?::(?:root)?)?$/.exec(value) ?? [];
  if (kind === 'AWS' && partition !== undefined && account !== undefined && !AWS.test(value))
    return [quoted(`arn:${partition}:iam::${account}:root`)];
  // An ARN that does not say whether a user or a role is meant.
  const [, start, name] = /^(arn:[^:]+:iam::\d{12}:)([\w+=,.@-]+)$/.exec(value) ?? [];
  if (kind === 'AWS' && start !== undefined && name !== undefined && name !== 'root')
    return [quoted(`${start}user/${name}`), quoted(`${start}role/${name}`)];
  return [];
}
