// Unsimulated members: what AWS has inside of parameters of this sandbox, and that changes nothing here.
import type { PlainJson } from '../../aws/json.ts';
import type { AnyParameters, Shape } from '../parameters.ts';
import { isList, isObject } from './output/python.ts';
import { listShape } from './value.ts';

/** By `SERVICE COMMAND`, as the service models of AWS have them; `*` stands for any key of a map. */
const OF_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'lambda create-function': [
    'Code.ImageUri',
    'Code.S3Bucket',
    'Code.S3Key',
    'Code.S3ObjectVersion',
    'Code.SourceKMSKeyArn',
  ],
  'ec2 run-instances': [
    'MetadataOptions.HttpProtocolIpv6',
    'MetadataOptions.HttpPutResponseHopLimit',
    'MetadataOptions.InstanceMetadataTags',
  ],
  's3api create-bucket': [
    'CreateBucketConfiguration.Bucket',
    'CreateBucketConfiguration.Location',
    'CreateBucketConfiguration.Tags',
  ],
  'dynamodb batch-get-item': ['RequestItems.*.AttributesToGet'],
};

/** Where the input has such members, as the CLI writes places: `Code.S3Bucket`. */
export function unsimulatedMembers(
  command: string,
  parameters: AnyParameters,
  input: PlainJson,
): readonly string[] {
  const known = Object.hasOwn(OF_COMMANDS, command) ? OF_COMMANDS[command] : undefined;
  if (!known) return [];
  return strangersIn({ type: 'structure', members: parameters }, input, { shown: '', general: '' })
    .filter(({ general }) => known.includes(general))
    .map(({ shown }) => shown);
}

interface Place {
  readonly shown: string;
  /** Of every item of a list, and of every value of a map. */
  readonly general: string;
}

const within = ({ shown, general }: Place, name: string, kind = name): Place => ({
  shown: shown === '' ? name : `${shown}.${name}`,
  general: general === '' ? kind : `${general}.${kind}`,
});

/** Places of what no parameter declares. Values that are not as declared are for the check of the parameters. */
function strangersIn(shape: Shape, value: PlainJson, place: Place): readonly Place[] {
  const list = listShape(shape);
  if (list) return isList(value) ? value.flatMap((item) => strangersIn(list.of, item, place)) : [];
  if (!isObject(value)) return [];
  switch (shape.type) {
    case 'structure':
      return Object.entries(value).flatMap(([name, held]) => {
        const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        const at = within(place, name);
        return member ? strangersIn(member, held, at) : [at];
      });
    case 'map':
      return Object.entries(value).flatMap(([key, held]) =>
        strangersIn(shape.of, held, within(place, key, '*')),
      );
    default:
      return [];
  }
}

/** For tests: every command in the table. */
export const UNSIMULATED_MEMBERS = OF_COMMANDS;
