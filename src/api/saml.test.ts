// Tests for SAML: what a directory says is read back, and no trick with XML makes a signature cover something else.
import { decode, encode } from 'js-base64';
import { describe, expect, test } from 'vitest';
import { ada, DIRECTORY, DIRECTORY_KEY, saying } from '../../tests/fixtures/federation.ts';
import { knownAttributes } from './saml-attributes.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { isSignedBy, readSamlResponse } from './saml-response.ts';
import { digestOf } from './saml-signature.ts';
import { samlMetadata, signedAgain } from './saml.ts';
import { signatureOf, signingKey, isSignatureOf } from './signing-key.ts';

const METADATA = { keys: [DIRECTORY_KEY.publicKey] };

const AWKWARD = `O'Neill & <Söhne> "GmbH" €😀`;

test('metadata names the directory and its key', () => {
  const metadata = samlMetadata(DIRECTORY, 'https://a.example/?a=1&b="2"', DIRECTORY_KEY);
  expect(readSamlMetadata(metadata)).toEqual({ entityId: DIRECTORY, ...METADATA, validUntil: null });
});

test('a statement is read as it was made, whatever signs are in it', () => {
  const attributes = { [AWKWARD]: [AWKWARD, '', 'b'], constructor: ['c'] };
  const response = readSamlResponse(
    saying({
      subject: { name: AWKWARD, format: AWKWARD },
      attributes,
      audience: AWKWARD,
      recipient: AWKWARD,
    }),
  );
  expect(response).toMatchObject({
    id: ada.id,
    issuer: DIRECTORY,
    issued: ada.issued,
    notBefore: ada.issued,
    notOnOrAfter: [ada.notOnOrAfter, ada.notOnOrAfter],
    sessionNotOnOrAfter: null,
    audiences: [AWKWARD],
    recipient: AWKWARD,
    subject: { name: AWKWARD, format: AWKWARD },
  });
  expect([...(response?.attributes ?? [])]).toEqual(Object.entries(attributes));
  expect(response && isSignedBy(METADATA, response)).toBe(true);
});

describe('nothing is believed', () => {
  const text = decode(saying({}));
  const [, assertion = ''] = /(<saml:Assertion.*<\/saml:Assertion>)/s.exec(text) ?? [];
  const evil = assertion.replace('>ada<', '>eve<');

  test.each([
    ['of two assertions', text.replace(assertion, evil + assertion)],
    ['of an assertion within an assertion', text.replace('<saml:Subject>', `${evil}<saml:Subject>`)],
    ['with a comment', text.replace('>ada<', '>ada<!-- -->.evil<')],
    ['with character data', text.replace('>ada<', '><![CDATA[ada]]><')],
    ['with a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${text}`],
    ['that is not well formed', text.replace('</saml:Subject>', '')],
    ['of a failure', text.replace('status:Success', 'status:Requester')],
    ['without an assertion', text.replace(assertion, '')],
  ])('%s', (_, changed) => expect(readSamlResponse(encode(changed))).toBeNull());

  test.each([
    ['with another name', text.replace(assertion, evil)],
    ['with the signature of another', text.replace(assertion, evil).replace('_a1', '_a2')],
    [
      'with more after the signed part',
      text.replace('</saml:AttributeStatement>', '</saml:AttributeStatement><saml:AttributeStatement/>'),
    ],
    ['with half a signature', text.replace(/(<ds:SignatureValue>).{44}/, '$1')],
    [
      'with a digest that fits, under the old signature',
      text.replace(assertion, evil).replace(/(<ds:DigestValue>)[^<]*/, `$1${digestOf(evil)}`),
    ],
    [
      'with two that say what is signed',
      text.replace('</ds:SignedInfo>', '</ds:SignedInfo><ds:SignedInfo></ds:SignedInfo>'),
    ],
    ['with a signature of something else', text.replace('URI="#_a1"', 'URI="#_a2"')],
    ['with no signature', text.replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')],
  ])('%s', (_, changed) => {
    const response = readSamlResponse(encode(changed));
    expect(response).not.toBeNull();
    expect(response && isSignedBy(METADATA, response)).toBe(false);
  });

  test('of a directory that rolled its key; of one with both keys it is', () => {
    const response = readSamlResponse(saying({}));
    const other = signingKey('rolled').publicKey;
    expect(response && isSignedBy({ keys: [other] }, response)).toBe(false);
    expect(response && isSignedBy({ keys: ['MIIC', other, DIRECTORY_KEY.publicKey] }, response)).toBe(true);
  });
});

test('attributes become keys by the names that directories use', () => {
  expect(
    knownAttributes(
      new Map([
        ['urn:oid:1.3.6.1.4.1.5923.1.1.1.1', ['staff', 'member']],
        ['urn:oid:0.9.2342.19200300.100.1.3', ['ada@maple.example', 'second@maple.example']],
        ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', ['Ada']],
        ['department', ['unknown']],
      ]),
    ),
  ).toEqual({ edupersonaffiliation: ['staff', 'member'], mail: 'ada@maple.example', name: 'Ada' });
});

describe('signing keys', () => {
  const key = signingKey('one');

  test('follow from their text, and sign alike every time', () => {
    expect(signingKey('one')).toEqual(key);
    expect(signingKey('two').publicKey).not.toBe(key.publicKey);
    expect(signatureOf('text', key)).toEqual(signatureOf('text', key));
  });

  test('of text, signature and key none may be another', () => {
    const signature = signatureOf('text', key);
    expect(isSignatureOf('text', signature, key.publicKey)).toBe(true);
    expect(isSignatureOf('Text', signature, key.publicKey)).toBe(false);
    expect(isSignatureOf('text', signature, signingKey('two').publicKey)).toBe(false);
    expect(
      isSignatureOf(
        'text',
        signature.map((byte) => byte ^ 1),
        key.publicKey,
      ),
    ).toBe(false);
    expect(isSignatureOf('text', new Uint8Array(64), key.publicKey)).toBe(false);
    expect(isSignatureOf('text', signature, `${key.publicKey.slice(0, -4)}AAAA`)).toBe(false);
    expect(isSignatureOf('text', signature, '')).toBe(false);
  });

  test('are what the platform would read as a key of P-256', async () => {
    const bytes = Uint8Array.from(atob(key.publicKey), (character) => character.charCodeAt(0));
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const read = await crypto.subtle.importKey('spki', bytes, algorithm, false, ['verify']);
    const signature = Uint8Array.from(signatureOf('text', key));
    const verified = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      read,
      signature,
      new TextEncoder().encode('text'),
    );
    expect(verified).toBe(true);
  });
});

test('what is signed again is signed as it stands then', () => {
  const changed = encode(decode(saying({})).replaceAll(ada.audience, 'urn:other'));
  const signedBy = (text: string | null) => {
    const response = readSamlResponse(text ?? '');
    return response && { audiences: response.audiences, isSigned: isSignedBy(METADATA, response) };
  };
  expect(signedBy(changed)).toEqual({ audiences: ['urn:other'], isSigned: false });
  expect(signedBy(signedAgain(changed, DIRECTORY_KEY))).toEqual({ audiences: ['urn:other'], isSigned: true });
  expect(signedBy(signedAgain(changed, signingKey('another')))?.isSigned).toBe(false);
  expect(signedAgain(encode('<a/>'), DIRECTORY_KEY)).toBeNull();
  expect(signedAgain('?', DIRECTORY_KEY)).toBeNull();
});
