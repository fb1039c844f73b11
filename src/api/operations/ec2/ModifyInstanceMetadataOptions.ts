// ec2:ModifyInstanceMetadataOptions: who can reach the metadata service of an instance, and with a token or without.
import { ok } from '../../../aws/result.ts';
import { operation, type Scene } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { attributeKeys } from './attributes.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { askingOf, idError, INSTANCE_ID, instancePatch, livingInstance } from './instance.ts';
import { HTTP_ENDPOINT, HTTP_TOKENS } from './metadata-options.ts';
import { shownMetadata } from './shapes.ts';

const PARAMETERS = {
  InstanceId: INSTANCE_ID,
  HttpTokens: HTTP_TOKENS,
  HttpEndpoint: HTTP_ENDPOINT,
  DryRun: DRY_RUN,
} as const;

/**
 * What is not named stays as it is.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataOptions.html
 */
export const ModifyInstanceMetadataOptions = operation({
  name: 'ec2:ModifyInstanceMetadataOptions',
  readOnly: false,
  cli: 'ec2 modify-instance-metadata-options',
  parameters: PARAMETERS,
  validate: ({ InstanceId }) => idError([InstanceId]),
  authorization: (world, caller, { InstanceId, HttpTokens, HttpEndpoint }, env) => {
    const asking = askingOf(world, caller, env, 'ec2:ModifyInstanceMetadataOptions', InstanceId);
    return [{ ...asking, context: { ...asking.context, ...attributeKeys({ HttpTokens, HttpEndpoint }) } }];
  },
  perform: (scene, input) => unlessDry(input.DryRun, modified(scene, input)),
});

function modified(scene: Scene, { InstanceId, HttpTokens, HttpEndpoint }: InputOf<typeof PARAMETERS>) {
  const found = livingInstance(scene, InstanceId);
  if (!found.ok) return found;
  const { metadata } = found.value.instance;
  const changed = {
    tokens: chosen(HttpTokens, ['optional', 'required'], metadata.tokens),
    endpoint: chosen(HttpEndpoint, ['enabled', 'disabled'], metadata.endpoint),
  };
  return ok({
    output: { InstanceId, InstanceMetadataOptions: shownMetadata(changed, 'pending') },
    changes: [instancePatch(found.value, { metadata: changed })],
  });
}

const chosen = <Value extends string>(
  text: string | undefined,
  values: readonly Value[],
  otherwise: Value,
): Value => values.find((value) => value === text) ?? otherwise;
