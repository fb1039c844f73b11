// Principals of a bucket policy: who is looked up when it is saved, and who is believed.
import { expect, test } from 'vitest';
import {
  BOOKSHOP,
  byName,
  CREATED,
  NEIGHBOUR,
  policyText,
  withBookshop,
} from '../../../../tests/fixtures/world.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { namesMissingPrincipal } from './principals.ts';

const WORLD = withBookshop((account) => ({
  ...account,
  roles: byName({
    name: 'Till',
    path: '/shop/',
    id: 'AROATILLAAAAAAAAAAAAA',
    created: CREATED,
    description: '',
    trust: policyText({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    trusted: {},
    maxSessionDuration: 3600,
    boundary: null,
    attached: [],
    inline: {},
    tags: {},
  }),
}));

function isMissing(AWS: string): boolean {
  const text = policyText({ Effect: 'Allow', Principal: { AWS }, Action: 's3:GetObject', Resource: '*' });
  const { document } = parsedPolicy(text);
  if (document === null) throw new Error('not a policy');
  return namesMissingPrincipal(WORLD, document);
}

test.each([
  ['*'],
  [BOOKSHOP],
  ['AIDANOORAAAAAAAAAAAAA'],
  ['AROATILLAAAAAAAAAAAAA'],
  [`arn:aws:iam::${BOOKSHOP}:root`],
  [`arn:aws:iam::${BOOKSHOP}:user/noor`],
  [`arn:aws:iam::${BOOKSHOP}:role/shop/Till`],
  [`arn:aws:sts::${BOOKSHOP}:assumed-role/Till/monday`],
  [`arn:aws:sts::${BOOKSHOP}:federated-user/guest`],
  ['arn:aws:iam::999988887777:user/anyone'],
])('%s is taken', (principal) => expect(isMissing(principal)).toBe(false));

test.each([
  [`arn:aws:iam::${BOOKSHOP}:user/nobody`],
  ['AIDAGONEAAAAAAAAAAAAA'],
  ['AROAGONEAAAAAAAAAAAAA'],
  [`arn:aws:iam::${BOOKSHOP}:role/Till`],
  [`arn:aws:iam::${BOOKSHOP}:role/shop/Safe`],
  [`arn:aws:sts::${BOOKSHOP}:assumed-role/Safe/monday`],
  [`arn:aws:iam::${NEIGHBOUR}:role/shop/Till`],
])('%s is refused', (principal) => expect(isMissing(principal)).toBe(true));
