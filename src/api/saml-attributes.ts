// SAML attributes that become condition keys, by the names under which directories send them.
import type { SamlAssertion } from '../evaluation/context-keys/saml-keys.ts';

type Attributes = SamlAssertion['attributes'];

const EDU_PERSON = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.';
const EDU_ORG = 'urn:oid:1.3.6.1.4.1.5923.1.2.1.';
const X500 = 'urn:oid:2.5.4.';
const PILOT = 'urn:oid:0.9.2342.19200300.100.1.';
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';

/** Keys that hold one value. */
const SINGLE = {
  [`${EDU_PERSON}3`]: 'edupersonorgdn',
  [`${EDU_PERSON}5`]: 'edupersonprimaryaffiliation',
  [`${EDU_PERSON}6`]: 'edupersonprincipalname',
  [`${EDU_PERSON}8`]: 'edupersonprimaryorgunitdn',
  [`${CLAIMS}name`]: 'name',
  'http://schemas.xmlsoap.org/claims/CommonName': 'commonName',
  [`${CLAIMS}givenname`]: 'givenName',
  [`${CLAIMS}surname`]: 'surname',
  [`${CLAIMS}emailaddress`]: 'mail',
  'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid': 'primaryGroupSID',
  [`${X500}4`]: 'surname',
  [`${X500}42`]: 'givenName',
  [`${X500}45`]: 'x500UniqueIdentifier',
  [`${PILOT}1`]: 'uid',
  [`${PILOT}3`]: 'mail',
  [`${PILOT}45`]: 'organizationStatus',
} as const satisfies Readonly<Record<string, keyof Attributes>>;

/** Keys that hold a list. */
const LISTS = {
  [`${EDU_PERSON}1`]: 'edupersonaffiliation',
  [`${EDU_PERSON}2`]: 'edupersonnickname',
  [`${EDU_PERSON}4`]: 'edupersonorgunitdn',
  [`${EDU_PERSON}7`]: 'edupersonentitlement',
  [`${EDU_PERSON}9`]: 'edupersonscopedaffiliation',
  [`${EDU_PERSON}10`]: 'edupersontargetedid',
  [`${EDU_PERSON}11`]: 'edupersonassurance',
  [`${EDU_ORG}2`]: 'eduorghomepageuri',
  [`${EDU_ORG}3`]: 'eduorgidentityauthnpolicyuri',
  [`${EDU_ORG}4`]: 'eduorglegalname',
  [`${EDU_ORG}5`]: 'eduorgsuperioruri',
  [`${EDU_ORG}6`]: 'eduorgwhitepagesuri',
  [`${X500}3`]: 'cn',
} as const satisfies Readonly<Record<string, keyof Attributes>>;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml-attribute-mapping */
export function knownAttributes(given: ReadonlyMap<string, readonly string[]>): Attributes {
  const known: { -readonly [Key in keyof Attributes]: Attributes[Key] } = {};
  for (const [name, key] of Object.entries(SINGLE)) {
    const [value] = given.get(name) ?? [];
    if (value !== undefined) known[key] = value;
  }
  for (const [name, key] of Object.entries(LISTS)) {
    const values = given.get(name);
    if (values !== undefined) known[key] = values;
  }
  return known;
}
