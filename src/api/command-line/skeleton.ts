// Skeleton: `--generate-cli-skeleton`, the input of a command with nothing filled in.
import type { PlainJson } from '../../aws/json.ts';
import type { AnyParameter, AnyParameters, Shape } from '../parameters.ts';
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

/** What `--cli-input-yaml` takes, with a remark where something is required or chosen. */
export const skeletonYaml = (parameters: AnyParameters): string => yamlMembers(parameters).join('');

function yamlMembers(members: AnyParameters): string[] {
  return Object.entries(members).flatMap(([name, shape]) => {
    const [first = '', ...more] = yamlValue(shape);
    return [`${name}:${first}${remark(shape)}\n`, ...more];
  });
}

const remark = ({ required, ...shape }: AnyParameter): string => {
  const choices = shape.type === 'text' ? shape.oneOf : undefined;
  const said = [
    ...(required ? ['[REQUIRED]'] : []),
    ...(choices ? [`Valid values are: ${choices.join(', ')}.`] : []),
  ];
  return said.length === 0 ? '' : `  # ${said.join(' ')}`;
};

/** What stands behind the colon, and the lines below. */
function yamlValue(shape: Shape): readonly string[] {
  const list = listShape(shape);
  if (list) {
    const [first = '', ...more] = itemLines(list.of);
    return ['', `- ${first}`, ...more.map((line) => `  ${line}`)];
  }
  switch (shape.type) {
    case 'structure':
      return ['', ...yamlMembers(shape.members).map((line) => `  ${line}`)];
    case 'map': {
      const [first = '', ...more] = yamlValue(shape.of);
      return ['', `  KeyName:${first}\n`, ...more.map((line) => `  ${line}`)];
    }
    default:
      return [` ${scalar(shape)}`];
  }
}

function itemLines(shape: Shape): readonly string[] {
  if (shape.type === 'structure') return yamlMembers(shape.members);
  const [first = '', ...more] = yamlValue(shape);
  return [`${first.trim()}\n`, ...more];
}

function scalar(shape: Shape): string {
  const value = emptyValue(shape);
  return typeof value === 'string' ? value || "''" : JSON.stringify(value);
}
