// asCase: an input of the evaluation as an entry of a case file, on one line, ready to be pasted into one.
import type { AppliedPolicy, OrganizationLevel } from '../../src/evaluation/applicable.ts';
import type { Decision } from '../../src/evaluation/evaluation.ts';
import type { Principal } from '../../src/evaluation/request.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { caseInput, type CaseFileEntry, type CaseInput } from './case-file.ts';
import { ruleOn, type Ruling } from './reference.ts';

/** One request and the policies that apply to it. */
export type Input = Pick<CaseInput, 'applicable' | 'request'>;

/** The JSON of a case that expects this ruling; the fields are those of `cases/README.md`. */
export function asCase(id: string, { applicable, request }: Input, ruling: Ruling): string {
  const { principal, action, resource, resourceAccount, context, facts, forwardedBy } = request;
  const { identity, resource: resourcePolicies, boundary, session, scps, rcps, endpoint } = applicable;
  return JSON.stringify({
    id,
    source: 'found by a random case',
    why: '',
    ...principalFields(principal),
    action,
    resource,
    resourceAccount,
    context,
    identityPolicies: identity.map(documentJson),
    permissionsBoundary: boundary && documentJson(boundary),
    sessionPolicies: session?.map(documentJson) ?? null,
    scps: levelsJson(scps),
    rcps: levelsJson(rcps),
    resourcePolicy: resourcePolicies.map(documentJson)[0] ?? null,
    vpcEndpointPolicy: endpoint && documentJson(endpoint),
    endpointKind: endpoint === null ? undefined : applicable.endpointKind,
    s3: applicable.s3,
    grants: applicable.grants,
    forwardedBy,
    facts,
    expected: ruling.outcome,
    decidedBy: ruling.by,
  });
}

function principalFields(principal: Principal): Readonly<Record<string, unknown>> {
  switch (principal.kind) {
    case 'anonymous':
      return { principal: 'anonymous', principalAccount: null };
    case 'service':
      return { principal: { service: principal.service }, principalAccount: null };
    case 'federatedIdentity':
      return { principal: principal.provider, principalAccount: null };
    case 'root':
    case 'user':
    case 'roleSession':
    case 'federatedUser': {
      const { arn, account } = principal;
      return {
        principal: arn,
        principalAccount: account,
        roleArn: 'roleArn' in principal ? principal.roleArn : undefined,
        issuer: 'issuer' in principal ? principal.issuer : undefined,
        sessionToken: 'sessionToken' in principal ? principal.sessionToken : undefined,
        assumedRoot: 'assumed' in principal ? principal.assumed : undefined,
      };
    }
  }
}

const documentJson = ({ document }: AppliedPolicy): unknown => JSON.parse(document.text);

const levelsJson = (levels: readonly OrganizationLevel[] | null): unknown =>
  levels?.map(({ policies }) => policies.map(documentJson)) ?? null;

/** Reads what `asCase` has written. */
export function fromCase(text: string): Input {
  const read = caseInput({ id: '', json: JSON.parse(text) as CaseFileEntry['json'] });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** A decision or ruling in a few words, which are equal exactly when outcome and deciding layer are. */
export const summaryOf = (decision: Decision | Ruling): string =>
  decision.outcome === 'depends'
    ? `depends on ${decision.on.join(', ')}`
    : `${decision.outcome} by ${decision.by}`;

/** What the engine and the reference say. An engine that throws says so. */
export function bothAnswers({ applicable, request }: Input): { engine: string; reference: string } {
  const reference = summaryOf(ruleOn(applicable, request));
  try {
    return { engine: summaryOf(evaluate(applicable, request).decision), reference };
  } catch (fault) {
    return { engine: `throws ${String(fault)}`, reference };
  }
}

/** An input on which the two disagree: both answers, and a case that expects that of the reference. */
export function disagreement(input: Input): string {
  const { engine, reference } = bothAnswers(input);
  return [
    `engine:    ${engine}`,
    `reference: ${reference}`,
    asCase('random-001', input, ruleOn(input.applicable, input.request)),
  ].join('\n');
}
