// Tokens: an expression of DynamoDB cut into words and signs.

export interface Token {
  /** A `word` is a name of an attribute, a function or a keyword. */
  readonly kind: 'word' | 'name' | 'value' | 'index' | 'sign' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<index>\d+)|(?<sign><>|<=|>=|[=<>(),.[\]+-]))/y;

/** All tokens, with an end. What belongs to nothing is a sign that no expression has, and the last before the end. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(expression);
    if (!match) break;
    at = TOKEN.lastIndex;
    const [kind = 'sign', text = ''] =
      Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    tokens.push({ kind: kindOf(kind), text, from: at - text.length, to: at });
  }
  const [stray] = expression.slice(at).trimStart();
  if (stray !== undefined) {
    const from = expression.indexOf(stray, at);
    tokens.push({ kind: 'sign', text: stray, from, to: from + stray.length });
  }
  return [...tokens, { kind: 'end', text: '<EOF>', from: expression.length, to: expression.length }];
}

const kindOf = (text: string): Token['kind'] =>
  text === 'word' || text === 'name' || text === 'value' || text === 'index' ? text : 'sign';
