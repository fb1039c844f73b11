// The schema of directories: the identity providers outside of AWS.
import * as v from 'valibot';
import { list, tags, wholeNumber } from './common-schema.ts';
import * as f from './fields.ts';
import { table } from './table.ts';

/** Ours, not AWS's: what no person needs more of. */
const MOST = 500;

const RESERVED_ROLE = /:role\/aws-reserved\/sso\.amazonaws\.com\//;

const pairedArn = (kind: 'role' | 'saml-provider') =>
  v.pipe(
    f.arn,
    v.check((arn) => arn.includes(`:${kind}/`), `must be the ARN of a ${kind}`),
  );

const mapping = {
  roles: list(v.strictObject({ role: pairedArn('role'), provider: pairedArn('saml-provider') }), 100),
  tags,
  transitiveTags: list(f.tagKey, 50),
};

/** A name of SAML or OpenID Connect: a URI, in practice. */
const uri = v.pipe(f.text(1, 1_024), v.regex(/^[!-~]+$/, 'must be an address without spaces'));

/** Base64url of 32 bytes. */
const coordinate = f.id(/^[\w-]{43}$/, 'a number of P-256 in base64url');

const company = v.strictObject({
  name: f.heading(100),
  entityId: uri,
  secret: f.text(1, 200),
  namesSource: v.boolean(),
  sessionSeconds: v.nullable(wholeNumber(0, 1_000_000)),
  groups: list(v.strictObject({ name: f.heading(100), ...mapping }), MOST),
  people: list(
    v.strictObject({
      userName: f.heading(100),
      name: f.heading(100),
      email: f.text(0, 320),
      groups: list(f.heading(100), 100),
      ...mapping,
    }),
    MOST,
  ),
});

const webIdentity = v.strictObject({
  name: f.heading(100),
  issuer: v.pipe(uri, v.startsWith('https://', 'must begin with https://')),
  key: v.strictObject({
    kty: v.literal('EC'),
    crv: v.literal('P-256'),
    kid: f.text(1, 200),
    x: coordinate,
    y: coordinate,
    d: coordinate,
  }),
  subjects: list(
    v.strictObject({ name: f.heading(100), claims: table(f.text(1, 200), f.text(0, 2_000), { most: 100 }) }),
    100,
  ),
});

const identityCenter = v.strictObject({
  source: uri,
  entityId: uri,
  secret: f.text(1, 200),
  assignments: list(
    v.strictObject({
      kind: v.picklist(['group', 'person']),
      name: f.heading(100),
      role: v.pipe(
        f.arn,
        v.regex(RESERVED_ROLE, 'must be the ARN of a role that Identity Center has provisioned'),
      ),
    }),
    MOST,
  ),
});

export const directories = v.strictObject({
  companies: list(company, 20),
  webIdentity: list(webIdentity, 20),
  identityCenter: v.nullable(identityCenter),
});
