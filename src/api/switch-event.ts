// The events of switching roles in the console: SwitchRole on the way there, ExitRole on the way back.
import type { Caller, RoleSession } from '../account/caller.ts';
import type { ApiEvent } from '../account/event.ts';
import { DEFAULT_REGION } from '../account/resource.ts';
import type { World } from '../account/world.ts';
import { callerArn } from './caller.ts';
import type { Env } from './env.ts';
import { namedIdentity } from './user-identity.ts';

export interface Switch {
  readonly name: 'SwitchRole' | 'ExitRole';
  /** The account in whose list it is: that of who signed in. */
  readonly home: Caller;
  /** The session that is begun or left. */
  readonly role: RoleSession;
  /** Who acted before. */
  readonly from: Caller;
}

/** Where the console goes afterwards. */
const HOME = 'https://console.aws.amazon.com/console/home';

/**
 * A record of the console, not of the call that made the session: that has one of its own.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
export const switchEvent = (world: World, { name, home, role, from }: Switch, env: Env): ApiEvent => ({
  eventID: env.newId(),
  requestID: env.newId(),
  eventTime: env.now,
  eventType: 'AwsConsoleSignIn',
  eventCategory: 'Management',
  eventSource: 'signin.amazonaws.com',
  eventName: name,
  awsRegion: DEFAULT_REGION,
  userIdentity: namedIdentity(world, role),
  sourceIPAddress: env.sourceIp,
  userAgent: env.userAgent,
  requestParameters: {},
  responseElements: { [name]: 'Success' },
  additionalEventData:
    name === 'SwitchRole' ? { SwitchFrom: callerArn(world, from), RedirectTo: HOME } : { RedirectTo: HOME },
  readOnly: false,
  resources: [],
  recipientAccountId: home.account,
  request: null,
  session: {},
  decision: null,
});
