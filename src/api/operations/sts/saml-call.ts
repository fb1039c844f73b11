// AssumeRoleWithSAML as a call: what its response says, and everything for which STS turns it away.
import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array } from 'js-base64';
import { findAccount } from '../../../account/find.ts';
import { lookup } from '../../../account/table.ts';
import type { SamlProvider, World } from '../../../account/world.ts';
import { parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import type { SamlAssertion } from '../../../evaluation/context-keys/saml-keys.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { AWS_ATTRIBUTES, NAME_FORMATS } from '../../saml.ts';
import { knownAttributes } from '../../saml-attributes.ts';
import { readSamlMetadata } from '../../saml-metadata.ts';
import { isSignedBy, readSamlResponse, type SamlResponse } from '../../saml-response.ts';
import { claimError, type Claimed } from './claimed.ts';

export interface SamlInput {
  readonly RoleArn: Arn;
  readonly PrincipalArn: Arn;
  readonly SAMLAssertion: string;
}

/** What a response claims, believed or not. */
export interface SamlCall extends Claimed {
  readonly response: SamlResponse;
  readonly assertion: SamlAssertion;
  /** Seconds, for those who ask for no duration themselves. */
  readonly duration: number | null;
}

/** Null for what is no response. */
export function samlCall({ PrincipalArn, SAMLAssertion }: SamlInput): SamlCall | null {
  const response = readSamlResponse(SAMLAssertion);
  if (!response) return null;
  const valuesOf = (name: string): readonly string[] => response.attributes.get(AWS_ATTRIBUTES + name) ?? [];
  const duration = valuesOf('SessionDuration')[0];
  const tags = [...response.attributes].flatMap(([name, values]) =>
    name.startsWith(TAG) ? [{ Key: name.slice(TAG.length), Value: values[0] ?? '' }] : [],
  );
  return {
    response,
    assertion: {
      provider: PrincipalArn,
      issuer: response.issuer,
      recipient: response.recipient,
      subject: response.subject?.name ?? '',
      subjectType: (response.subject?.format ?? '').replace(NAME_FORMATS, ''),
      nameQualifier: nameQualifier(response.issuer, PrincipalArn),
      attributes: knownAttributes(response.attributes),
    },
    sessionName: valuesOf('RoleSessionName')[0] ?? null,
    duration: duration === undefined ? null : Number(duration),
    Tags: tags,
    TransitiveTagKeys: valuesOf('TransitiveTagKeys'),
    SourceIdentity: valuesOf('SourceIdentity')[0] ?? null,
  };
}

const TAG = `${AWS_ATTRIBUTES}PrincipalTag:`;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
function nameQualifier(issuer: string, provider: Arn): string {
  const { account, name } = providerName(provider);
  return fromUint8Array(sha1(utf8ToBytes(`${issuer}${account}/${name}`)));
}

function providerName(provider: Arn): { readonly account: AccountId; readonly name: string } {
  const parts = parseArn(provider);
  return { account: parts?.account ?? '', name: (parts?.resource ?? '').slice('saml-provider/'.length) };
}

export const providerArnError = ({ PrincipalArn }: Pick<SamlInput, 'PrincipalArn'>): AwsError | null =>
  /^arn:aws:iam::\d{12}:saml-provider\/[\w.-]+$/.test(PrincipalArn)
    ? null
    : awsError('ValidationError', `${PrincipalArn} is invalid`);

/** What AWS answers to those who may not; it tells nobody why. */
export const notAuthorized = (): AwsError =>
  awsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML');

const invalid = (message: string): AwsError => awsError('InvalidIdentityToken', message);

/**
 * Why the response is not believed, in the order in which it is looked at; null when it is. The words on recipients, on
 * responses that are not yet valid or not encrypted, and on the duration are ours, the others are those of AWS.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
export function samlRefusal(
  world: World,
  input: SamlInput,
  call: SamlCall | null,
  now: Instant,
): AwsError | null {
  const provider = providerOf(world, input.PrincipalArn);
  if (!provider) return invalid("Specified provider doesn't exist");
  if (!call) return invalid('Invalid base64 SAMLResponse');
  const metadata = readSamlMetadata(provider.metadata);
  if (metadata?.entityId !== call.response.issuer)
    return awsError('AuthSamlInvalidSamlResponseException', 'Issuer not present in specified provider');
  if (!isSignedBy(metadata, call.response)) return invalid('Response signature invalid');
  return (
    responseError(provider, call.response, now) ??
    (isListed(input, call.response) ? null : notAuthorized()) ??
    sessionError(call)
  );
}

/** Whether the directory has signed the response, which may be refused for what it says all the same. */
export function isOfDirectory(world: World, { PrincipalArn }: SamlInput, { response }: SamlCall): boolean {
  const provider = providerOf(world, PrincipalArn);
  const metadata = provider && readSamlMetadata(provider.metadata);
  return metadata?.entityId === response.issuer && isSignedBy(metadata, response);
}

function providerOf(world: World, arn: Arn): SamlProvider | null {
  const { account, name } = providerName(arn);
  const found = findAccount(world, account);
  return (found && lookup(found.samlProviders, name)) ?? null;
}

/** Seconds from the issue of a response to its redemption. */
const REDEMPTION = 300;

/** Milliseconds by which the clocks of a directory and of AWS may differ. */
const SKEW = 60_000;

/** Where responses are handed in: one place for all Regions, and one in each. */
const SIGN_IN = /^https:\/\/(?:[a-z0-9-]+\.)?signin\.aws\.amazon\.com\/saml(?:\/acs\/\w+)?$/;

function responseError({ encryption }: SamlProvider, response: SamlResponse, now: Instant): AwsError | null {
  if (encryption === 'Required') return invalid('Response is not encrypted.');
  if (!response.audiences.some((audience) => audience === 'urn:amazon:webservices' || SIGN_IN.test(audience)))
    return invalid('Response does not contain the required audience.');
  if (!SIGN_IN.test(response.recipient)) return invalid('Response does not contain the required recipient.');
  const at = epochMillis(now);
  const issued = epochMillis(response.issued);
  const starts = response.notBefore === null ? issued : epochMillis(response.notBefore);
  if (Number.isNaN(issued) || issued > at + SKEW || starts > at + SKEW)
    return invalid('Response is not yet valid.');
  if (at - issued > REDEMPTION * 1000)
    return awsError('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance');
  const ends = [...response.notOnOrAfter, response.sessionNotOnOrAfter].filter((end) => end !== null);
  return ends.every((end) => epochMillis(end) > at)
    ? null
    : awsError('ExpiredTokenException', 'Response has expired');
}

/**
 * The pair of role and provider must be among those that the directory gives, in either order, and of one account: a role
 * is assumed with a provider of its own account, whatever its trust policy says.
 */
const isListed = ({ RoleArn, PrincipalArn }: SamlInput, { attributes }: SamlResponse): boolean =>
  parseArn(RoleArn)?.account === parseArn(PrincipalArn)?.account &&
  (attributes.get(`${AWS_ATTRIBUTES}Role`) ?? []).some((pair) => {
    const [one, other, ...rest] = pair.split(',').map((arn) => arn.trim());
    const isPair = (one === RoleArn && other === PrincipalArn) || (one === PrincipalArn && other === RoleArn);
    return isPair && rest.length === 0;
  });

function sessionError(call: SamlCall): AwsError | null {
  const { sessionName, duration, response } = call;
  if (sessionName === null) return invalid('RoleSessionName is required in AuthnResponse');
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
    return invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}');
  if (duration !== null && !(Number.isInteger(duration) && duration >= 900 && duration <= 43_200))
    return invalid('SessionDuration in AuthnResponse must be between 900 and 43200');
  // Nobody can be named as the source who has no name.
  if (response.subject === null) return notAuthorized();
  return claimError(call);
}
