// isEqual: whether two values are the same, part by part.
import type { PlainJson } from '../../../../aws/json.ts';
import { isList, isObject } from '../python.ts';

export function isEqual(left: PlainJson, right: PlainJson): boolean {
  if (isList(left))
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index] ?? null))
    );
  if (!isObject(left)) return left === right;
  const names = Object.keys(left);
  return (
    isObject(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isEqual(left[name] ?? null, right[name] ?? null))
  );
}
