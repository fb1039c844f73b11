// Checks of a policy document: multi-factor authentication asked for in a way that long-term access keys get around.
import type { Diagnostic } from '../diagnostic.ts';
import { fault } from './codes.ts';
import { quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent */
export const checkMfa = ({ draft }: Subject): readonly Diagnostic[] =>
  draft.statements.flatMap(({ conditions }) =>
    conditions
      .filter(({ key }) => /^aws:multifactorauthpresent$/i.test(key))
      .filter(({ operator, values }) => {
        const asks = (answer: string): boolean => values.some(({ value }) => value.toLowerCase() === answer);
        return operator.base === 'Bool' && !operator.ifExists && asks('false');
      })
      .map(({ key, operator, operatorName }) => {
        const suggestions = [quoted(`${operator.text}IfExists`)];
        return fault('BAD_PATTERN_FOR_MFA', operatorName, key, { suggestions });
      }),
  );
