// Filters: how the Describe operations of EC2 are narrowed.
import { entry } from '../../../account/record.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { covers } from '../../../policy/glob.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

export const FILTERS = {
  type: 'list',
  event: 'filterSet',
  required: false,
  of: {
    type: 'structure',
    members: {
      Name: { type: 'text', event: 'name', required: true },
      Values: { type: 'textList', event: 'valueSet', required: true, item: {} },
    },
  },
} as const;

interface Filter {
  readonly Name: string;
  readonly Values: readonly string[];
}

/** What can be filtered by: name of the filter to what of a value it looks at; and the tags, where there are any. */
export interface Filtering<Value> {
  readonly by: ReadonlyMap<string, (value: Value) => readonly string[]>;
  readonly tagsOf?: (value: Value) => Readonly<Record<string, string>>;
}

/**
 * The values that pass every filter: one of its values, in which `*` and `?` are wildcards, has to match.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
 */
export function narrowed<Value>(
  values: readonly Value[],
  filters: readonly Filter[] | undefined,
  { by, tagsOf }: Filtering<Value>,
): Result<readonly Value[], AwsError> {
  let left = values;
  for (const { Name, Values } of filters ?? []) {
    const looksAt = by.get(Name) ?? (tagsOf && tagFilter(Name, tagsOf));
    if (!looksAt) return err(awsError('InvalidParameterValue', `The filter '${Name}' is invalid`));
    left = left.filter((value) =>
      looksAt(value).some((text) => Values.some((pattern) => covers(pattern, text))),
    );
  }
  return ok(left);
}

/** `tag:team` is on a value, `tag-key` on the keys. */
function tagFilter<Value>(
  name: string,
  tagsOf: (value: Value) => Readonly<Record<string, string>>,
): ((value: Value) => readonly string[]) | undefined {
  if (name === 'tag-key') return (value) => Object.keys(tagsOf(value));
  if (!name.startsWith('tag:')) return undefined;
  const key = name.slice('tag:'.length);
  return (value) => {
    const tag = entry(tagsOf(value), key);
    return tag === undefined ? [] : [tag];
  };
}
