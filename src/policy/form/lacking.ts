// What a statement still lacks before it says anything, in words for whoever fills in its fields.
import type { PolicyType } from '../document.ts';
import { takesPrincipal, takesResource } from './kinds.ts';
import type { FormStatement } from './read-form.ts';

/** Each finishes "Choose …"; none for a statement that is complete, as far as fields can show it. */
export function lackingOf(
  { effect, principal, action, resource, conditions, unshown }: FormStatement,
  type: PolicyType,
): readonly string[] {
  const isUnshown = (element: string): boolean =>
    unshown.includes(element) || unshown.includes(`Not${element}`);
  return [
    ...(effect === null && !isUnshown('Effect') ? ['Allow or Deny'] : []),
    ...(takesPrincipal(type) && !isUnshown('Principal') && !principal?.entries.length
      ? ['whom it is about']
      : []),
    ...(!isUnshown('Action') && !action?.values.length ? ['its actions'] : []),
    ...(takesResource(type) && !isUnshown('Resource') && !resource?.values.length ? ['its resources'] : []),
    ...conditions
      .filter(({ values }) => values.length === 0)
      .map(({ key }) => `the values of ${key === '' ? 'its condition' : key}`),
  ];
}

/** Names of the grammar that fields cannot show as they are written: without them the statement has no sentence. */
export const unreadOf = ({ unshown }: FormStatement): readonly string[] =>
  unshown.filter((name) => ELEMENTS.has(name));

const ELEMENTS = new Set([
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
