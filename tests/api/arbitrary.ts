// Arbitrary parameters of operations, and inputs that match them.
import fc from 'fast-check';
import type { AnyInput, AnyParameter, AnyParameters, AnyValue, Shape } from '../../src/api/parameters.ts';

/** What secret parameters are given, and nothing else. */
export const SECRET = 'hunter2';

const scalar = fc.constantFrom<Shape>(
  { type: 'text' },
  { type: 'arn' },
  { type: 'boolean' },
  { type: 'integer' },
  { type: 'number' },
  { type: 'blob' },
  { type: 'textList', item: {} },
  { type: 'tags', checked: 'lengths' },
  { type: 'tags', checked: 'lengths', spelling: 'TagKey' },
  { type: 'json' },
);
const secret = fc.constantFrom<Shape>({ type: 'text', secret: true });

/** Names of members; an event has them with a small initial. */
const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,5}$/);

const parameters = (shape: fc.Arbitrary<Shape>): fc.Arbitrary<AnyParameters> =>
  fc
    .uniqueArray(fc.tuple(name, shape, fc.boolean()), { maxLength: 4, selector: ([key]) => key })
    .map((members) =>
      Object.fromEntries(
        members.map(([key, of, required]): [string, AnyParameter] => [
          key,
          { ...of, required, event: key.charAt(0).toLowerCase() + key.slice(1) },
        ]),
      ),
    );

const shapes = (leaf: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> =>
  fc.letrec<{ shape: Shape }>((tie) => ({
    shape: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      leaf,
      tie('shape').map((of): Shape => ({ type: 'list', of })),
      tie('shape').map((of): Shape => ({ type: 'map', of })),
      parameters(tie('shape')).map((members): Shape => ({ type: 'structure', members })),
    ),
  })).shape;

export const anyParameters = parameters(shapes(scalar));
export const secretParameters = parameters(shapes(fc.oneof(scalar, secret)));

/** Names of which objects know something already must be names like any other. */
const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
const tagText = fc.string({ minLength: 1, maxLength: 20 });

function valueOf(shape: Shape): fc.Arbitrary<AnyValue> {
  switch (shape.type) {
    case 'text':
      return shape.secret ? fc.constant(SECRET) : fc.string();
    case 'arn':
      return fc.string().map((rest) => `arn:${rest}`);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double({ noDefaultInfinity: true, noNaN: true });
    case 'blob':
      return fc.base64String();
    case 'textList':
      return fc.array(fc.string(), { maxLength: 3 });
    case 'tags':
      return shape.spelling === 'TagKey'
        ? fc.array(fc.record({ TagKey: tagText, TagValue: tagText }, { noNullPrototype: true }), {
            maxLength: 3,
          })
        : fc.array(fc.record({ Key: tagText, Value: tagText }, { noNullPrototype: true }), { maxLength: 3 });
    case 'list':
      return fc.array(valueOf(shape.of), { maxLength: 3 });
    case 'map':
      return fc.array(fc.tuple(key, valueOf(shape.of)), { maxLength: 3 }).map(Object.fromEntries<AnyValue>);
    case 'structure':
      return inputOf(shape.members);
    case 'json':
      return fc.jsonValue({ maxDepth: 3 }).map((json) => JSON.parse(JSON.stringify(json)) as AnyValue);
  }
}

/** All required members, and some of the others. */
export const inputOf = (members: AnyParameters): fc.Arbitrary<AnyInput> =>
  fc
    .tuple(
      ...Object.entries(members).map(([member, shape]) => {
        const given = valueOf(shape).map((value) => [[member, value] as const]);
        return shape.required ? given : fc.oneof(given, fc.constant([]));
      }),
    )
    .map((entries) => Object.fromEntries(entries.flat()));
