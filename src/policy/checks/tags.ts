// Checks of a policy document: tags of resources, asked of services that never send them.

import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { fault } from './codes.ts';
import { prefixOf } from './known-actions.ts';
import { isAllow, isIdentity, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
export function checkTags(subject: Subject): readonly Diagnostic[] {
  const { vocabulary } = subject;
  if (!vocabulary || !(isIdentity(subject) || subject.type === 'scp')) return [];
  return subject.draft.statements.flatMap((statement) => {
    const asked = statement.conditions.find(asksForTag);
    const { action } = statement;
    if (asked === undefined || action === undefined) return [];
    const allows = isAllow(statement);
    if (action.negated)
      return [
        fault(
          allows
            ? 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
            : 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
          asked.name,
        ),
      ];
    const untagged = servicesWithoutTags(vocabulary, statement);
    if (untagged.length === 0) return [];
    return [
      fault(
        allows
          ? 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
          : 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
        asked.name,
        untagged.join(', '),
      ),
    ];
  });
}

/** A condition that a request without the tag does not meet. */
const asksForTag = ({ key, operator }: DraftCondition): boolean =>
  /^aws:resourcetag\//i.test(key) &&
  !operator.ifExists &&
  !operator.base.includes('Not') &&
  operator.base !== 'Null' &&
  operator.set !== 'ForAllValues';

function servicesWithoutTags(vocabulary: Vocabulary, { action }: DraftStatement): string[] {
  const prefixes = new Set(action?.patterns.map(({ value }) => prefixOf(value)));
  return [...prefixes].filter((prefix) => {
    const service = hasWildcard(prefix) ? undefined : vocabulary.service(prefix);
    return service !== undefined && !service.conditionKeys.has('aws:resourcetag/${tagkey}');
  });
}
