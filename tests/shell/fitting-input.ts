// Inputs that an operation takes as far as the AWS CLI checks them: types, least lengths, least values.
import fc from 'fast-check';
import type { AnyInput, AnyParameters, AnyValue, Shape } from '../../src/api/parameters.ts';

/** Signs that mean something to a shell, to shorthand or to the command line are among them. */
const text = (least = 0): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(
        fc.string({ minLength: 1, maxLength: 1 }),
        fc.constantFrom(...`'"\\$\`!*?~{}[],=@ \n-é😀`),
      ),
    })
    .map((made) => made.padEnd(least, 'x'));

const list = (of: Shape, least = 0): fc.Arbitrary<readonly AnyValue[]> =>
  fc.array(valueOf(of), { minLength: least, maxLength: least + 2 });

function valueOf(shape: Shape): fc.Arbitrary<AnyValue> {
  switch (shape.type) {
    case 'text':
    case 'arn':
      return text(shape.min);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.least ?? -1000, max: (shape.least ?? 0) + 1000 });
    case 'number':
      return fc
        .integer({ min: shape.least ?? -1000, max: (shape.least ?? 0) + 1000 })
        .map((made) => made + 0.5);
    case 'blob':
      return fc
        .uint8Array({ minLength: Math.max(1, shape.min ?? 0), maxLength: 100 })
        .map((bytes) => Buffer.from(bytes).toString('base64'));
    case 'textList':
      return list({ type: 'text', ...shape.item }, shape.minItems);
    case 'tags':
      return fc.array(
        fc
          .tuple(text(1), text())
          .map(([key, value]): AnyValue =>
            shape.spelling === 'TagKey' ? { TagKey: key, TagValue: value } : { Key: key, Value: value },
          ),
        { maxLength: 3 },
      );
    case 'list':
      return list(shape.of, shape.minItems);
    case 'structure':
      return inputOf(shape.members);
    case 'map':
      return fc.dictionary(text(1), valueOf(shape.of), { maxKeys: 2, noNullPrototype: true });
    case 'json':
      return fc.dictionary(text(1), fc.oneof(text(), fc.constant(true)), {
        maxKeys: 2,
        noNullPrototype: true,
      });
  }
}

/** All required members, and some of the others. */
export const inputOf = (members: AnyParameters): fc.Arbitrary<AnyInput> =>
  fc
    .tuple(
      ...Object.entries(members).map(([name, shape]) =>
        fc
          .tuple(valueOf(shape), shape.required ? fc.constant(true) : fc.boolean())
          .map(([value, given]) => (given ? [[name, value] as const] : [])),
      ),
    )
    .map((entries) => Object.fromEntries(entries.flat()));
