// verdict: the decision in one line.
import type { Evaluation } from '../evaluation.ts';
import { limitOn } from '../limits.ts';
import { isKeptByAws, isRootRecovery, needsNoPermission } from '../service-rules.ts';
import { limitWords } from './limit-words.ts';
import {
  layerPhrase,
  mendedKind,
  policiesIn,
  policyName,
  resourcePolicyName,
  statementName,
} from './names.ts';

export function verdictLine({ request, decision, layers }: Evaluation): string {
  switch (decision.outcome) {
    case 'allow': {
      const [first] = decision.statements;
      if (first !== undefined) return `Allowed by ${statementName(first, request)}`;
      if (needsNoPermission(request)) return `Allowed: ${request.action} needs no permission`;
      if (isRootRecovery(request))
        return `Allowed: the root user can always mend the policy of its own ${mendedKind(request)}`;
      return 'Allowed: the root user has full access to its own account';
    }
    case 'explicitDeny': {
      const [policy] = policiesIn(decision.statements);
      return `Denied: a statement in ${policy === undefined ? 'a policy' : policyName(policy, request)} forbids it`;
    }
    case 'implicitDeny': {
      if (decision.by === 'none') return limitLine(request);
      const read = layers.find(({ layer }) => layer === decision.by);
      const [policy] = policiesIn(read?.statements ?? []);
      if (decision.by === 'session' && policy === undefined)
        return 'Denied: no session policy was passed, so the session has no permissions of its own';
      if (decision.by === 'resource' && policy === undefined) {
        return `Denied: there is no ${resourcePolicyName(request)} to allow it`;
      }
      return `Denied: nothing allows it ${layerPhrase(decision.by, policy, request)}`;
    }
    case 'depends':
      return `It depends on ${decision.on.join(', ')}`;
  }
}

function limitLine(request: Evaluation['request']): string {
  const limit = limitOn(request);
  if (limit !== null) return `Denied: ${limitWords(limit, request).verdict}`;
  return isKeptByAws(request)
    ? 'Denied: AWS keeps this, and no customer can change it'
    : 'Denied: a limit outside all policies forbids it';
}
