// What is wrong or doubtful in a policy document, beyond its form.
import type { Vocabulary } from '../aws/vocabulary.ts';
import { fault } from './codes.ts';
import { checkActions, checkActionsOfResource } from './checks/actions.ts';
import { checkAnyone } from './checks/anyone.ts';
import { checkArns } from './checks/arns.ts';
import { checkCharacters } from './checks/characters.ts';
import { withoutEchoes } from './checks/echoes.ts';
import { checkElements, checkSize } from './checks/elements.ts';
import { checkEndpoint } from './checks/endpoints.ts';
import { checkEscalation } from './checks/escalation.ts';
import { checkExisting } from './checks/existing.ts';
import { checkExposure, checkGrantingAccess } from './checks/exposure.ts';
import { checkIpRanges } from './checks/ip-ranges.ts';
import { checkKeyFit } from './checks/key-fit.ts';
import { checkKeys } from './checks/keys.ts';
import { checkMfa } from './checks/mfa.ts';
import { checkOidc } from './checks/oidc.ts';
import { checkOperators } from './checks/operators.ts';
import { checkResourceControl, checkServiceControl } from './checks/organization.ts';
import { checkOwnResource } from './checks/own-resource.ts';
import { checkPassRole } from './checks/pass-role.ts';
import { checkPermissive } from './checks/permissive.ts';
import { checkPresence } from './checks/presence.ts';
import { checkPrincipals } from './checks/principals.ts';
import { checkRedundancy } from './checks/redundancy.ts';
import { checkResourceFit } from './checks/resource-fit.ts';
import { checkServicePrincipals } from './checks/service-principals.ts';
import type { Check, Subject, Whereabouts } from './checks/subject.ts';
import { checkTags } from './checks/tags.ts';
import { checkTrust } from './checks/trust.ts';
import { checkNumbers, checkValues } from './checks/values.ts';
import { checkVariables } from './checks/variables.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDocument, PolicyType } from './document.ts';
import { draftOf, type DraftReading } from './draft.ts';
import { nullsLeftOut } from './nulls.ts';
import { parsedPolicy } from './parse.ts';
import { sizeWithoutWhiteSpace } from './size.ts';
import { readTolerantly } from './tolerant-json.ts';

const CHECKS: readonly Check[] = [
  checkElements,
  checkCharacters,
  checkPrincipals,
  checkServicePrincipals,
  checkAnyone,
  checkTrust,
  checkOidc,
  checkResourceControl,
  checkServiceControl,
  checkEndpoint,
  checkActions,
  checkActionsOfResource,
  checkArns,
  checkOwnResource,
  checkResourceFit,
  checkKeys,
  checkKeyFit,
  checkOperators,
  checkValues,
  checkNumbers,
  checkIpRanges,
  checkVariables,
  checkPermissive,
  checkPresence,
  checkMfa,
  checkRedundancy,
  checkPassRole,
  checkTags,
  checkExposure,
  checkGrantingAccess,
  checkEscalation,
  checkExisting,
];

/**
 * The checks of IAM Access Analyzer, and beyond them those of our own, in the order of the text. Names of AWS are checked
 * when a vocabulary is given.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function validatePolicy(
  { text }: PolicyDocument,
  type: PolicyType,
  vocabulary?: Vocabulary,
  where: Whereabouts = {},
): readonly Diagnostic[] {
  return inOrder(checked({ ...where, text, draft: parsedPolicy(text).draft, type, vocabulary }));
}

/** Characters that a request to IAM can hold at most: what is longer is no policy anywhere. */
const LONGEST_DOCUMENT = 131_072;

/**
 * Everything to show beside a text while it is edited: the faults of its form, and of its content as far as it can be read. Of
 * a text longer than any request can send, only the faults of its form and its length are told.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function diagnose(
  text: string,
  type: PolicyType,
  vocabulary?: Vocabulary,
  where: Whereabouts = {},
): readonly Diagnostic[] {
  const { draft, found } = readAnyway(text);
  const subject: Subject = { ...where, text, draft, type, vocabulary };
  const isPolicy = sizeWithoutWhiteSpace(text) <= LONGEST_DOCUMENT;
  return withoutEchoes(inOrder([...found, ...(isPolicy ? checked(subject) : checkSize(subject))]), draft);
}

/** A text that is not JSON is read once more, as what it was meant to be. */
function readAnyway(text: string): DraftReading {
  const { draft, diagnostics } = parsedPolicy(text);
  if (!diagnostics.some(({ code }) => code === 'JSON_SYNTAX_ERROR'))
    return { draft, found: draft.json ? nullsLeftOut(text, draft.json, diagnostics) : diagnostics };
  const { value, faults } = readTolerantly(text);
  // The careful reader has the last word: where the tolerant one sees nothing wrong, its fault is told.
  const found =
    faults.length === 0
      ? diagnostics
      : // What follows from it is the same for all of them.
        faults.map(({ what, fixes, ...span }) => fault('JSON_SYNTAX_ERROR', span, what, { fixes, help: '' }));
  return value === null ? { draft, found } : draftOf(value, found);
}

const checked = (subject: Subject): Diagnostic[] => CHECKS.flatMap((check) => check(subject));

const inOrder = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.toSorted((a, b) => a.from - b.from);
