// Calls: from what is typed in the forms to the calls of STS; what is left empty is left out.
import type { ApiCall } from '../../api/call.ts';
import type { Arn } from '../../aws/arn.ts';

export interface TypedTag {
  key: string;
  value: string;
  /** The next session of a chain inherits it. */
  transitive: boolean;
}

export interface Typed {
  /** Seconds, in digits. */
  duration: string;
  serial: string;
  code: string;
  policy: string;
  policyArns: string[];
  tags: TypedTag[];
  externalId: string;
  sourceIdentity: string;
}

/** Nothing is typed yet. */
export const nothing = (): Typed => ({
  duration: '',
  serial: '',
  code: '',
  policy: '',
  policyArns: [],
  tags: [],
  externalId: '',
  sourceIdentity: '',
});

export const assumeRoleCall = (
  roleArn: string,
  sessionName: string,
  typed: Typed,
): ApiCall<'sts:AssumeRole'> => ({
  operation: 'sts:AssumeRole',
  input: {
    RoleArn: roleArn as Arn,
    RoleSessionName: sessionName,
    ...policies(typed),
    ...duration(typed),
    ...tags(typed),
    ...transitive(typed),
    ...(typed.externalId !== '' && { ExternalId: typed.externalId }),
    ...mfa(typed),
    ...(typed.sourceIdentity !== '' && { SourceIdentity: typed.sourceIdentity }),
  },
});

export const sessionTokenCall = (typed: Typed): ApiCall<'sts:GetSessionToken'> => ({
  operation: 'sts:GetSessionToken',
  input: { ...duration(typed), ...mfa(typed) },
});

export const federationTokenCall = (name: string, typed: Typed): ApiCall<'sts:GetFederationToken'> => ({
  operation: 'sts:GetFederationToken',
  input: { Name: name, ...policies(typed), ...duration(typed), ...tags(typed) },
});

export const assumeRootCall = (target: string, task: string, typed: Typed): ApiCall<'sts:AssumeRoot'> => ({
  operation: 'sts:AssumeRoot',
  input: { TargetPrincipal: target, TaskPolicyArn: { arn: task as Arn }, ...duration(typed) },
});

const duration = ({ duration: text }: Typed) => (text === '' ? {} : { DurationSeconds: Number(text) });

/** Apps show the digits in two groups. */
function mfa({ serial, code }: Typed) {
  const digits = code.replaceAll(/\s/g, '');
  return {
    ...(serial !== '' && { SerialNumber: serial }),
    ...(digits !== '' && { TokenCode: digits }),
  };
}

function policies({ policy, policyArns }: Typed) {
  const arns = policyArns.filter((arn) => arn !== '');
  return {
    ...(arns.length > 0 && { PolicyArns: arns.map((arn) => ({ arn: arn as Arn })) }),
    ...(policy.trim() !== '' && { Policy: policy }),
  };
}

/** A row without a key is one that nobody has begun. */
const named = ({ tags: rows }: Typed): TypedTag[] =>
  rows.filter(({ key, value }) => key !== '' || value !== '');

function tags(typed: Typed) {
  const rows = named(typed);
  return rows.length === 0 ? {} : { Tags: rows.map(({ key, value }) => ({ Key: key, Value: value })) };
}

function transitive(typed: Typed) {
  const keys = named(typed).flatMap(({ key, transitive: handedOn }) => (handedOn ? [key] : []));
  return keys.length === 0 ? {} : { TransitiveTagKeys: keys };
}
