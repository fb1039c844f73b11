// Tests for the types that follow from declared parameters; the compiler is what runs them.
import { expect, test } from 'vitest';
import type { Arn } from '../aws/arn.ts';
import type { PlainJson } from '../aws/json.ts';
import { ok, type Result } from '../aws/result.ts';
import type { AwsError } from './aws-error.ts';
import { constraintError } from './constraints.ts';
import { operation, type Performed } from './operation.ts';
import type { AnyInput, AnyParameters, InputOf } from './parameters.ts';

/** Required and optional members in one type, at every depth, so that types can be held against each other. */
type Flat<T> = PlainJson extends T ? T : { [Key in keyof T]: Flat<T[Key]> };

type Equal<A, B> =
  (<T>() => T extends A ? 'yes' : 'no') extends <T>() => T extends B ? 'yes' : 'no' ? true : false;

/** Compiles only when both types are one, `readonly` and optional members included. */
const same = <A, B>(proof: Equal<Flat<A>, Flat<B>>): void => expect(proof).toBe(true);

const declare = <const Declared extends AnyParameters>(declared: Declared): Declared => declared;

const required = true;
const optional = { required: false } as const;

const scalars = declare({
  Name: { type: 'text', event: 'name', required },
  Role: { type: 'arn', event: 'role', ...optional },
  DryRun: { type: 'boolean', event: 'dryRun', ...optional },
  Count: { type: 'integer', event: 'count', required },
  Weight: { type: 'number', event: 'weight', ...optional },
  Plaintext: { type: 'blob', event: 'plaintext', required },
  Keys: { type: 'textList', event: 'keys', required, item: {} },
  Tags: { type: 'tags', event: 'tags', ...optional },
  KmsTags: { type: 'tags', event: 'kmsTags', required, spelling: 'TagKey' },
  Document: { type: 'json', event: 'document', required },
});

test('scalars, lists of texts, tags and documents', () => {
  same<
    InputOf<typeof scalars>,
    {
      readonly Name: string;
      readonly Role?: Arn;
      readonly DryRun?: boolean;
      readonly Count: number;
      readonly Weight?: number;
      readonly Plaintext: string;
      readonly Keys: readonly string[];
      readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
      readonly KmsTags: readonly { readonly TagKey: string; readonly TagValue: string }[];
      readonly Document: PlainJson;
    }
  >(true);
});

const nested = declare({
  PolicyArns: {
    type: 'list',
    event: 'policyArns',
    ...optional,
    of: { type: 'structure', members: { arn: { type: 'arn', event: 'arn', required } } },
  },
  EncryptionContext: { type: 'map', event: 'encryptionContext', ...optional, of: { type: 'text' } },
  Constraints: {
    type: 'structure',
    event: 'constraints',
    required,
    members: {
      Subset: { type: 'map', event: 'subset', ...optional, of: { type: 'text' } },
      Sizes: {
        type: 'list',
        event: 'sizes',
        required,
        of: { type: 'list', of: { type: 'integer' } },
      },
    },
  },
  RequestItems: {
    type: 'map',
    event: 'requestItems',
    required,
    of: { type: 'list', of: { type: 'map', of: { type: 'json' } } },
  },
});

test('lists, structures and maps within each other', () => {
  same<
    InputOf<typeof nested>,
    {
      readonly PolicyArns?: readonly { readonly arn: Arn }[];
      readonly EncryptionContext?: { readonly [name: string]: string };
      readonly Constraints: {
        readonly Subset?: { readonly [name: string]: string };
        readonly Sizes: readonly (readonly number[])[];
      };
      readonly RequestItems: { readonly [name: string]: readonly { readonly [name: string]: PlainJson }[] };
    }
  >(true);
});

test('an operation is given what it declares', () => {
  const declared = operation({
    name: 'kms:CreateGrant',
    readOnly: false,
    cli: 'kms create-grant',
    parameters: nested,
    authorization: (_world, _caller, { Constraints: { Sizes } }) => [
      {
        action: 'kms:CreateGrant',
        resource: '*',
        context: { 'kms:Sizes': Sizes.flat().map((n) => n.toFixed()) },
      },
    ],
    perform: (_scene, { PolicyArns = [] }) =>
      ok({ output: { Arns: PolicyArns.map(({ arn }) => arn) }, changes: [] }),
  });
  type Perform = (typeof declared)['perform'];
  same<Parameters<Perform>[1], InputOf<typeof nested>>(true);
  same<ReturnType<Perform>, Result<Performed<{ Arns: Arn[] }>, AwsError>>(true);
  expect(declared.parameters).toBe(nested);
});

test('every input is an input', () => {
  const scalar: InputOf<typeof scalars> = {
    Name: 'a',
    Count: 1,
    Plaintext: 'AAAA',
    Keys: [],
    KmsTags: [{ TagKey: 'team', TagValue: 'red' }],
    Document: { a: [null] },
  };
  const deep: InputOf<typeof nested> = { Constraints: { Sizes: [[1]] }, RequestItems: { a: [{ b: null }] } };
  const inputs: readonly AnyInput[] = [scalar, deep];
  expect(constraintError('kms', scalars, scalar)).toBeNull();
  expect(constraintError('kms', nested, deep)).toBeNull();
  expect(inputs).toHaveLength(2);
});

test('what does not fit is refused', () => {
  type Input = InputOf<typeof nested>;
  const refused: readonly Input[] = [
    // @ts-expect-error: an ARN is no plain text
    { Constraints: { Sizes: [] }, RequestItems: {}, PolicyArns: [{ arn: 'admin' }] },
    // @ts-expect-error: a required member is missing
    { Constraints: {}, RequestItems: {} },
    // @ts-expect-error: no such member
    { Constraints: { Sizes: [], Extra: 1 }, RequestItems: {} },
    // @ts-expect-error: values of this map are texts
    { Constraints: { Sizes: [] }, RequestItems: {}, EncryptionContext: { a: 1 } },
    // @ts-expect-error: a date is no JSON
    { Constraints: { Sizes: [] }, RequestItems: { a: [{ b: new Date(0) }] } },
  ];
  expect(refused).toHaveLength(5);
});
