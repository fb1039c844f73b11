// What the actions of a statement bring with them: the types of resources that they accept and the condition keys that they support.
import type { ActionDetails, ConditionKeyType, ResourceType, Vocabulary } from '../../aws/vocabulary.ts';
import { stringsOf, valueOf, type OutlineObject } from '../outline.ts';
import { actionsMatching } from './action-index.ts';
import { globalKey } from '../global-keys.ts';

/** The patterns under Action; null when a statement names none, or all but some. */
export function actionPatterns(statement: OutlineObject): readonly string[] | null {
  const patterns = stringsOf(valueOf(statement, 'Action')).map(({ value }) => value);
  return patterns.length === 0 ? null : patterns;
}

export interface AcceptedType {
  /** `s3:bucket`; of a type that other services list too, as with the `role` of STS, the name that its own gives it. */
  readonly name: string;
  readonly type: ResourceType;
}

interface Supported {
  readonly types: ReadonlyMap<string, AcceptedType>;
  /** Some of the actions takes no resource: `Resource` has to be `*` for it. */
  readonly takesNone: boolean;
  /** By lower-cased name, as the vocabulary spells them, placeholders included. */
  readonly keys: ReadonlyMap<string, string>;
}

const known = new WeakMap<Vocabulary, Map<string, Supported>>();

/** Of a pattern such as `s3:Get*`: remembered, for `ec2:*` stands for hundreds of actions with dozens of keys each. */
export function supportedBy(vocabulary: Vocabulary, pattern: string): Supported {
  const patterns = known.get(vocabulary) ?? new Map<string, Supported>();
  known.set(vocabulary, patterns);
  const folded = pattern.toLowerCase();
  const before = patterns.get(folded);
  if (before) return before;
  const supported = support(vocabulary, actionsMatching(vocabulary, folded));
  if (patterns.size > 200) patterns.clear();
  patterns.set(folded, supported);
  return supported;
}

function support(vocabulary: Vocabulary, actions: readonly ActionDetails[]): Supported {
  const types = new Map<string, AcceptedType>();
  const names = new Map<ResourceType, string>();
  const keys = new Map<string, string>();
  const addKeys = (names: readonly string[]): void => {
    for (const name of names) keys.set(name.toLowerCase(), name);
  };
  for (const action of actions) {
    addKeys(action.conditionKeys);
    const service = action.name.slice(0, action.name.indexOf(':'));
    for (const { type, conditionKeys } of action.resources) {
      if (!names.has(type)) {
        const name = ownName(vocabulary, service, type);
        names.set(type, name);
        types.set(name, { name, type });
        addKeys(type.conditionKeys);
      }
      addKeys(conditionKeys);
    }
  }
  return { types, takesNone: actions.some(({ resources }) => resources.length === 0), keys };
}

/** Two types whose ARNs have the same form are the same thing. */
const formOf = ({ arn }: ResourceType): string => arn.replace(/\$\{\w+\}/g, '$');

/** `sts:AssumeRole` is about what STS calls a role, and so does IAM, whose roles they are. */
function ownName(vocabulary: Vocabulary, service: string, type: ResourceType): string {
  const owner = type.arn.split(':')[2] ?? service;
  const form = formOf(type);
  const same =
    owner === service
      ? undefined
      : [...(vocabulary.service(owner)?.resourceTypes.values() ?? [])].find((one) => formOf(one) === form);
  return same ? `${owner}:${same.name}` : `${service}:${type.name}`;
}

/** The type of a key's values; undefined for a key that AWS does not have. */
export const keyType = (vocabulary: Vocabulary, key: string): ConditionKeyType | undefined =>
  globalKey(key)?.type ?? vocabulary.conditionKey(key)?.type;

export const isMultivalued = (type: ConditionKeyType): boolean => type.startsWith('ArrayOf');
