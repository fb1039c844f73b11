// The next step: what to look at when AWS has told somebody whom a directory or provider vouches for only that they may not.
import { findAccount, findRole } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import type { ApiOutcome } from '../../api/call.ts';
import { parseArn } from '../../aws/arn.ts';
import { decisiveOf } from '../../evaluation/call.ts';
import type { ConditionResult, Evaluation } from '../../evaluation/evaluation.ts';
import { nearestStatement } from '../evaluation/blame.ts';

export interface NextStep {
  /** What the trust policy of the role was asked; null: it was not. */
  readonly asked: { readonly role: string; readonly provider: string; readonly action: string } | null;
  /** What stood in the way. */
  readonly found: string;
  /** The conditions that were not met. `is`: null where what was handed in says nothing of it. */
  readonly unmet: readonly {
    readonly key: string;
    readonly wanted: string;
    readonly is: string | null;
  }[];
  /** What would change that, the nearest first. */
  readonly ways: readonly string[];
  /** The id of the trust policy to open; null: there is none to look at. */
  readonly policy: string | null;
  /** What the directory says of the person is to be looked at. */
  readonly directory: boolean;
}

/** Null unless AWS has answered AccessDenied to the one who showed a response or a token. */
export function nextStep(world: World, { call, result, evaluations, event }: ApiOutcome): NextStep | null {
  if (result.ok || result.error.code !== 'AccessDenied') return null;
  switch (call.operation) {
    case 'sts:AssumeRoleWithSAML': {
      const { RoleArn, PrincipalArn } = call.input;
      return (
        missing(world, RoleArn) ??
        denied(decisiveOf(evaluations), PrincipalArn, 'response') ??
        notOffered(RoleArn, PrincipalArn)
      );
    }
    case 'sts:AssumeRoleWithWebIdentity': {
      const { RoleArn } = call.input;
      const provider = event.userIdentity.identityProvider ?? '';
      return missing(world, RoleArn) ?? denied(decisiveOf(evaluations), provider, 'token');
    }
    default:
      return null;
  }
}

const NOTHING_ASKED = { asked: null, unmet: [], policy: null, directory: false } as const;

const nameOf = (role: string): string => role.split('/').at(-1) ?? role;

function missing(world: World, role: string): NextStep | null {
  const { account: id = '', resource = '' } = parseArn(role) ?? {};
  const account = findAccount(world, id);
  if (account && resource.startsWith('role/') && findRole(account, nameOf(role))) return null;
  return {
    ...NOTHING_ASKED,
    found: `There is no role ${role}. AWS answers as it does to those who may not, so that nobody learns which roles there are.`,
    ways: ['Compare the ARN with that of the role, letter by letter: account, path and name.'],
  };
}

/** The pair stands in the response, and no policy was read before it did not. */
function notOffered(role: string, provider: string): NextStep {
  const elsewhere = parseArn(role)?.account !== parseArn(provider)?.account;
  return {
    ...NOTHING_ASKED,
    found: elsewhere
      ? 'The provider is of another account than the role, and a role is assumed with a provider of its own account only. Its trust policy was not read.'
      : 'The response does not offer this role with this provider, so the trust policy of the role was not read.',
    ways: [
      'Choose a role that the response offers.',
      `Or have the directory offer it: the attribute Role needs the value ${role},${provider}`,
    ],
    directory: true,
  };
}

function denied(
  evaluation: Evaluation | null,
  provider: string,
  what: 'response' | 'token',
): NextStep | null {
  const outcome = evaluation?.decision.outcome;
  if (!evaluation || (outcome !== 'explicitDeny' && outcome !== 'implicitDeny')) return null;
  const { action, resource } = evaluation.request;
  const nearest = nearestStatement(evaluation, ({ kind }) => kind === 'resource');
  const step = {
    ...NOTHING_ASKED,
    asked: { role: nameOf(resource), provider, action },
    policy: nearest?.policy.source.id ?? null,
  };
  const { decision } = evaluation;
  const by =
    decision.outcome === 'explicitDeny' || decision.outcome === 'implicitDeny' ? decision.by : 'none';
  if (by !== 'resource')
    return {
      ...step,
      policy: null,
      found: 'A policy of the organization does not let it through, whatever the trust policy says.',
      ways: ['Look at the policies of the organization below: only its management account can change them.'],
    };
  const allow = `allows ${action} to the Principal "Federated": "${provider}"`;
  if (!nearest)
    return {
      ...step,
      found: 'No statement allows anything.',
      ways: [`If it is meant to, add one that ${allow}.`],
    };
  const name =
    nearest.statement.sid === undefined ? 'One statement' : `The statement ${nearest.statement.sid}`;
  if (outcome === 'explicitDeny')
    return {
      ...step,
      found: `${name} denies that, and a Deny beats every Allow.`,
      ways: ['If it is not meant to, take that Deny out of the trust policy, or narrow it.'],
    };
  const closest = `${name} comes closest, but`;
  const elsewhere = `Or choose a role that is meant for this ${what === 'token' ? 'token' : 'person'}.`;
  switch (nearest.match.reason) {
    case 'principalNotListed':
      return {
        ...step,
        found: `${closest} its Principal does not list the provider.`,
        ways: [`If it is meant to, add "Federated": "${provider}" to the Principal.`, elsewhere],
      };
    case 'conditionNotMet':
      return {
        ...step,
        found: `${closest} not all of its conditions are met:`,
        unmet: nearest.match.conditions.filter(({ met }) => met === false).map(unmetOf),
        ways: [
          `If the ${what} is wrong, have another one made out: the condition says which.`,
          'If the condition is wrong, change it, but no further than needed: it is what keeps strangers out.',
        ],
      };
    default:
      return {
        ...step,
        found:
          action === 'sts:TagSession'
            ? `The ${what} carries session tags, and no statement lets anybody in with tags.`
            : `${closest} its Action is not ${action}.`,
        ways: [
          action === 'sts:TagSession'
            ? 'If it is meant to, add sts:TagSession to the Action of the statement that lets the provider in.'
            : `If it is meant to, add a statement that ${allow}.`,
          elsewhere,
        ],
      };
  }
}

const unmetOf = ({ condition, operator, actual }: ConditionResult): NextStep['unmet'][number] => ({
  key: condition.key,
  wanted: `${operator} ${condition.values.map(({ value }) => value).join(' or ')}`,
  is: actual === undefined ? null : [actual].flat().map(String).join(', '),
});
