// parseQuery: JMESPath, as the AWS CLI takes it: text to expression.
import type { PlainJson } from '../../../../aws/json.ts';
import { pythonLiteral, pythonText } from '../python.ts';
import { POWERS, tokensOf, type Token, type TokenType } from './lexer.ts';
import { SyntaxProblem } from './problem.ts';

export type Comparator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

export type Expression =
  | { readonly type: 'current' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'literal'; readonly value: PlainJson }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'slice'; readonly parts: readonly (number | null)[] }
  /** One asked of the result of the other. */
  | { readonly type: 'chain' | 'indexed'; readonly parts: readonly Expression[] }
  /** `then` asked of each item, or of each value of an object; what has none is left out. */
  | { readonly type: 'items' | 'values'; readonly of: Expression; readonly then: Expression }
  | {
      readonly type: 'filter';
      readonly of: Expression;
      readonly then: Expression;
      readonly condition: Expression;
    }
  | { readonly type: 'flatten' | 'not' | 'reference'; readonly of: Expression }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly type: 'or' | 'and'; readonly left: Expression; readonly right: Expression }
  | {
      readonly type: 'compare';
      readonly comparator: Comparator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: 'call'; readonly name: string; readonly given: readonly Expression[] };

const CURRENT: Expression = { type: 'current' };

/** What binds less ends a projection. */
const PROJECTION_STOP = 10;

/** @throws SyntaxProblem */
export function parseQuery(text: string): Expression {
  const parser = new Parser(text);
  return parser.whole();
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  whole(): Expression {
    const expression = this.expression(0);
    const { type, value } = this.token();
    if (type !== 'eof') this.refuse(this.token(), `Unexpected token: ${pythonText(value)}`);
    return expression;
  }

  private token(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] ?? END;
  }

  private get next(): TokenType {
    return this.token().type;
  }

  private refuse(token: Token, why: string): never {
    const { start, type, value } = token;
    throw new SyntaxProblem(
      `${why}: Parse error at column ${start}, token "${pythonText(value)}" (${type.toUpperCase()}), for expression:\n"${this.text}"\n${' '.repeat(start + 1)}^`,
    );
  }

  private incomplete(): never {
    const end = [...this.text].length + 1;
    throw new SyntaxProblem(
      `Invalid jmespath expression: Incomplete expression:\n"${this.text}"\n${' '.repeat(end)}^`,
    );
  }

  private take(...types: TokenType[]): Token {
    const token = this.token();
    if (types.includes(token.type)) {
      this.at++;
      return token;
    }
    if (token.type === 'eof') this.incomplete();
    const [only = ''] = types;
    const wanted = types.length === 1 ? only : pythonLiteral(types);
    this.refuse(token, `Expecting: ${wanted}, got: ${token.type}`);
  }

  /** As much as binds more strongly than `power`. */
  private expression(power: number): Expression {
    let left = this.start();
    while (power < POWERS[this.next]) left = this.more(left);
    return left;
  }

  private start(): Expression {
    const token = this.token();
    this.at++;
    switch (token.type) {
      case 'literal':
        return { type: 'literal', value: token.value };
      case 'unquoted_identifier':
        return { type: 'field', name: pythonText(token.value) };
      case 'quoted_identifier':
        return this.quotedField(token);
      case 'current':
        return CURRENT;
      case 'star':
        return {
          type: 'values',
          of: CURRENT,
          then: this.next === 'rbracket' ? CURRENT : this.projected(POWERS.star),
        };
      case 'filter':
        return this.filter(CURRENT);
      case 'flatten':
        return this.flatten(CURRENT);
      case 'lbracket':
        return this.bracket();
      case 'lbrace':
        return this.object();
      case 'lparen': {
        const inner = this.expression(0);
        this.take('rparen');
        return inner;
      }
      case 'not':
        return { type: 'not', of: this.expression(POWERS.not) };
      case 'expref':
        return { type: 'reference', of: this.expression(POWERS.expref) };
      case 'eof':
        return this.incomplete();
      default:
        return this.refuse(token, 'invalid token');
    }
  }

  private more(left: Expression): Expression {
    const token = this.token();
    this.at++;
    switch (token.type) {
      case 'dot':
        return this.dot(left);
      case 'pipe':
        return { type: 'chain', parts: [left, this.expression(POWERS.pipe)] };
      case 'or':
      case 'and':
        return { type: token.type, left, right: this.expression(POWERS[token.type]) };
      case 'eq':
      case 'ne':
      case 'lt':
      case 'lte':
      case 'gt':
      case 'gte':
        return { type: 'compare', comparator: token.type, left, right: this.expression(POWERS[token.type]) };
      case 'flatten':
        return this.flatten(left);
      case 'filter':
        return this.filter(left);
      case 'lbracket':
        return this.indexOf(left);
      case 'lparen':
        return this.call(left);
      default:
        return this.refuse(token, 'invalid token');
    }
  }

  private quotedField({ value }: Token): Expression {
    if (this.next === 'lparen')
      this.refuse({ ...this.token(), start: 0 }, 'Quoted identifier not allowed for function names.');
    return { type: 'field', name: pythonText(value) };
  }

  private dot(left: Expression): Expression {
    if (this.next !== 'star') return { type: 'chain', parts: [left, this.member(POWERS.dot)] };
    this.at++;
    return { type: 'values', of: left, then: this.projected(POWERS.dot) };
  }

  /** What may stand behind a dot. */
  private member(power: number): Expression {
    switch (this.next) {
      case 'quoted_identifier':
      case 'unquoted_identifier':
      case 'star':
        return this.expression(power);
      case 'lbracket':
        this.at++;
        return this.list();
      case 'lbrace':
        this.at++;
        return this.object();
      default:
        return this.refuse(
          this.token(),
          `Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: ${this.next}`,
        );
    }
  }

  /** What is asked of each item of a projection. */
  private projected(power: number): Expression {
    if (POWERS[this.next] < PROJECTION_STOP) return CURRENT;
    if (this.next === 'lbracket' || this.next === 'filter') return this.expression(power);
    if (this.next !== 'dot') return this.refuse(this.token(), 'syntax error');
    this.at++;
    return this.member(power);
  }

  private flatten(of: Expression): Expression {
    return { type: 'items', of: { type: 'flatten', of }, then: this.projected(POWERS.flatten) };
  }

  private filter(of: Expression): Expression {
    const condition = this.expression(0);
    this.take('rbracket');
    const then = this.next === 'flatten' ? CURRENT : this.projected(POWERS.filter);
    return { type: 'filter', of, then, condition };
  }

  private bracket(): Expression {
    if (this.next === 'number' || this.next === 'colon') return this.indexed(CURRENT, this.index());
    if (this.next !== 'star' || this.token(1).type !== 'rbracket') return this.list();
    this.at += 2;
    return { type: 'items', of: CURRENT, then: this.projected(POWERS.star) };
  }

  private indexOf(left: Expression): Expression {
    if (this.next === 'number' || this.next === 'colon') {
      const index = this.index();
      return left.type === 'indexed'
        ? { type: 'indexed', parts: [...left.parts, index] }
        : this.indexed(left, index);
    }
    this.take('star');
    this.take('rbracket');
    return { type: 'items', of: left, then: this.projected(POWERS.star) };
  }

  private indexed(left: Expression, index: Expression): Expression {
    const indexed: Expression = { type: 'indexed', parts: [left, index] };
    return index.type === 'slice'
      ? { type: 'items', of: indexed, then: this.projected(POWERS.star) }
      : indexed;
  }

  private index(): Expression {
    if (this.next === 'colon' || this.token(1).type === 'colon') return this.slice();
    const { value } = this.take('number');
    this.take('rbracket');
    return { type: 'index', index: Number(value) };
  }

  private slice(): Expression {
    const parts: (number | null)[] = [null, null, null];
    let part = 0;
    while (this.next !== 'rbracket' && part < 3) {
      const token = this.token();
      if (token.type === 'colon') {
        part++;
        if (part === 3) this.refuse(token, 'syntax error');
      } else if (token.type === 'number') parts[part] = Number(token.value);
      else this.refuse(token, 'syntax error');
      this.at++;
    }
    this.take('rbracket');
    return { type: 'slice', parts };
  }

  private list(): Expression {
    const items = [this.expression(0)];
    while (this.next !== 'rbracket') {
      this.take('comma');
      items.push(this.expression(0));
    }
    this.take('rbracket');
    return { type: 'list', items };
  }

  private object(): Expression {
    const entries: (readonly [string, Expression])[] = [];
    do {
      const { value } = this.take('quoted_identifier', 'unquoted_identifier');
      this.take('colon');
      entries.push([pythonText(value), this.expression(0)]);
      if (this.next === 'comma') this.at++;
    } while (this.next !== 'rbrace' || this.token(-1).type === 'comma');
    this.take('rbrace');
    return { type: 'object', entries };
  }

  private call(left: Expression): Expression {
    if (left.type !== 'field') {
      const name = this.token(-2);
      return this.refuse(name, `Invalid function name '${pythonText(name.value)}'`);
    }
    const given: Expression[] = [];
    while (this.next !== 'rparen') {
      given.push(this.expression(0));
      if (this.next === 'comma') this.at++;
    }
    this.take('rparen');
    return { type: 'call', name: left.name, given };
  }
}

const END: Token = { type: 'eof', value: '', start: 0 };
