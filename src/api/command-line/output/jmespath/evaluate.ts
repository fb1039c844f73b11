// queried: an expression of JMESPath asked of a value, as the AWS CLI asks it.
import type { PlainJson } from '../../../../aws/json.ts';
import { compareNames } from '../../../../account/record.ts';
import { isList, isObject, pythonType } from '../python.ts';
import { isEqual } from './equal.ts';
import { callFunction } from './functions.ts';
import type { Comparator, Expression } from './parser.ts';
import { QueryProblem } from './problem.ts';

/**
 * What has no answer is null. Texts can be compared too, which JMESPath does not say: dates are asked for that way.
 * @throws QueryProblem
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html
 */
export function queried(expression: Expression, value: PlainJson): PlainJson {
  switch (expression.type) {
    case 'current':
      return value;
    case 'field':
      return isObject(value) && Object.hasOwn(value, expression.name)
        ? (value[expression.name] ?? null)
        : null;
    case 'literal':
      return expression.value;
    case 'index':
      return isList(value) ? (value.at(expression.index) ?? null) : null;
    case 'slice':
      return isList(value) ? sliced(value, expression.parts) : null;
    case 'chain':
    case 'indexed':
      return expression.parts.reduce<PlainJson>((result, part) => queried(part, result), value);
    case 'items': {
      const items = queried(expression.of, value);
      return isList(items) ? each(items, expression.then) : null;
    }
    case 'values': {
      const object = queried(expression.of, value);
      return isObject(object) ? each(Object.values(object), expression.then) : null;
    }
    case 'filter': {
      const items = queried(expression.of, value);
      if (!isList(items)) return null;
      // Item by item, as errors come in that order.
      return items.flatMap((item) =>
        isFalse(queried(expression.condition, item)) ? [] : each([item], expression.then),
      );
    }
    case 'flatten': {
      const items = queried(expression.of, value);
      return isList(items) ? items.flat() : null;
    }
    case 'not': {
      const negated = queried(expression.of, value);
      return isFalse(negated);
    }
    case 'reference':
      throw new QueryProblem('Object of type _Expression is not JSON serializable');
    case 'list':
      return value === null ? null : expression.items.map((item) => queried(item, value));
    case 'object':
      return value === null
        ? null
        : Object.fromEntries(expression.entries.map(([name, part]) => [name, queried(part, value)]));
    case 'or': {
      const left = queried(expression.left, value);
      return isFalse(left) ? queried(expression.right, value) : left;
    }
    case 'and': {
      const left = queried(expression.left, value);
      return isFalse(left) ? left : queried(expression.right, value);
    }
    case 'compare':
      return compared(
        expression.comparator,
        queried(expression.left, value),
        queried(expression.right, value),
      );
    case 'call':
      return callFunction(
        expression.name,
        expression.given.map((one) =>
          one.type === 'reference'
            ? { reference: (item: PlainJson) => queried(one.of, item) }
            : queried(one, value),
        ),
      );
  }
}

const each = (items: readonly PlainJson[], then: Expression): readonly PlainJson[] =>
  items.map((item) => queried(then, item)).filter((result) => result !== null);

const isFalse = (value: PlainJson): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (isList(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

function compared(comparator: Comparator, left: PlainJson, right: PlainJson): PlainJson {
  if (comparator === 'eq') return isEqual(left, right);
  if (comparator === 'ne') return !isEqual(left, right);
  if (!isOrdered(left) || !isOrdered(right)) return null;
  const order = orderOf(left, right);
  if (order === null)
    throw new QueryProblem(
      `'${SIGNS[comparator]}' not supported between instances of '${pythonType(left)}' and '${pythonType(right)}'`,
    );
  switch (comparator) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

type Ordered = string | number;

const isOrdered = (value: PlainJson): value is Ordered =>
  typeof value === 'string' || typeof value === 'number';

/** Null for a number and a text. */
function orderOf(left: Ordered, right: Ordered): number | null {
  if (typeof left === 'number') return typeof right === 'number' ? left - right : null;
  return typeof right === 'string' ? compareNames(left, right) : null;
}

/** As slices of Python: from `start` to before `stop`, in steps that may go backwards. */
function sliced(items: readonly PlainJson[], parts: readonly (number | null)[]): readonly PlainJson[] {
  const step = parts[2] ?? 1;
  if (step === 0) throw new QueryProblem('slice step cannot be zero');
  const { length } = items;
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (part: number | null | undefined, usual: number): number =>
    part === null || part === undefined
      ? usual
      : Math.min(Math.max(part < 0 ? part + length : part, lowest), highest);
  const stop = bound(parts[1], step > 0 ? highest : lowest);
  const result: PlainJson[] = [];
  for (let at = bound(parts[0], step > 0 ? lowest : highest); step > 0 ? at < stop : at > stop; at += step)
    result.push(items[at] ?? null);
  return result;
}
