// Used: a few words on what stands in a part of a form that is folded away; empty while nothing does.
import type { Typed } from './calls.ts';

export const usedMfa = ({ serial, code }: Typed): string =>
  serial !== '' || code !== '' ? 'with a code' : '';

export function usedPolicies({ policy, policyArns }: Typed): string {
  const count = policyArns.filter((arn) => arn !== '').length;
  return [...(policy.trim() === '' ? [] : ['a document']), ...(count === 0 ? [] : [`${count} managed`])].join(
    ' and ',
  );
}

export function usedTags({ tags }: Typed): string {
  const count = tags.filter(({ key, value }) => key !== '' || value !== '').length;
  return count === 0 ? '' : `${count}`;
}
