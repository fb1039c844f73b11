// Arbitrary directories: companies with people and groups, and web identity providers with their keys.
import fc from 'fast-check';
import * as v from 'valibot';
import type { Directories, Mapping } from '../../../src/account/directories.ts';
import { heading } from '../../../src/scenario/fields.ts';
import { DIGITS, letters, LOWER, tags } from './words.ts';

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((n) => v.is(heading(100), n));

const mapping = {
  roles: fc.array(
    fc.record({
      role: fc.constantFrom('arn:aws:iam::111122223300:role/Reader', 'arn:aws:iam::111122223300:role/a/b'),
      provider: fc.constant('arn:aws:iam::111122223300:saml-provider/Maple' as const),
    }),
    { maxLength: 2 },
  ),
  tags,
  transitiveTags: tags.map((some) => Object.keys(some)),
} satisfies { [Key in keyof Mapping]: fc.Arbitrary<Mapping[Key]> };

const url = letters(LOWER, 1, 9).map((host) => `https://${host}.example/`);
const coordinate = letters(`${LOWER}${DIGITS}-_`, 43, 43);

export const directories: fc.Arbitrary<Directories> = fc.record({
  companies: fc.uniqueArray(
    fc.record({
      name,
      entityId: url,
      secret: letters(LOWER, 1, 9),
      namesSource: fc.boolean(),
      sessionSeconds: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      groups: fc.uniqueArray(fc.record({ name, ...mapping }), { selector: (one) => one.name, maxLength: 2 }),
      people: fc.uniqueArray(
        fc.record({
          userName: name,
          name,
          email: fc.string({ maxLength: 9 }),
          groups: fc.array(name, { maxLength: 2 }),
          ...mapping,
        }),
        { selector: ({ userName }) => userName, maxLength: 2 },
      ),
    }),
    { selector: ({ entityId }) => entityId, maxLength: 2 },
  ),
  webIdentity: fc.uniqueArray(
    fc.record({
      name,
      issuer: url,
      key: fc.record({
        kty: fc.constant('EC'),
        crv: fc.constant('P-256'),
        kid: letters(LOWER, 1, 9),
        x: coordinate,
        y: coordinate,
        d: coordinate,
      }),
      subjects: fc.array(fc.record({ name, claims: tags }), { maxLength: 2 }),
    }),
    { selector: ({ issuer }) => issuer, maxLength: 2 },
  ),
  identityCenter: fc.option(
    fc.record({
      source: url,
      entityId: url.map((one) => `${one}sso`),
      secret: letters(LOWER, 1, 9),
      assignments: fc.array(
        fc.record({
          kind: fc.constantFrom('group', 'person'),
          name,
          role: fc.constant(
            'arn:aws:iam::111122223300:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Look_0123456789abcdef',
          ),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
});
