// authorization failure: what a service knows of a refusal and hands out encoded, for sts:DecodeAuthorizationMessage to read.
import { seal } from '../../aws/sealed.ts';
import { contextOf, isUnknown, textOf } from '../context.ts';
import type { Evaluation, StatementResult } from '../evaluation.ts';
import type { ContextValue } from '../request.ts';

/** The layout was observed; no page describes it. */
export interface AuthorizationFailure {
  readonly allowed: boolean;
  readonly explicitDeny: boolean;
  readonly matchedStatements: Items<object>;
  readonly failures: Items<never>;
  readonly context: {
    readonly principal: { readonly id: string; readonly arn: string };
    readonly action: string;
    readonly resource: string;
    readonly conditions: Items<{ readonly key: string; readonly values: Items<{ readonly value: string }> }>;
  };
}

interface Items<Item> {
  readonly items: readonly Item[];
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export function authorizationFailure({ request, decision }: Evaluation): AuthorizationFailure {
  const { principal, action, resource } = request;
  const denying = decision.outcome === 'explicitDeny' ? decision.statements : [];
  return {
    allowed: decision.outcome === 'allow',
    explicitDeny: decision.outcome === 'explicitDeny',
    matchedStatements: { items: denying.map(statementItem) },
    failures: { items: [] },
    context: {
      principal: {
        id: textOf(contextOf(request), 'aws:userid') ?? '',
        arn: 'arn' in principal ? principal.arn : '',
      },
      action,
      resource,
      conditions: {
        items: Object.entries(request.context).map(([key, value]) => ({
          key,
          values: { items: textsOf(value).map((text) => ({ value: text })) },
        })),
      },
    },
  };
}

/** As it stands in the message of a refusal. */
export const encodedFailure = (evaluation: Evaluation): string =>
  seal('authorizationMessage', JSON.stringify(authorizationFailure(evaluation)));

function statementItem({ statement }: StatementResult): object {
  const values = (items: readonly { readonly value: string }[] = []): Items<object> => ({
    items: items.map(({ value }) => ({ value })),
  });
  return {
    statementId: statement.sid ?? '',
    effect: statement.effect.toUpperCase(),
    principals: values(statement.principal?.entries),
    actions: values(statement.action.patterns),
    resources: values(statement.resource?.patterns),
    conditions: {
      items: statement.conditions.map((condition) => ({
        key: condition.key,
        values: values(condition.values),
      })),
    },
  };
}

function textsOf(value: ContextValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return isUnknown(value) ? [] : value;
}
