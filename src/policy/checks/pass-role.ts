// Checks of an identity-based policy: handing roles to services, and creating roles that services own.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { isAllow, quoted, type Subject } from './subject.ts';

interface Family {
  /** In lower case. */
  readonly action: string;
  /** The condition key that limits the action to services: taken as enough where it names some. */
  readonly limit: string;
  readonly codes: {
    readonly notResource: Code;
    readonly starActionNotResource: Code;
    readonly notActionNotResource: Code;
    readonly starResource: Code;
    readonly starActionStarResource: Code;
    readonly notActionStarResource: Code;
  };
}

const FAMILIES: readonly Family[] = [
  {
    action: 'iam:passrole',
    limit: 'iam:passedtoservice',
    codes: {
      notResource: 'PASS_ROLE_WITH_NOT_RESOURCE',
      starActionNotResource: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      notActionNotResource: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
      starResource: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      starActionStarResource: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
      notActionStarResource: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    },
  },
  {
    action: 'iam:createservicelinkedrole',
    limit: 'iam:awsservicename',
    codes: {
      notResource: 'CREATE_SLR_WITH_NOT_RESOURCE',
      starActionNotResource: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      notActionNotResource: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
      starResource: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
      starActionStarResource: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      notActionStarResource: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    },
  },
];

/**
 * Who may pass any role to a service can act with the rights of the strongest role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function checkPassRole({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'identity') return [];
  return draft.statements
    .filter(isAllow)
    .flatMap((statement) => FAMILIES.flatMap((family) => checkFamily(statement, family)));
}

function checkFamily(statement: DraftStatement, { action: wanted, limit, codes }: Family): Diagnostic[] {
  const { action, resource, conditions } = statement;
  if (action === undefined || resource === undefined) return [];
  if (conditions.some((condition) => condition.key.toLowerCase() === limit && namesSome(condition)))
    return [];
  const idle = conditions.find(({ key }) => key.toLowerCase() === limit);
  const more = idle ? { help: `The condition on ${idle.key} names no service: ${NAME_ONE}` } : {};
  const pattern = action.patterns.find(({ value }) => covers(value.toLowerCase(), wanted));
  if (action.negated) {
    if (pattern !== undefined) return [];
    if (resource.negated) return [fault(codes.notActionNotResource, action, '', more)];
    return allRoles(statement) ? [fault(codes.notActionStarResource, action, '', more)] : [];
  }
  if (pattern === undefined) return [];
  const isWild = hasWildcard(pattern.value);
  if (resource.negated)
    return isWild
      ? [fault(codes.starActionNotResource, pattern, quoted(pattern.value), more)]
      : [fault(codes.notResource, resource, '', more)];
  const star = allRoles(statement);
  if (star === undefined) return [];
  return isWild
    ? [fault(codes.starActionStarResource, pattern, quoted(pattern.value), more)]
    : [fault(codes.starResource, star, '', more)];
}

const NAME_ONE = 'write which may have the role, as with StringEquals.';

/**
 * Whether services are named, and not all of them, or all but some. A role is never passed without a service, so that
 * IfExists and ForAllValues open nothing.
 */
const namesSome = ({ operator, values }: DraftCondition): boolean =>
  /^String(Equals|EqualsIgnoreCase|Like)$/.test(operator.base) &&
  !values.some(({ value }) => operator.base === 'StringLike' && /^\*+(\.amazonaws\.com)?$/.test(value));

/** The pattern of a Resource element that stands for every role of an account. */
const allRoles = ({ resource }: DraftStatement): Spanned<string> | undefined =>
  resource?.negated === false
    ? resource.patterns.find(({ value }) =>
        /^(\*+|arn:[^:]*:(iam|\*):[^:]*:[^:]*:(\*|role\/?\*))$/.test(value),
      )
    : undefined;
