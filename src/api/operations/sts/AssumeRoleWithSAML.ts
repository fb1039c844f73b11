// sts:AssumeRoleWithSAML: a session of a role, for somebody whom a company directory vouches for.
import type { EventFields } from '../../../account/event.ts';
import { isCenterProvider } from '../../../account/identity-store.ts';
import { parseArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { RoleCredentials } from '../../../evaluation/context-keys/caller-facts.ts';
import { samlAsker } from '../../asker.ts';
import { operation } from '../../operation.ts';
import { claimRequests } from './claimed.ts';
import {
  ROLE_ARN,
  ROLE_DURATION,
  SAML_ASSERTION,
  SAML_PROVIDER_ARN,
  SESSION_POLICIES,
} from './parameters.ts';
import { assumed, roleArnError } from './role-session.ts';
import {
  isOfDirectory,
  notAuthorized,
  providerArnError,
  samlCall,
  samlRefusal,
  type SamlCall,
} from './saml-call.ts';
import { sessionTags } from './session-tags.ts';

/**
 * Nobody signs the call: the response of the directory is believed or not, and then the trust policy alone decides. Of
 * what the directory allows and what is asked for, the session has the shorter end.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const AssumeRoleWithSAML = operation({
  name: 'sts:AssumeRoleWithSAML',
  readOnly: true,
  cli: 'sts assume-role-with-saml',
  parameters: {
    RoleArn: ROLE_ARN,
    PrincipalArn: SAML_PROVIDER_ARN,
    SAMLAssertion: SAML_ASSERTION,
    ...SESSION_POLICIES,
    DurationSeconds: ROLE_DURATION,
  },
  validate: (input) => roleArnError(input) ?? providerArnError(input),
  identify: (world, input, env) => {
    const call = samlCall(input);
    const account = parseArn(input.RoleArn)?.account ?? '';
    const unknown = { type: 'SAMLUser', principalId: '', identityProvider: input.PrincipalArn } as const;
    const refused = samlRefusal(world, input, call, env.now);
    const named = ({ nameQualifier, subject }: SamlCall['assertion']) =>
      ({ ...unknown, principalId: `${nameQualifier}:${subject}`, userName: subject }) as const;
    if (refused || !call) {
      // Of what anybody could have written nobody is named.
      const known = call && call.response.subject !== null && isOfDirectory(world, input, call);
      const identity = known ? named(call.assertion) : unknown;
      return err({ error: refused ?? notAuthorized(), account, identity });
    }
    return ok({ asker: samlAsker(call.assertion), account, identity: named(call.assertion) });
  },
  authorization: (_world, _caller, input) => {
    const call = samlCall(input);
    return call
      ? claimRequests('sts:AssumeRoleWithSAML', input.RoleArn, call.sessionName ?? '', call, {})
      : [];
  },
  denial: notAuthorized,
  recorded: (_caller, input): EventFields => {
    const call = samlCall(input);
    return call ? { sAMLAssertionID: call.response.id, roleSessionName: call.sessionName } : {};
  },
  perform: (scene, input) => {
    const call = samlCall(input);
    if (!call) return err(notAuthorized());
    const { assertion, response } = call;
    const session = assumed(scene, {
      roleArn: input.RoleArn,
      sessionName: call.sessionName ?? '',
      origin: originOf(call),
      mfa: null,
      chained: false,
      ...sessionTags(call, {}),
      sourceIdentity: call.SourceIdentity,
      policies: input,
      duration: input.DurationSeconds ?? call.duration ?? undefined,
      until: response.sessionNotOnOrAfter,
      refused: notAuthorized(),
    });
    if (!session.ok) return session;
    const output = {
      ...session.value,
      Subject: assertion.subject,
      SubjectType: assertion.subjectType,
      Issuer: assertion.issuer,
      Audience: assertion.recipient,
      NameQualifier: assertion.nameQualifier,
    };
    return ok({ output, changes: [] });
  },
});

/** Sessions of Identity Center know the user in its store; of others, no request knows the attributes. */
const originOf = ({ assertion }: SamlCall): RoleCredentials =>
  isCenterProvider(assertion.provider.split('/').at(-1) ?? '')
    ? { kind: 'identityCenter', userId: assertion.subject }
    : { kind: 'assumeRoleWithSaml', assertion: { ...assertion, attributes: {} } };
