// Bound trust: whom a trust policy means is settled when it is saved, by unique id; a namesake that comes later is not meant.
import type { AppliedPolicy } from '../evaluation/applicable.ts';
import { namedPrincipal } from './named-principal.ts';
import type { Role, World } from './world.ts';

/**
 * The trust policy of a role without the users and roles that are others by now than when it was saved: their entries name
 * nobody, as unique ids do of whoever is gone.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function boundTrust(
  world: World,
  { trusted }: Role,
  trust: readonly AppliedPolicy[],
): readonly AppliedPolicy[] {
  const strangers = new Set(Object.keys(trusted).filter((arn) => isStranger(world, arn, trusted[arn])));
  return strangers.size === 0 ? trust : trust.map((policy) => without(policy, strangers));
}

function isStranger(world: World, arn: string, id: string | undefined): boolean {
  const named = namedPrincipal(world, arn);
  return named !== 'believed' && (named === 'missing' || named.id !== id);
}

const without = ({ source, document }: AppliedPolicy, strangers: ReadonlySet<string>): AppliedPolicy => ({
  source,
  document: {
    ...document,
    statements: document.statements.map((statement) => {
      const { principal } = statement;
      const entries = principal?.entries.filter(({ kind, value }) => kind !== 'AWS' || !strangers.has(value));
      return principal && entries ? { ...statement, principal: { ...principal, entries } } : statement;
    }),
  },
});
