// What programs and Terraform make policies of -> the JSON that comes of it: calls, and the statements of the CDK.
import type { Span } from '../span.ts';
import { asText, Unread, type Literal, type Named } from './literal.ts';
import { statementOf, type Principal } from './statement.ts';

/** Calls that hand on what they are given. */
const HANDING_ON =
  /^(?:jsonencode|tolist|toset|tostring|JSON\.stringify|json\.(?:dumps|Marshal|MarshalIndent)|json_encode|to_json|list|set|tuple|frozenset|(?:\w+\.)*PolicyDocument\.(?:fromJson|from_json)|(?:\w+\.)*PolicyStatement\.(?:fromJson|from_json))$/;

const LISTS =
  /^(?:(?:Immutable)?(?:List|Set)\.of|(?:Arrays\.)?asList|Collections\.singletonList|listOf|setOf|array)$/;
const MAPS = /^(?:Immutable)?Map\.of$/;
const OBJECTS = /^(?:dict|OrderedDict|array|Object)$/;

export class Translator {
  /** What is filled in when the program runs. */
  readonly open: Span[] = [];

  /** The value as JSON has it; undefined for nothing. */
  json(value: Literal): unknown {
    switch (value.kind) {
      case 'plain':
        return value.value;
      case 'nothing':
        return undefined;
      case 'list':
        return value.items.map((item) => this.json(item)).filter((item) => item !== undefined);
      case 'object':
        return this.#object(value.members);
      case 'call':
        return this.#call(value);
      default:
        return this.text(value);
    }
  }

  text(value: Literal): string {
    const read = asText(value);
    this.open.push(...read.open);
    return read.value;
  }

  /** One text or a list of some, as a list. */
  texts(value: Literal | undefined): readonly unknown[] | undefined {
    const json = value && this.json(value);
    if (json === undefined) return undefined;
    return Array.isArray(json) ? (json as readonly unknown[]) : [json];
  }

  #object(members: readonly Named[]): object {
    // The same name twice is for whoever wrote it to settle.
    if (new Set(members.map(({ name }) => name)).size < members.length) throw new Unread();
    const entries = members.map(({ name, value }) => [name, this.json(value)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #call(call: Extract<Literal, { kind: 'call' }>): unknown {
    const { name, items, members } = call;
    const [first] = items;
    if (HANDING_ON.test(name) && first) return this.json(first);
    if (OBJECTS.test(name) && members.length > 0) return this.#object(members);
    if (LISTS.test(name)) return items.map((item) => this.json(item));
    if (MAPS.test(name) && items.length % 2 === 0) return this.#pairs(items);
    if (/\.ALLOW$/i.test(name)) return 'Allow';
    if (/\.DENY$/i.test(name)) return 'Deny';
    const parts = partsOf(first?.kind === 'object' ? first.members : members);
    if (/PolicyStatement$/.test(name)) return this.#statement(parts);
    if (/PolicyDocument$/.test(name) && parts.has('statements'))
      return { Version: '2012-10-17', Statement: this.texts(parts.get('statements')) };
    return this.text(call);
  }

  #pairs(items: readonly Literal[]): object {
    const pairs = items.flatMap((name, at) => {
      const value = at % 2 === 0 ? items[at + 1] : undefined;
      return value ? [{ name: this.text(name), value }] : [];
    });
    return this.#object(pairs);
  }

  #statement(parts: ReadonlyMap<string, Literal>): object {
    const conditions = parts.get('conditions');
    const sid = parts.get('sid');
    const effect = parts.get('effect');
    return statementOf({
      sid: sid && this.json(sid),
      effect: effect && this.json(effect),
      principals: this.#principals(parts.get('principals')),
      notPrincipals: this.#principals(parts.get('notprincipals')),
      actions: this.texts(parts.get('actions')),
      notActions: this.texts(parts.get('notactions')),
      resources: this.texts(parts.get('resources')),
      notResources: this.texts(parts.get('notresources')),
      condition: conditions && this.json(conditions),
    });
  }

  /** `new iam.ServicePrincipal("ec2.amazonaws.com")` */
  #principals(value: Literal | undefined): readonly Principal[] {
    const items = value?.kind === 'list' ? value.items : value ? [value] : [];
    return items.map((item): Principal => {
      if (item.kind !== 'call') return { type: 'AWS', ids: [this.text(item)] };
      const [, kind = ''] = /(\w+?)Principal$/.exec(item.name) ?? [];
      if (/^(?:Any|Star)$/.test(kind)) return { type: kind === 'Any' ? 'AWS' : '*', ids: ['*'] };
      const type = KINDS[kind];
      const [first] = item.items;
      return type && first ? { type, ids: [this.text(first)] } : { type: 'AWS', ids: [this.text(item)] };
    });
  }
}

const KINDS: Readonly<Record<string, string>> = {
  Service: 'Service',
  Account: 'AWS',
  Arn: 'AWS',
  Federated: 'Federated',
  WebIdentity: 'Federated',
  Saml: 'Federated',
  CanonicalUser: 'CanonicalUser',
};

/** By their names, in which languages differ: `notActions`, `not_actions`, `NotActions`. */
const partsOf = (members: readonly Named[]): ReadonlyMap<string, Literal> =>
  new Map(members.map(({ name, value }) => [name.replaceAll('_', '').toLowerCase(), value]));
