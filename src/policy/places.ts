// What belongs where in a policy: which names an object has, and which values may be lists. For texts that are broken.

/** The names under which something stands, outermost first: `["Statement", "Principal", "AWS"]`. */
export type Path = readonly string[];

const ELEMENTS: ReadonlySet<string> = new Set(
  'Version Id Statement Sid Effect Action NotAction Resource NotResource Principal NotPrincipal Condition'.split(
    ' ',
  ),
);
const KINDS: ReadonlySet<string> = new Set('AWS Service Federated CanonicalUser'.split(' '));
const PATTERNS: ReadonlySet<string> = new Set('Action NotAction Resource NotResource'.split(' '));
const OPERATOR = /^(?:For(?:Any|All)Values?:)?(?:Not)?(?:String|Numeric|Date|Bool|Binary|Ip|Arn|Null)\w*$/;
const KEY = /^[\w.-]+:[\w.:/-]+$/;

/** How many names stand between the condition of a statement and here; -1 outside of one. */
const depthInCondition = (path: Path): number => {
  const at = path.lastIndexOf('Condition');
  return at < 0 ? -1 : path.length - 1 - at;
};

/** Whether several texts may stand here: the value of an element, of a kind of principal, or of a condition key. */
export function takesTexts(path: Path): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  const depth = depthInCondition(path);
  return depth < 0 ? PATTERNS.has(last) || KINDS.has(last) : depth === 2;
}

/** Whether this is what a condition key is compared with. */
export const isValueOfKey = (path: Path): boolean => depthInCondition(path) === 2;

/** Whether it is known what stands here: no list of texts. */
export const isInPolicy = (path: Path): boolean =>
  depthInCondition(path) >= 0 || /^(?:Statement|(?:Not)?Principal)$/.test(path.at(-1) ?? '');

/** Whether a text can only be a name here: in the object that stands under `path`. */
export function isNameThere(path: Path, name: string): boolean {
  const depth = depthInCondition(path);
  if (depth === 0) return OPERATOR.test(name);
  if (depth === 1) return KEY.test(name);
  if (depth > 1) return false;
  return /^(?:Not)?Principal$/.test(path.at(-1) ?? '') ? KINDS.has(name) : ELEMENTS.has(name);
}

/** The kind of principal that a name is one of; null where that cannot be told. */
export function kindOfPrincipal(name: string): 'AWS' | 'Service' | null {
  if (/^(?:\*|\d{12}|arn:[\w-]+:(?:iam|sts)::\d{12}:[\w/.*+=,@-]+)$/.test(name)) return 'AWS';
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/.test(name) ? 'Service' : null;
}
