// Checks of a policy document: principals of resource-based and trust policies.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import type { Json } from '../json.ts';
import { type Code, fault } from './codes.ts';
import { fix, removal } from './mend.ts';
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

function checkStatement({ type, vocabulary }: Subject, statement: DraftStatement): Diagnostic[] {
  const { principal } = statement;
  if (principal === undefined || type === 'rcp') return [];
  const found: Diagnostic[] = [];
  if (principal.negated && type !== 'trust' && isAllow(statement))
    found.push(fault('ALLOW_WITH_NOT_PRINCIPAL', principal));
  for (const entry of principal.entries) {
    const subject = quoted(entry.value);
    const suggestions = suggestionsFor(entry, vocabulary);
    const code =
      entry.kind === 'Federated' && type !== 'trust'
        ? 'FEDERATED_PRINCIPAL_NOT_SUPPORTED'
        : codeOf(entry, suggestions);
    if (code !== null) found.push(fault(code, entry, subject, { suggestions }));
  }
  return found;
}

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
  return ACCOUNT.test(value) || AWS.test(value) || UNIQUE_ID.test(value) ? null : 'UNKNOWN_PRINCIPAL';
}

const ACCOUNT = /^\d{12}$/;
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,}$/;
const AWS =
  /^arn:aws[a-z-]*:(iam::(\d{12}|cloudfront):(root|(user|role)\/.+)|sts::\d{12}:(assumed-role\/[^/]+\/[^/]+|federated-user\/.+))$/;

/** What was probably meant. */
function suggestionsFor({ kind, value }: PrincipalEntry, vocabulary: Vocabulary | undefined): string[] {
  if (kind === 'Service' && !hasWildcard(value) && !value.includes('${')) {
    const meant = serviceMeant(value, vocabulary);
    const lower = value.toLowerCase();
    return (meant.length === 0 && lower !== value && isServiceName(lower) ? [lower] : meant).map(quoted);
  }
  const digits = value.replace(/-/g, '');
  if (kind === 'AWS' && value !== digits && ACCOUNT.test(digits)) return [quoted(digits)];
  return [];
}
