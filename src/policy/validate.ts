// What is wrong or doubtful in a policy document, beyond its form.
import type { Vocabulary } from '../aws/vocabulary.ts';
import { checkActions, checkPassRole } from './checks/actions.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkElements } from './checks/elements.ts';
import { checkResources } from './checks/resources.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDocument, PolicyType } from './document.ts';
import { parsedPolicy } from './parse.ts';

/**
 * The checks of IAM Access Analyzer that a beginner meets first, in the order of the text. Names of actions are
 * checked when a vocabulary is given.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function validatePolicy(
  document: PolicyDocument,
  type: PolicyType,
  vocabulary?: Vocabulary,
): readonly Diagnostic[] {
  return [
    ...checkElements(document, type),
    ...checkActions(document, vocabulary?.actions),
    ...(type === 'identity' ? checkPassRole(document) : []),
    ...checkResources(document),
    ...checkConditions(document),
  ].toSorted((a, b) => a.from - b.from);
}

/** Everything to show beside a text while it is edited: the faults of its form, and of its content if it has one. */
export function diagnose(text: string, type: PolicyType, vocabulary?: Vocabulary): readonly Diagnostic[] {
  const { document, diagnostics } = parsedPolicy(text);
  if (document === null) return diagnostics;
  return [...diagnostics, ...validatePolicy(document, type, vocabulary)].toSorted((a, b) => a.from - b.from);
}
