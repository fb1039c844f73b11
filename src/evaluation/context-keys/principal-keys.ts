// Keys that name the principal: ARN, account, organization, type, unique id, user name and tags.
import { rootArn } from '../../aws/arn.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';
import { organizationKeys, type AccountFacts } from './account-facts.ts';
import type { CallerFacts, ServiceFacts } from './caller-facts.ts';
import { overlaidTags, tagKeys, type Tags } from './tags.ts';

/**
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 */
export function principalKeys(caller: CallerFacts): RequestContext {
  switch (caller.kind) {
    case 'root': {
      const { account } = caller;
      return {
        'aws:PrincipalType': 'Account',
        'aws:PrincipalArn': rootArn(account.id),
        'aws:userid': account.id,
        ...accountKeys(account),
      };
    }
    case 'user':
      return {
        'aws:PrincipalType': 'User',
        'aws:PrincipalArn': caller.arn,
        'aws:userid': caller.id ?? UNKNOWN,
        'aws:username': caller.name,
        ...accountKeys(caller.account),
        ...principalTags(caller.tags),
      };
    case 'roleSession':
      return {
        'aws:PrincipalType': 'AssumedRole',
        // Of the role, never of the session.
        'aws:PrincipalArn': caller.roleArn,
        'aws:userid': caller.roleId === null ? UNKNOWN : `${caller.roleId}:${caller.sessionName}`,
        ...accountKeys(caller.account),
        ...principalTags(overlaidTags(caller.roleTags, caller.sessionTags)),
      };
    case 'federatedUser':
      return {
        'aws:PrincipalType': 'FederatedUser',
        // Not of the IAM user who asked for the session: what is written for that user misses it.
        'aws:PrincipalArn': caller.arn,
        'aws:userid': `${caller.account.id}:${caller.name}`,
        ...accountKeys(caller.account),
        ...principalTags(overlaidTags(caller.userTags, caller.sessionTags)),
      };
    case 'service':
      return { ...UNDOCUMENTED, ...serviceKeys(caller) };
    case 'samlIdentity':
    case 'webIdentity':
      return UNDOCUMENTED;
    case 'anonymous':
      return {
        'aws:PrincipalType': 'Anonymous',
        'aws:PrincipalAccount': 'anonymous',
        'aws:userid': 'anonymous',
      };
  }
}

/** AWS says that these keys are in every request, and does not say what they hold for these callers. */
const UNDOCUMENTED: RequestContext = {
  'aws:PrincipalType': UNKNOWN,
  'aws:PrincipalAccount': UNKNOWN,
  'aws:userid': UNKNOWN,
};

/** For principals of an account: whose request is signed, and not by a service in its own name. */
const accountKeys = (account: AccountFacts): RequestContext => ({
  'aws:PrincipalAccount': account.id,
  'aws:PrincipalIsAWSService': 'false',
  ...organizationKeys('Principal', account),
});

const principalTags = (tags: Tags): RequestContext => tagKeys('aws:PrincipalTag', tags);

function serviceKeys({ name, names, source }: ServiceFacts): RequestContext {
  return {
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': name,
    'aws:PrincipalServiceNamesList': names,
    ...(source === null
      ? {}
      : {
          'aws:SourceArn': source.arn,
          'aws:SourceAccount': source.account.id,
          ...organizationKeys('Source', source.account),
        }),
  };
}
