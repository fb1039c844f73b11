// Skeleton: `--generate-cli-skeleton`, the input of a command with nothing filled in.
import type { PlainJson } from '../../aws/json.ts';
import type { AnyParameters, Shape } from '../parameters.ts';
import { listShape } from './value.ts';

/** What `--cli-input-json` takes, each value empty or the first of those that there are. */
export const skeletonOf = (parameters: AnyParameters): PlainJson =>
  Object.fromEntries(Object.entries(parameters).map(([name, shape]) => [name, emptyValue(shape)]));

function emptyValue(shape: Shape): PlainJson {
  const list = listShape(shape);
  if (list) return [emptyValue(list.of)];
  switch (shape.type) {
    case 'structure':
      return skeletonOf(shape.members);
    case 'map':
      return { KeyName: emptyValue(shape.of) };
    case 'json':
      return {};
    case 'boolean':
      return true;
    case 'integer':
      return 0;
    case 'number':
      return 0;
    case 'text':
      return shape.oneOf?.[0] ?? '';
    default:
      return '';
  }
}
