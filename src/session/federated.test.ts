// The machine of a federated sign-in: every state and transition; and the link that comes of an answer of STS.
import { expect, test } from 'vitest';
import { FEDERATED_WORLD, READER, SAML_PROVIDER, saying } from '../../tests/fixtures/federation.ts';
import { environment } from '../../tests/fixtures/world.ts';
import { ANONYMOUS } from '../account/caller.ts';
import { execute } from '../api/execute.ts';
import { awsError } from '../api/errors.ts';
import { err, ok } from '../aws/result.ts';
import type { Link } from './facts.ts';
import { federatedLink, federatedSignIn, type FederatedEvent } from './federated.ts';
import { ANONYMOUS_LINK } from './session.ts';

const link: Link = ANONYMOUS_LINK;
const no = awsError('AccessDenied', 'no');
const vouch: FederatedEvent = { type: 'vouch', text: 'signed' };
const alter: FederatedEvent = { type: 'alter', text: 'changed' };
const refused: FederatedEvent = { type: 'answer', result: err(no) };
const letIn: FederatedEvent = { type: 'answer', result: ok(link) };
const leave: FederatedEvent = { type: 'leave' };

const NOTHING = { signed: null, text: '', refusal: null, link: null };
const SIGNED = { signed: 'signed', text: 'signed', refusal: null, link: null };

test.each<[string, FederatedEvent[], string, object]>([
  ['at first', [], 'outside', NOTHING],
  ['outside, nothing can be changed', [alter], 'outside', NOTHING],
  ['outside, nothing is answered', [letIn], 'outside', NOTHING],
  ['vouched for', [vouch], 'vouched', SIGNED],
  ['changed on the way', [vouch, alter], 'vouched', { ...SIGNED, text: 'changed' }],
  ['let in', [vouch, letIn], 'entered', { ...SIGNED, link }],
  ['turned away', [vouch, refused], 'refused', { ...SIGNED, refusal: no }],
  ['turned away twice', [vouch, refused, refused], 'refused', { ...SIGNED, refusal: no }],
  ['let in at the second time', [vouch, refused, letIn], 'entered', { ...SIGNED, link }],
  ['changed after a refusal', [vouch, refused, alter], 'vouched', { ...SIGNED, text: 'changed' }],
  ['vouched for anew after a refusal', [vouch, alter, refused, vouch], 'vouched', SIGNED],
  ['once in, nothing is changed', [vouch, letIn, alter, refused], 'entered', { ...SIGNED, link }],
  ['vouched for anew once in', [vouch, letIn, vouch], 'vouched', SIGNED],
  ['left', [vouch, alter, leave], 'outside', NOTHING],
  ['left after a refusal', [vouch, refused, leave], 'outside', NOTHING],
  ['left once in', [vouch, letIn, leave], 'outside', NOTHING],
])('%s', (_what, events, state, context) => {
  const actor = federatedSignIn();
  actor.start();
  for (const event of events) actor.send(event);
  expect(actor.getSnapshot()).toMatchObject({ value: state, context });
});

const asked = (SAMLAssertion: string) =>
  execute(
    FEDERATED_WORLD,
    ANONYMOUS,
    {
      operation: 'sts:AssumeRoleWithSAML',
      input: { RoleArn: READER, PrincipalArn: SAML_PROVIDER, SAMLAssertion },
    },
    environment(),
  );

test('an answer of STS makes the link of whoever signs with its credentials', () => {
  expect(federatedLink(FEDERATED_WORLD, asked(saying({})), 'saml')).toMatchObject({
    ok: true,
    value: { way: 'saml', caller: { kind: 'roleSession', roleName: 'Reader', sessionName: 'ada@maple' } },
  });
});

test('a refusal makes nobody', () => {
  expect(federatedLink(FEDERATED_WORLD, asked(saying({ audience: 'urn:other' })), 'saml')).toMatchObject({
    ok: false,
    error: { message: 'Response does not contain the required audience.' },
  });
});
