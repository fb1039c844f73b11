// SAML 2.0 as a company directory speaks it: the metadata that IAM is given, and signed responses about its people.
import { decode, encode, fromUint8Array } from 'js-base64';
import type { Instant } from '../aws/instant.ts';
import { assertionIn } from './saml-response.ts';
import { signatureOf, type SigningKey } from './signing-key.ts';
import { escapeXml } from './xml.ts';

/** What every attribute that AWS reads begins with. */
export const AWS_ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/';

export const NAME_FORMATS = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';

/** What a directory says of somebody who has signed in to it. */
export interface SamlStatement {
  /** `_…` */
  readonly id: string;
  /** The entity ID of the directory. */
  readonly issuer: string;
  readonly issued: Instant;
  readonly notBefore?: Instant;
  readonly notOnOrAfter: Instant;
  /** When the session with the directory ends; left out, it does not say. */
  readonly sessionNotOnOrAfter?: Instant;
  /** `urn:amazon:webservices` */
  readonly audience: string;
  /** The address that the response is handed in at. */
  readonly recipient: string;
  /** Left out by a directory that names nobody. */
  readonly subject?: { readonly name: string; /** A whole URI. */ readonly format: string };
  /** By their whole names. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const SIGNATURES = 'http://www.w3.org/2000/09/xmldsig#';

/**
 * A response, base64, as `SAMLAssertion` takes it. Its signature is ECDSA over the text of the assertion as it stands
 * there. XML signatures proper are over a canonical form of it; nothing between the directory and STS changes the text
 * here, so that it is its own canonical form, and a single changed character makes the signature invalid.
 */
export function signedSamlResponse(statement: SamlStatement, key: SigningKey): string {
  const assertion = assertionOf(statement);
  return encode(
    `<samlp:Response xmlns:samlp="${PROTOCOL}" ID="_response${escapeXml(statement.id)}" Version="2.0" ` +
      `IssueInstant="${statement.issued}" Destination="${escapeXml(statement.recipient)}">` +
      `<saml:Issuer xmlns:saml="${ASSERTION}">${escapeXml(statement.issuer)}</saml:Issuer>` +
      `<ds:Signature xmlns:ds="${SIGNATURES}"><ds:SignedInfo>` +
      `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>` +
      `<ds:Reference URI="#${escapeXml(statement.id)}"/></ds:SignedInfo>` +
      `<ds:SignatureValue>${fromUint8Array(signatureOf(assertion, key))}</ds:SignatureValue></ds:Signature>` +
      `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>` +
      `${assertion}</samlp:Response>`,
  );
}

/**
 * A response whose assertion was changed, with a signature over the assertion as it is now.
 * @param base64 Null comes of what holds no assertion, or no place for a signature.
 */
export function signedAgain(base64: string, key: SigningKey): string | null {
  const text = decode(base64);
  const assertion = assertionIn(text);
  const [whole, opening = '', closing = ''] = SIGNATURE_VALUE.exec(text) ?? [];
  if (assertion === null || whole === undefined) return null;
  return encode(text.replace(whole, () => opening + fromUint8Array(signatureOf(assertion, key)) + closing));
}

const SIGNATURE_VALUE = /(<(?:[\w-]+:)?SignatureValue>)[^<]*(<\/(?:[\w-]+:)?SignatureValue>)/;

function assertionOf(statement: SamlStatement): string {
  const { id, issuer, issued, notBefore = issued, notOnOrAfter, audience, recipient, subject } = statement;
  const { sessionNotOnOrAfter, attributes } = statement;
  const nameId = subject
    ? `<saml:NameID Format="${escapeXml(subject.format)}">${escapeXml(subject.name)}</saml:NameID>`
    : '';
  const session =
    sessionNotOnOrAfter === undefined ? '' : ` SessionNotOnOrAfter="${escapeXml(sessionNotOnOrAfter)}"`;
  const listed = Object.entries(attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${escapeXml(name)}">` +
      values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`).join('') +
      '</saml:Attribute>',
  );
  return (
    `<saml:Assertion xmlns:saml="${ASSERTION}" ID="${escapeXml(id)}" Version="2.0" IssueInstant="${issued}">` +
    `<saml:Issuer>${escapeXml(issuer)}</saml:Issuer><saml:Subject>${nameId}` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">` +
    `<saml:SubjectConfirmationData NotOnOrAfter="${notOnOrAfter}" Recipient="${escapeXml(recipient)}"/>` +
    `</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${notBefore}" NotOnOrAfter="${notOnOrAfter}"><saml:AudienceRestriction>` +
    `<saml:Audience>${escapeXml(audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${issued}"${session}><saml:AuthnContext><saml:AuthnContextClassRef>` +
    `urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext>` +
    `</saml:AuthnStatement><saml:AttributeStatement>${listed.join('')}</saml:AttributeStatement></saml:Assertion>`
  );
}

/**
 * The metadata of a directory, for CreateSAMLProvider. Where others have a certificate it has the public key as such:
 * nobody here asks who vouches for it.
 * @param signIn Where people sign in to the directory.
 */
export const samlMetadata = (entityId: string, signIn: string, { publicKey }: SigningKey): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="${SIGNATURES}" entityID="${escapeXml(entityId)}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${PROTOCOL}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>${publicKey}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>${NAME_FORMATS}persistent</md:NameIDFormat>
    <md:NameIDFormat>${NAME_FORMATS}transient</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escapeXml(signIn)}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
