// Rows: the operations of the first slice, whose errors have tests of their own beside them.
import { applyChange } from '../../../src/account/apply-change.ts';
import { BOOKSHOP, CALLS, CREATED, DRAFTS_POLICY, WORLD } from '../../fixtures/world.ts';

const SECOND_VERSION = applyChange(WORLD, {
  kind: 'policyVersionCreated',
  account: BOOKSHOP,
  policy: 'WriteDrafts',
  version: { id: 'v2', created: CREATED, document: DRAFTS_POLICY.replace(/"Principal".*?\},/s, '') },
  setAsDefault: true,
});

export const EARLIER = CALLS.map(({ operation, input }) => ({
  operation,
  works: input,
  errors: [],
  ...(operation === 'iam:DeletePolicyVersion' && { world: SECOND_VERSION }),
}));
