// overlap: may a resource that a pattern matches have the form that AWS publishes for a type of resource?

/** A letter as it is, exactly one letter of any kind, any run of letters, or a run without a slash. */
type Token = string;
const ONE = '?';
const ANY = '*';
const SEGMENT = '\u0001';

/** Placeholders for names that hold no slash; all others are taken to, as paths and keys of objects do. */
const PLAIN =
  /^(BucketName|TableName|QueueName|FunctionName|InstanceId|KeyId|AccessPointName|TopicName|SubscriptionId)$/;

/** `${BucketName}/${ObjectName}` as tokens. */
export const templateTokens = (template: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const [part, name] of template.matchAll(/\$\{(\w+)\}|[\s\S]/g))
    tokens.push(name === undefined ? part : PLAIN.test(name) ? SEGMENT : ANY);
  return tokens;
};

/** A pattern of a policy as tokens; what stands for a policy variable is not known. */
export const patternTokens = (pattern: string): readonly Token[] => [
  ...pattern.replace(/\$\{[^}]*\}/g, ANY).replace(/\*+/g, ANY),
];

const isRun = (token: Token | undefined): boolean => token === ANY || token === SEGMENT;
const takes = (run: Token, token: Token): boolean => run === ANY || token !== '/';

/** Whether some text fits both. Each is walked once for each token of the other. */
export function overlaps(a: readonly Token[], b: readonly Token[]): boolean {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (isRun(x) || isRun(y)) break;
    if (x !== y && x !== ONE && y !== ONE) return false;
  }
  // row[j]: whether what is left of `a` fits what is left of `b` from j on.
  let below = new Array<boolean>(b.length + 1).fill(false);
  for (let i = a.length; i >= 0; i--) {
    const row = new Array<boolean>(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--) {
      const [x, y] = [a[i], b[j]];
      if (x === undefined && y === undefined) row[j] = true;
      else if (x !== undefined && isRun(x))
        row[j] = below[j] === true || (y !== undefined && takes(x, y) && row[j + 1] === true);
      else if (y !== undefined && isRun(y))
        row[j] = row[j + 1] === true || (x !== undefined && takes(y, x) && below[j] === true);
      else
        row[j] =
          x !== undefined && y !== undefined && (x === y || x === ONE || y === ONE) && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}
