// SAML 2.0 as a company directory speaks it: the metadata that IAM is given, and signed responses about its people.
import { decode, encode, fromUint8Array } from 'js-base64';
import type { Instant } from '../aws/instant.ts';
import { assertionIn } from './saml-response.ts';
import { canonicalInfo, digestOf, SIGNATURES } from './saml-signature.ts';
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

/**
 * A response, base64, as `SAMLAssertion` takes it, with an XML signature beside its assertion: ECDSA over the canonical
 * form of `SignedInfo`, which holds the SHA-256 digest of the assertion. Nothing between the directory and STS changes the
 * text of the assertion here, so that it is its own canonical form, and a single changed character makes the digest wrong.
 * @see https://www.w3.org/TR/xmldsig-core1/
 */
export function signedSamlResponse(statement: SamlStatement, key: SigningKey): string {
  const assertion = assertionOf(statement);
  return encode(
    `<samlp:Response xmlns:samlp="${PROTOCOL}" ID="_response${escapeXml(statement.id)}" Version="2.0" ` +
      `IssueInstant="${statement.issued}" Destination="${escapeXml(statement.recipient)}">` +
      `<saml:Issuer xmlns:saml="${ASSERTION}">${escapeXml(statement.issuer)}</saml:Issuer>` +
      signatureElement(escapeXml(statement.id), assertion, key) +
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
  const [whole] = SIGNATURE.exec(text) ?? [];
  if (assertion === null || whole === undefined) return null;
  const [, id = ''] = /\bID="([^"]*)"/.exec(assertion) ?? [];
  return encode(text.replace(whole, () => signatureElement(id, assertion, key)));
}

const SIGNATURE = /<((?:[\w-]+:)?Signature)[\s>].*<\/\1\s*>/s;

/** @param id Of the assertion, as it stands in XML. */
function signatureElement(id: string, assertion: string, key: SigningKey): string {
  const method = (element: string, algorithm: string): string =>
    `<ds:${element} Algorithm="${algorithm}"></ds:${element}>`;
  const info =
    '<ds:SignedInfo>' +
    method('CanonicalizationMethod', EXCLUSIVE) +
    method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256') +
    `<ds:Reference URI="#${id}"><ds:Transforms>${method('Transform', EXCLUSIVE)}</ds:Transforms>` +
    method('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256') +
    `<ds:DigestValue>${digestOf(assertion)}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  return (
    `<ds:Signature xmlns:ds="${SIGNATURES}">${info}` +
    `<ds:SignatureValue>${fromUint8Array(signatureOf(canonicalInfo(info), key))}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${key.publicKey}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    '</ds:Signature>'
  );
}

/** Exclusive XML Canonicalization: without the namespaces of what stands around. */
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

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
    `<saml:Assertion xmlns:saml="${ASSERTION}" ID="${escapeXml(id)}" IssueInstant="${issued}" Version="2.0">` +
    `<saml:Issuer>${escapeXml(issuer)}</saml:Issuer><saml:Subject>${nameId}` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">` +
    `<saml:SubjectConfirmationData NotOnOrAfter="${notOnOrAfter}" Recipient="${escapeXml(recipient)}">` +
    `</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>` +
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
