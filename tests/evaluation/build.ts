// Builders for tests of the evaluation: a plain request by alice in her own account, and policies from statements.
import type { AppliedPolicy, PolicySource } from '../../src/evaluation/applicable.ts';
import { contextOf, type Context } from '../../src/evaluation/context.ts';
import { principalFrom } from './principal-from-arn.ts';
import type { Principal, Request, RequestContext } from '../../src/evaluation/request.ts';
import type { Condition, Statement } from '../../src/policy/document.ts';
import { parsePolicy } from '../../src/policy/parse.ts';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;

export function principal(written: unknown): Principal {
  const read = principalFrom(written);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** `s3:GetObject` on an object of a bucket in alice's own account. */
export const request = (change: Partial<Request> = {}): Request => ({
  principal: principal(ALICE),
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::shop-drafts/spring/cover.md',
  resourceAccount: ACCOUNT,
  context: {},
  ...change,
});

/** Alice's context with these keys. */
export const context = (keys: RequestContext): Context => contextOf(request({ context: keys }));

export type StatementJson = Readonly<Record<string, unknown>>;

export function policy(
  statements: StatementJson | readonly StatementJson[],
  source: Partial<PolicySource> = {},
  version = '2012-10-17',
): AppliedPolicy {
  const { document, diagnostics } = parsePolicy(
    JSON.stringify({ Version: version, Statement: statements }, null, 2),
  );
  if (document === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { source: { id: 'p', name: 'WriteDrafts', kind: 'inline', ...source }, document };
}

export const allow = (change: StatementJson = {}): StatementJson => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  ...change,
});

export const deny = (change: StatementJson = {}): StatementJson => ({ ...allow(change), Effect: 'Deny' });

export function statement(json: StatementJson): Statement {
  const [first] = policy(json).document.statements;
  if (first === undefined) throw new Error('no statement');
  return first;
}

export function condition(operator: string, key: string, values: unknown): Condition {
  const [first] = statement(allow({ Condition: { [operator]: { [key]: values } } })).conditions;
  if (first === undefined) throw new Error('no condition');
  return first;
}
