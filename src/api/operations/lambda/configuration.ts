// The configuration of a function: its parameters, and how Lambda shows it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array, toUint8Array } from 'js-base64';
import { MAX_CODE_CHARACTERS, MAX_CODE_CHARACTERS_KEPT } from '../../../account/limits.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import { summed } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { AwsError } from '../../aws-error.ts';
import { base64Bytes } from '../../base64.ts';
import { awsError } from '../../errors.ts';
import { invalidValue, type FoundFunction } from './function.ts';

/** Those that functions can still be made for. */
const RUNTIMES = [
  'dotnet8',
  'dotnet10',
  'java8.al2',
  'java11',
  'java17',
  'java21',
  'java25',
  'nodejs20.x',
  'nodejs22.x',
  'nodejs24.x',
  'provided.al2',
  'provided.al2023',
  'python3.10',
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
  'ruby3.2',
  'ruby3.3',
  'ruby3.4',
  'ruby4.0',
] as const;

/** What CreateFunction and UpdateFunctionConfiguration both take. */
export const CONFIGURATION = {
  Runtime: { type: 'text', event: 'runtime', required: false, oneOf: RUNTIMES },
  Handler: { type: 'text', event: 'handler', required: false, max: 128, pattern: '[^\\s]+' },
  Description: { type: 'text', event: 'description', required: false, max: 256 },
  Timeout: { type: 'integer', event: 'timeout', required: false, least: 1, most: 900 },
  MemorySize: { type: 'integer', event: 'memorySize', required: false, least: 128, most: 10_240 },
  Environment: {
    type: 'structure',
    event: 'environment',
    required: false,
    members: {
      Variables: {
        type: 'map',
        event: 'variables',
        required: false,
        keys: { pattern: '[a-zA-Z]([a-zA-Z0-9_])+' },
        of: { type: 'text', secret: true },
      },
    },
  },
} as const;

export const ZIP_FILE = { type: 'blob', event: 'zipFile', required: false, secret: true } as const;

type Variables = Readonly<Record<string, string>>;

/** All names and values together. */
const MAX_ENVIRONMENT = 4_096;

/** AWS ends with what it has measured, values and all. */
export const environmentError = (variables: Variables): AwsError | null =>
  JSON.stringify(variables).length > MAX_ENVIRONMENT || Object.keys(variables).length > 100
    ? invalidValue(
        'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.',
      )
    : null;

const codeIn = summed<LambdaFunction>(({ code }) => code.length);

/** Whether it is a ZIP file with something to run in it is not looked at: it is kept and never run. */
export function codeError(account: Account, code: string | undefined, before: string): AwsError | null {
  if (code === undefined) return invalidValue('Please provide a source for function code.');
  if (code === '') return invalidValue('Uploaded file must be a non-empty zip');
  if (code.length > MAX_CODE_CHARACTERS)
    return awsError('SandboxFull', 'This sandbox keeps 300,000 bytes of code of a function.');
  const kept = codeIn(account.functions) - before.length;
  return kept + code.length > MAX_CODE_CHARACTERS_KEPT
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 1,500,000 bytes of code of all functions of an account together, so that the account can still be shared as a file. Delete a function first.',
      )
    : null;
}

/** Another one with each change; it is made of what it stands for. */
function revisionOf(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(text)));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Of code and configuration; the policy and the tags have lives of their own. */
export const functionRevision = ({
  policy: _policy,
  tags: _tags,
  url: _url,
  ...rest
}: LambdaFunction): string =>
  revisionOf(JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));

export const policyRevision = (policy: string): string => revisionOf(policy);

export const staleRevision = (given: string | undefined, latest: string): AwsError | null =>
  given === undefined || given === latest
    ? null
    : awsError(
        'PreconditionFailedException',
        'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
      );

export interface ShownFunction {
  readonly FunctionName: string;
  readonly FunctionArn: Arn;
  readonly Runtime: string;
  readonly Role: Arn;
  readonly Handler: string;
  readonly CodeSize: number;
  readonly Description: string;
  readonly Timeout: number;
  readonly MemorySize: number;
  readonly LastModified: string;
  readonly CodeSha256: string;
  readonly Version: string;
  readonly Environment?: { readonly Variables: Variables };
  readonly TracingConfig: { readonly Mode: string };
  readonly RevisionId: string;
  readonly State: string;
  readonly LastUpdateStatus: string;
  readonly PackageType: string;
  readonly Architectures: readonly string[];
  readonly EphemeralStorage: { readonly Size: number };
  readonly SnapStart: { readonly ApplyOn: string; readonly OptimizationStatus: string };
  readonly LoggingConfig: { readonly LogFormat: string; readonly LogGroup: string };
}

/** A function is active at once, and no update takes time. */
export const shownFunction = ({ arn, lambda }: Pick<FoundFunction, 'arn' | 'lambda'>): ShownFunction => ({
  FunctionName: lambda.name,
  FunctionArn: arn,
  Runtime: lambda.runtime,
  Role: lambda.role,
  Handler: lambda.handler,
  CodeSize: base64Bytes(lambda.code) ?? 0,
  Description: lambda.description,
  Timeout: lambda.timeout,
  MemorySize: lambda.memory,
  LastModified: lambdaTime(lambda.modified),
  CodeSha256: fromUint8Array(sha256(toUint8Array(lambda.code))),
  Version: '$LATEST',
  ...(Object.keys(lambda.environment).length > 0 && { Environment: { Variables: lambda.environment } }),
  TracingConfig: { Mode: 'PassThrough' },
  RevisionId: functionRevision(lambda),
  State: 'Active',
  LastUpdateStatus: 'Successful',
  PackageType: 'Zip',
  Architectures: ['x86_64'],
  EphemeralStorage: { Size: 512 },
  SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
  LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${lambda.name}` },
});

/** Lambda prints moments in a way of its own: `2026-11-22T10:14:05.000+0000`. */
export const lambdaTime = (instant: string): string => instant.replace(/(?:\.\d+)?Z$/, '.000+0000');
