// Keys of a SAML assertion: all of them while a role is being assumed with it, three in the session that comes of it.
import { parseArn, type Arn } from '../../aws/arn.ts';
import type { RequestContext } from '../request.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml */
export interface SamlAssertion {
  /** `arn:aws:iam::ACCOUNT:saml-provider/NAME` */
  readonly provider: Arn;
  readonly issuer: string;
  /** The URL at which the assertion was handed in. */
  readonly recipient: string;
  /** The NameID of the subject. */
  readonly subject: string;
  /** `persistent`, `transient` or the whole URI of another format. */
  readonly subjectType: string;
  /** Base64 of a hash over issuer, account and provider; together with `subject` it names a person. */
  readonly nameQualifier: string;
  readonly attributes: Partial<Readonly<Record<SamlAttribute, string>>> &
    Partial<Readonly<Record<SamlListAttribute, readonly string[]>>>;
}

type SamlAttribute =
  | 'commonName'
  | 'edupersonorgdn'
  | 'edupersonprimaryaffiliation'
  | 'edupersonprimaryorgunitdn'
  | 'edupersonprincipalname'
  | 'givenName'
  | 'mail'
  | 'name'
  | 'organizationStatus'
  | 'primaryGroupSID'
  | 'surname'
  | 'uid'
  | 'x500UniqueIdentifier';

type SamlListAttribute =
  | 'cn'
  | 'eduorghomepageuri'
  | 'eduorgidentityauthnpolicyuri'
  | 'eduorglegalname'
  | 'eduorgsuperioruri'
  | 'eduorgwhitepagesuri'
  | 'edupersonaffiliation'
  | 'edupersonassurance'
  | 'edupersonentitlement'
  | 'edupersonnickname'
  | 'edupersonorgunitdn'
  | 'edupersonscopedaffiliation'
  | 'edupersontargetedid';

/** For the trust policy, in the call of AssumeRoleWithSAML. */
export const samlCallKeys = (assertion: SamlAssertion): RequestContext => ({
  ...samlSessionKeys(assertion),
  'saml:aud': assertion.recipient,
  'saml:iss': assertion.issuer,
  'saml:doc': providerName(assertion.provider),
  ...Object.fromEntries(Object.entries(assertion.attributes).map(([name, value]) => [`saml:${name}`, value])),
});

/** In each request of the session. */
export const samlSessionKeys = (assertion: SamlAssertion): RequestContext => ({
  'saml:sub': assertion.subject,
  'saml:sub_type': assertion.subjectType,
  'saml:namequalifier': assertion.nameQualifier,
});

/** `ACCOUNT/NAME` */
function providerName(provider: Arn): string {
  const parts = parseArn(provider);
  return parts === null ? provider : `${parts.account}/${parts.resource.replace(/^saml-provider\//, '')}`;
}
