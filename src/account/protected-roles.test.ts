// Tests of the roles that only AWS changes: told by their path, and their policies read only.
import { expect, test } from 'vitest';
import { RICH } from '../../tests/fixtures/rich-world.ts';
import { MANAGED } from '../../tests/fixtures/world.ts';
import { findRole } from './find.ts';
import { otherPolicyById } from './other-policies.ts';
import { inlineId, policyById } from './policies.ts';
import { protectionOf } from './protected-roles.ts';
import { withValue } from './table.ts';

const LIBRARY = '111122223333';

const CASES = [
  ['/', null],
  ['/service-role/', null],
  ['/aws-service-role-of-mine/', null],
  [
    '/aws-service-role/organizations.amazonaws.com/',
    { by: 'service', service: 'organizations.amazonaws.com' },
  ],
  ['/aws-reserved/sso.amazonaws.com/eu-west-1/', { by: 'identityCenter' }],
] as const;

test.each(CASES)('under %s', (path, protection) => expect(protectionOf({ path })).toEqual(protection));

test.each(CASES)('the policies of a role under %s', (path, protection) => {
  const own = RICH.accounts[LIBRARY];
  const role = own && findRole(own, 'Cataloguer');
  if (!role) throw new Error('The rich world has this role.');
  const roles = withValue(own.roles, 'Cataloguer', { ...role, path, inline: { Own: '{}' } });
  const world = { ...RICH, accounts: { ...RICH.accounts, [LIBRARY]: { ...own, roles } } };
  const editable = protection === null;
  expect(otherPolicyById(world, LIBRARY, 'trust:Cataloguer')).toMatchObject({ editable });
  const id = inlineId({ kind: 'role', name: 'Cataloguer' }, 'Own');
  expect(policyById(world, LIBRARY, id, MANAGED)).toMatchObject({ editable });
});
