// Endpoints: where the CLI would send a request, and whether somebody answers there.
import { REGIONS } from '../../aws/regions.ts';
import type { AwsError } from '../aws-error.ts';
import type { OperationName } from '../call.ts';
import { isOwnRefusal } from '../errors.ts';
import { splitOperation } from '../operations.ts';
import { didYouMean } from './did-you-mean.ts';

interface Called {
  readonly operation: OperationName;
  readonly input: object;
}

/** Services whose one endpoint serves all Regions. */
const GLOBAL: Readonly<Record<string, string>> = {
  iam: 'iam.amazonaws.com',
  organizations: 'organizations.us-east-1.amazonaws.com',
};

/** A sentence of the CLI; null where the text may be a Region. */
export const regionFault = (region: string): string | null =>
  /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(region)
    ? null
    : `Provided region_name '${region}' doesn't match a supported format.`;

/** A sentence of the CLI; null for an address that something could be at. */
export const addressFault = (address: string): string | null =>
  /^https?:\/\/[^/\s]+/.test(address) ? null : `Invalid endpoint: ${address}`;

/**
 * Null, or why the call gets no answer: there is no such Region, or nothing of AWS at the address that was given.
 * @param address Of `--endpoint-url`; null: not given.
 */
export function unanswered(call: Called, region: string, address: string | null): AwsError | null {
  const { service } = splitOperation(call.operation);
  const host = GLOBAL[service] ?? `${HOSTS[service] ?? service}.${region}.amazonaws.com`;
  const isThere = GLOBAL[service] !== undefined || REGIONS.includes(region);
  if (address === null) return isThere ? null : notReached(urlOf(call, `https://${host}`), region);
  const [, origin = ''] = /^(https?:\/\/[^/]+)/.exec(address) ?? [];
  return isThere && origin === `https://${host}` ? null : notReached(urlOf(call, origin), null);
}

const HOSTS: Readonly<Record<string, string>> = { s3control: 's3-control' };

/** No status: nobody answered. What may have been meant is said here, and not by the CLI. */
const notReached = (url: string, region: string | null): AwsError => ({
  code: 'EndpointConnectionError',
  message: `Could not connect to the endpoint URL: "${url}"${region === null ? '' : didYouMean(region, REGIONS)}`,
  status: 0,
});

/** Nobody was there, or it is the sandbox that cannot do what AWS would: no service has said it. */
export const isUnanswered = (error: AwsError): boolean => error.status === 0 || isOwnRefusal(error);

/** The services whose protocol is REST name in the path what a call is about; the others have it in the body. */
function urlOf({ operation, input }: Called, origin: string): string {
  const { service, name } = splitOperation(operation);
  const given = (member: string): string => {
    const value: unknown = Object.entries(input).find(([one]) => one === member)?.[1];
    return typeof value === 'string' ? encodeURIComponent(value).replaceAll('%2F', '/') : '';
  };
  switch (service) {
    case 's3':
      return bucketUrl(origin, given('Bucket'), given('Key'), subresource(name));
    case 's3control':
      return `${origin.replace('://', `://${given('AccountId')}.`)}/v20180820/configuration/publicAccessBlock`;
    case 'lambda':
      return origin + functionPath(name, given('FunctionName'), given('Resource'));
    default:
      return `${origin}/`;
  }
}

/** A bucket is part of the name of the host where it can be. */
function bucketUrl(origin: string, bucket: string, key: string, query: string): string {
  if (bucket === '') return `${origin}/`;
  const isHost = origin.endsWith('.amazonaws.com') && /^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(bucket);
  const base = isHost ? `${origin.replace('://', `://${bucket}.`)}/` : `${origin}/${bucket}`;
  return `${base}${isHost || key === '' ? key : `/${key}`}${query}`;
}

/** `GetBucketPolicy` and `PutBucketPolicy` are about `?policy`. */
function subresource(name: string): string {
  if (name === 'ListObjectsV2') return '?list-type=2&encoding-type=url';
  const rest = /^(?:Get|Put|Delete|List)(?:Bucket|Object)?(.*)$/.exec(name)?.[1] ?? '';
  return rest === '' || rest === 's' ? '' : `?${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

const PARTS: Readonly<Record<string, string>> = {
  GetFunctionConfiguration: '/configuration',
  UpdateFunctionConfiguration: '/configuration',
  UpdateFunctionCode: '/code',
  Invoke: '/invocations',
  AddPermission: '/policy',
  RemovePermission: '/policy',
  GetPolicy: '/policy',
};

function functionPath(name: string, named: string, resource: string): string {
  if (resource !== '') return `/2017-03-31/tags/${resource}`;
  if (name.endsWith('FunctionUrlConfig')) return `/2021-10-31/functions/${named}/url`;
  return `/2015-03-31/functions${named === '' ? '' : `/${named}`}${PARTS[name] ?? ''}`;
}
