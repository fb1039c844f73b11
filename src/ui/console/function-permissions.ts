// The policy of a function as its permissions: what each statement lets in, and the requests that add and remove one.
import type { StoredPolicy } from '../../account/policies.ts';
import type { ApiCall } from '../../api/call.ts';
import { isPlainObject, type PlainJson } from '../../aws/json.ts';
import { parseArn } from '../../aws/arn.ts';
import { statementsOf } from '../../policy/statements.ts';

/** Whether a policy is that of a function, which is written statement by statement. */
export const isOfFunction = ({ source }: StoredPolicy): boolean => functionOf(source.id) !== null;

const functionOf = (id: string): string | null =>
  parseArn(id.replace(/^resource:/, ''))?.service === 'lambda' ? id.replace(/^resource:/, '') : null;

/** One statement, as the list shows it. */
export interface Permission {
  /** Null: without one it cannot be named, and so not be removed. */
  readonly sid: string | null;
  readonly principal: string;
  readonly action: string;
  /** `AWS:SourceArn is like arn:…`; empty: from anywhere. */
  readonly conditions: readonly string[];
}

export const permissionsOf = (text: string): readonly Permission[] =>
  statementsOf(text === '' ? null : text).map(({ Sid, Principal, Action, Condition }) => ({
    sid: typeof Sid === 'string' ? Sid : null,
    principal: principalWords(Principal),
    action: listed(Action).join(', '),
    conditions: conditionWords(Condition),
  }));

const listed = (value: PlainJson | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));

function principalWords(principal: PlainJson | undefined): string {
  if (!isPlainObject(principal)) return principal === '*' ? 'everyone (*)' : '';
  return Object.values(principal)
    .flatMap((value) => listed(value))
    .join(', ');
}

const OPERATORS: Readonly<Record<string, string>> = { StringEquals: 'is', ArnLike: 'is like', Bool: 'is' };

function conditionWords(condition: PlainJson | undefined): readonly string[] {
  if (!isPlainObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isPlainObject(keys)
      ? Object.entries(keys).map(
          ([key, value]) => `${key} ${OPERATORS[operator] ?? operator} ${listed(value).join(' or ')}`,
        )
      : [],
  );
}

export type PermissionCall = Extract<
  ApiCall,
  { operation: 'lambda:AddPermission' | 'lambda:RemovePermission' }
>;

export const FIELDS = [
  'statementId',
  'principal',
  'action',
  'sourceArn',
  'sourceAccount',
  'organization',
] as const;
/** As typed; empty: left out. */
export type PermissionForm = Readonly<Record<(typeof FIELDS)[number], string>> & {
  readonly urlAuth: '' | 'NONE' | 'AWS_IAM';
};

export const URL_ACTION = 'lambda:InvokeFunctionUrl';

export function addCall({ source }: StoredPolicy, form: PermissionForm): PermissionCall | null {
  const name = functionOf(source.id);
  if (name === null) return null;
  const typed = (field: (typeof FIELDS)[number]): string => form[field].trim();
  const [SourceArn, SourceAccount, PrincipalOrgID] = [
    typed('sourceArn'),
    typed('sourceAccount'),
    typed('organization'),
  ];
  return {
    operation: 'lambda:AddPermission',
    input: {
      FunctionName: name,
      StatementId: typed('statementId'),
      Action: typed('action'),
      Principal: typed('principal'),
      ...(SourceArn !== '' && { SourceArn }),
      ...(SourceAccount !== '' && { SourceAccount }),
      ...(PrincipalOrgID !== '' && { PrincipalOrgID }),
      ...(form.urlAuth !== '' && typed('action') === URL_ACTION && { FunctionUrlAuthType: form.urlAuth }),
    },
  };
}

export function removeCall({ source }: StoredPolicy, sid: string): PermissionCall | null {
  const name = functionOf(source.id);
  return name === null
    ? null
    : { operation: 'lambda:RemovePermission', input: { FunctionName: name, StatementId: sid } };
}

/** The text as it is read: the service writes it in one line. */
export function inLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
