// SAML responses as STS reads them, and whether a directory has signed them.
import { Base64 } from 'js-base64';
import { base64Bytes } from './base64.ts';
import type { SamlMetadata } from './saml-metadata.ts';
import { digestOf, signedInfoIn, type SignedInfo } from './saml-signature.ts';
import { isSignatureOf } from './signing-key.ts';
import { attributeOf, childOf, childrenOf, parseSignedXml, textOf, type XmlElement } from './xml.ts';

/** Moments are as they stand there: texts that may be none. */
export interface SamlResponse {
  /** `_…` */
  readonly id: string;
  readonly issuer: string;
  readonly issued: string;
  readonly notBefore: string | null;
  /** Of the conditions, and of the confirmation of the subject. */
  readonly notOnOrAfter: readonly string[];
  readonly sessionNotOnOrAfter: string | null;
  readonly audiences: readonly string[];
  readonly recipient: string;
  readonly subject: { readonly name: string; readonly format: string } | null;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** The text of the assertion, whose digest is signed and of which all the above is read. */
  readonly signed: string;
  /** Null: there is none, or more than one. */
  readonly info: SignedInfo | null;
  readonly signature: Uint8Array;
}

/**
 * Null for what is no successful response with one assertion. What stands outside of the assertion is believed in
 * nothing: the text that the signature is over is cut out, and only that text is read.
 */
export function readSamlResponse(base64: string): SamlResponse | null {
  const text = base64Bytes(base64) === null ? '' : Base64.decode(base64);
  const response = childOf(parseSignedXml(text) ?? {}, 'Response');
  const status = attributeOf(childOf(response, 'Status', 'StatusCode'), 'Value');
  if (status?.endsWith(':Success') !== true) return null;
  const signed = assertionIn(text);
  const assertion = signed === null ? undefined : childOf(parseSignedXml(signed) ?? {}, 'Assertion');
  if (signed === null || !assertion) return null;
  const signature = textOf(childOf(response, 'Signature', 'SignatureValue')) ?? '';
  return {
    ...contents(assertion),
    signed,
    info: signedInfoIn(text),
    signature: Base64.toUint8Array(base64Bytes(signature) === null ? '' : signature),
  };
}

/** From its first to its last character; null unless there is exactly one. */
export function assertionIn(text: string): string | null {
  const starts = [...text.matchAll(/<((?:[\w-]+:)?Assertion)[\s>]/g)];
  const ends = [...text.matchAll(/<\/(?:[\w-]+:)?Assertion\s*>/g)];
  const [start] = starts;
  const [end] = ends;
  if (!start || !end || starts.length > 1 || ends.length > 1) return null;
  return text.slice(start.index, end.index + end[0].length);
}

function contents(assertion: XmlElement): Omit<SamlResponse, 'signed' | 'info' | 'signature'> {
  const subject = childOf(assertion, 'Subject');
  const confirmed = childOf(subject, 'SubjectConfirmation', 'SubjectConfirmationData');
  const conditions = childOf(assertion, 'Conditions');
  const nameId = childOf(subject, 'NameID');
  const name = textOf(nameId) ?? '';
  return {
    id: attributeOf(assertion, 'ID') ?? '',
    issuer: textOf(childOf(assertion, 'Issuer')) ?? '',
    issued: attributeOf(assertion, 'IssueInstant') ?? '',
    notBefore: attributeOf(conditions, 'NotBefore') ?? null,
    notOnOrAfter: [conditions, confirmed].flatMap((element) => attributeOf(element, 'NotOnOrAfter') ?? []),
    sessionNotOnOrAfter: attributeOf(childOf(assertion, 'AuthnStatement'), 'SessionNotOnOrAfter') ?? null,
    audiences: childrenOf(conditions, 'AudienceRestriction')
      .flatMap((restriction) => childrenOf(restriction, 'Audience'))
      .flatMap((audience) => textOf(audience) ?? []),
    recipient: attributeOf(confirmed, 'Recipient') ?? '',
    subject: name === '' ? null : { name, format: attributeOf(nameId, 'Format') ?? '' },
    attributes: attributesOf(assertion),
  };
}

/** An attribute that stands there twice has the values of both. */
function attributesOf(assertion: XmlElement): ReadonlyMap<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>();
  for (const statement of childrenOf(assertion, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, 'Attribute')) {
      const name = attributeOf(attribute, 'Name') ?? '';
      const values = childrenOf(attribute, 'AttributeValue').map((value) => textOf(value) ?? '');
      attributes.set(name, [...(attributes.get(name) ?? []), ...values]);
    }
  return attributes;
}

/** Whether the signature is over this very assertion, as it stands there now. */
export const isDigestRight = ({ id, signed, info }: SamlResponse): boolean =>
  info?.reference === `#${id}` && info.digest === digestOf(signed);

/** Whether one of the keys in the metadata has signed the assertion. Keys in the response itself are not asked. */
export const isSignedBy = ({ keys }: Pick<SamlMetadata, 'keys'>, response: SamlResponse): boolean => {
  const { info, signature } = response;
  return (
    info !== null && isDigestRight(response) && keys.some((key) => isSignatureOf(info.text, signature, key))
  );
};
