// Parameters: what an operation takes, declared once; validation, events and command lines are all read from it.
import type { Arn } from '../aws/arn.ts';
import type { PlainJson } from '../aws/json.ts';

/** The constraints that the service model puts on a text; absent ones are not checked. */
export interface TextConstraints {
  readonly min?: number;
  readonly max?: number;
  /** As AWS prints it; the whole value must match. */
  readonly pattern?: string;
  /** The values there are. */
  readonly oneOf?: readonly string[];
  /** The one value that AWS would take and that cannot be kept here. */
  readonly except?: string;
}

/** How many items a list or a map may have; absent ends are open. */
export interface SizeConstraints {
  readonly minItems?: number;
  readonly maxItems?: number;
}

interface RangeConstraints {
  readonly least?: number;
  readonly most?: number;
}

interface TextShape extends TextConstraints {
  readonly type: 'text';
  /**
   * A command line takes it from a file: a policy document (`file://…`), the body of an object (its path), or what has
   * the name of its file here.
   */
  readonly file?: 'document' | 'body' | 'saml-metadata.xml' | 'private-key.pem';
  /** Passwords and codes: shown in no message and no event. */
  readonly secret?: true;
}

/** A text of which it is checked elsewhere that it is the ARN that the operation takes. */
interface ArnShape extends TextConstraints {
  readonly type: 'arn';
}

interface BooleanShape {
  readonly type: 'boolean';
}

/** A whole number. */
interface IntegerShape extends RangeConstraints {
  readonly type: 'integer';
}

/** A number that may have a fraction. */
interface NumberShape extends RangeConstraints {
  readonly type: 'number';
}

/** Bytes, as base64 text. AWS shows them in no message. */
interface BlobShape {
  readonly type: 'blob';
  /** In bytes. */
  readonly min?: number;
  readonly max?: number;
  /** Shown in no event either. */
  readonly secret?: true;
}

interface TextListShape extends SizeConstraints {
  readonly type: 'textList';
  readonly item: TextConstraints;
}

/** `Key=team,Value=red` on a command line. */
export interface TagsShape {
  readonly type: 'tags';
  /** How the service writes a tag: `{ Key, Value }`, or `{ TagKey, TagValue }` as KMS does. */
  readonly spelling?: keyof Spellings;
  /** IAM and STS check number, lengths and characters; the models of other services have lengths alone. */
  readonly checked?: 'lengths';
}

export interface ListShape extends SizeConstraints {
  readonly type: 'list';
  readonly of: Shape;
}

/** Its members are declared as parameters are; their `event` is also their name in validation errors. */
interface StructureShape {
  readonly type: 'structure';
  readonly members: AnyParameters;
}

/** Names that the caller chooses, for example an encryption context. Events keep them as they are. */
interface MapShape extends SizeConstraints {
  readonly type: 'map';
  readonly keys?: TextConstraints;
  readonly of: Shape;
}

/** What AWS's model leaves open or makes recursive, for example an attribute value of DynamoDB. */
interface JsonShape {
  readonly type: 'json';
}

export type Shape =
  | TextShape
  | ArnShape
  | BooleanShape
  | IntegerShape
  | NumberShape
  | BlobShape
  | TextListShape
  | TagsShape
  | ListShape
  | StructureShape
  | MapShape
  | JsonShape;

interface Named {
  /** Its name in an event and in validation errors, for example `policyArn`. */
  readonly event: string;
  readonly required: boolean;
}

export type AnyParameter = Shape & Named;

export interface AnyParameters {
  readonly [name: string]: AnyParameter;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** A tag as KMS writes it. */
export interface KmsTag {
  readonly TagKey: string;
  readonly TagValue: string;
}

interface Values {
  readonly text: string;
  readonly arn: Arn;
  readonly boolean: boolean;
  readonly integer: number;
  readonly number: number;
  readonly blob: string;
  readonly textList: readonly string[];
  readonly json: PlainJson;
}

type TagListOf<Declared extends TagsShape> = 'spelling' extends keyof Declared
  ? Declared extends { readonly spelling: infer Spelling extends keyof Spellings }
    ? readonly Spellings[Spelling][]
    : { [Spelling in keyof Spellings]: readonly Spellings[Spelling][] }[keyof Spellings]
  : readonly Tag[];

interface Spellings {
  readonly Key: Tag;
  readonly TagKey: KmsTag;
}

/** What is given where this shape is declared. */
export type ValueOf<Declared extends Shape> = Declared extends {
  readonly type: 'structure';
  readonly members: infer Members extends AnyParameters;
}
  ? InputOf<Members>
  : Declared extends { readonly type: 'list'; readonly of: infer Item extends Shape }
    ? readonly ValueOf<Item>[]
    : Declared extends { readonly type: 'map'; readonly of: infer Item extends Shape }
      ? { readonly [name: string]: ValueOf<Item> }
      : Declared extends TagsShape
        ? TagListOf<Declared>
        : Declared extends { readonly type: infer Type extends keyof Values }
          ? Values[Type]
          : never;

/** What an operation with these parameters is given. */
export type InputOf<Declared extends AnyParameters> = {
  readonly [Key in keyof Declared as Declared[Key]['required'] extends true ? Key : never]: ValueOf<
    Declared[Key]
  >;
} & {
  readonly [Key in keyof Declared as Declared[Key]['required'] extends true ? never : Key]?: ValueOf<
    Declared[Key]
  >;
};

export type AnyValue = ValueOf<Shape>;
export type AnyInput = InputOf<AnyParameters>;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';

/** Tags as the list of structures that they are. */
export function tagList({ spelling = 'Key', checked }: TagsShape): ListShape {
  const lengthsOnly = checked === 'lengths';
  const key = { type: 'text', required: true, min: 1, max: 128 } as const;
  const value = { type: 'text', required: true, max: 256 } as const;
  const Key = lengthsOnly ? key : { ...key, pattern: `${TAG_PATTERN}+` };
  const Value = lengthsOnly ? value : { ...value, pattern: `${TAG_PATTERN}*` };
  const members: AnyParameters =
    spelling === 'Key'
      ? { Key: { ...Key, event: 'key' }, Value: { ...Value, event: 'value' } }
      : { TagKey: { ...Key, event: 'tagKey' }, TagValue: { ...Value, event: 'tagValue' } };
  return { type: 'list', of: { type: 'structure', members }, ...(lengthsOnly ? {} : { maxItems: 50 }) };
}
