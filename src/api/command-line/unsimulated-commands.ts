// Unsimulated commands: services and commands that the AWS CLI has and this sandbox has not.
import type { Actions } from '../../aws/vocabulary.ts';
import { awsService } from '../aws-operations.ts';

/** Services that the CLI knows under a name that no action of AWS begins with. */
const OTHER_SERVICES: ReadonlySet<string> = new Set(
  `agent-registry-control apigatewaymanagementapi apigatewayv2 appconfigdata appintegrations application-insights
  applicationcostprofiler backupsearch bedrock-agent bedrock-agent-runtime bedrock-agentcore-control
  bedrock-data-automation bedrock-data-automation-runtime bedrock-runtime chime-sdk-identity
  chime-sdk-media-pipelines chime-sdk-meetings chime-sdk-messaging chime-sdk-voice cleanroomsml cloudcontrol
  cloudhsmv2 cloudsearchdomain codeguruprofiler compute-optimizer-automation connect-contact-lens connectcampaigns
  connectcampaignsv2 connectcases connectparticipant customer-profiles docdb dynamodbstreams finspace-data
  forecastquery greengrassv2 iot-data iot-jobs-data iot-managed-integrations iotsecuretunneling iotthingsgraph
  ivs-realtime keyspaces keyspacesstreams kinesis-video-archived-media kinesis-video-media kinesis-video-signaling
  kinesis-video-webrtc-storage kinesisanalyticsv2 launch-wizard lex-models lex-runtime lexv2-models lexv2-runtime
  location mailmanager marketplace-agreement marketplace-catalog marketplace-deployment marketplace-entitlement
  marketplace-reporting mediastore-data meteringmarketplace migration-hub-refactor-spaces migrationhub-config
  migrationhuborchestrator migrationhubstrategy mturk mwaa neptune neptunedata notificationscontacts
  opensearchserverless payment-cryptography-data personalize-events personalize-runtime pinpoint pinpoint-email
  pinpoint-sms-voice pinpoint-sms-voice-v2 qconnect s3outposts sagemaker-a2i-runtime sagemaker-edge
  sagemaker-featurestore-runtime sagemaker-metrics sagemaker-runtime service-quotas servicecatalog-appregistry
  signer-data socialmessaging sso-oidc supplychain support-app taxsettings timestream-query timestream-write
  voice-id workspaces-thin-client`.split(/\s+/),
);

const SIGN_IN =
  'whoever is signed in to the console of this sandbox signs already, and aws configure takes keys of another user.';

/** What the CLI builds on the API, and what to do here instead. */
const COMMANDS: Readonly<Record<string, string>> = {
  login: SIGN_IN,
  logout: 'sign out in the console.',
  sso: SIGN_IN,
  history: 'the place Activity shows every call, and history every line.',
  ddb: 'aws dynamodb has the same, one call at a time.',
  'cli-dev': 'why --text explains the last call.',
  's3 presign': 'no address here could be opened by somebody else; a bucket policy can let them in.',
  's3 website': 'buckets of this sandbox are not served as websites.',
  'configure add-model': 'its services are those of aws help.',
  'configure sso': SIGN_IN,
  'configure sso-session': SIGN_IN,
  'configure mfa-login':
    'aws sts get-session-token with --serial-number and --token-code gives the same session.',
};

/** A sentence; null for what the CLI has not, or this sandbox has. */
export function unsimulatedCommand(
  service: string,
  command: string | null,
  actions: Actions | null,
): string | null {
  const name = command === null ? service : `${service} ${command}`;
  const instead = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (instead !== undefined)
    return `aws ${name} is a command of the AWS CLI that Rolecall does not simulate: ${instead}`;
  return command === null &&
    (OTHER_SERVICES.has(service) || (actions !== null && awsService(service, actions)))
    ? `${service} is a service of AWS that Rolecall does not simulate.`
    : null;
}
