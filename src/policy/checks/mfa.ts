// Checks of a policy document: multi-factor authentication asked for in a way that long-term access keys get around.
import type { Diagnostic } from '../diagnostic.ts';
import { fault } from './codes.ts';
import { withOperator } from './other-operator.ts';
import type { Subject } from './subject.ts';

/**
 * A Deny without IfExists lets through whoever has not signed in at all. In an Allow the same condition is only odd: no
 * operator is better there, and IfExists would let those in who sign with an access key.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
export const checkMfa = ({ text, draft }: Subject): readonly Diagnostic[] =>
  draft.statements.flatMap((statement) =>
    statement.conditions
      .filter(({ key }) => /^aws:multifactorauthpresent$/i.test(key))
      .filter(({ operator, values }) => {
        const asks = (answer: string): boolean => values.some(({ value }) => value.toLowerCase() === answer);
        return operator.base === 'Bool' && !operator.ifExists && asks('false');
      })
      .map((condition) => {
        const { key, operator, operatorName } = condition;
        const isDenied = statement.effect?.value === 'Deny';
        const fixes = isDenied
          ? withOperator(text, statement, condition, {
              operator: `${operator.text}IfExists`,
              change: 'wider',
            })
          : [];
        return fault('BAD_PATTERN_FOR_MFA', operatorName, key, {
          fixes,
          ...(!isDenied && { help: IN_ALLOW }),
        });
      }),
  );

const IN_ALLOW =
  'Ask for "true", where MFA is demanded. With "false" only temporary credentials without MFA are let in.';
