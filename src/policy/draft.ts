// Draft: all that a text says about its policy, complete or not, with everything that is wrong with its form.
import { fault } from './codes.ts';
import { type DraftCondition, readConditions } from './condition.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PatternElement, PrincipalElement } from './document.ts';
import { type Json, type JsonMember, type JsonObject, readJson } from './json.ts';
import { nearest } from './nearest.ts';
import { readPrincipal } from './principal.ts';
import { almostPolicy, notAnObject } from './root-value.ts';
import type { Span, Spanned } from './span.ts';
import { inQuotes, readString, readStrings } from './values.ts';

/** A statement of which any part may be missing. Never to be evaluated; see `PolicyDocument`. */
export interface DraftStatement extends Span {
  readonly sid?: Spanned<string>;
  readonly effect?: Spanned<string>;
  readonly principal?: PrincipalElement;
  readonly action?: PatternElement;
  readonly resource?: PatternElement;
  readonly conditions: readonly DraftCondition[];
  /** All that was read, also what is not well formed. */
  readonly json: JsonObject;
}

export interface Draft {
  /** Absent where the text is not even an object. */
  readonly json?: JsonObject;
  readonly version?: Spanned<string>;
  readonly id?: Spanned<string>;
  readonly statements: readonly DraftStatement[];
}

export interface DraftReading {
  readonly draft: Draft;
  readonly found: readonly Diagnostic[];
}

const TOP_ELEMENTS = ['Version', 'Id', 'Statement'] as const;
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/**
 * Reads as much as possible and reports every fault of form. What is well formed but wrong in this kind of policy is
 * not looked at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDraft(text: string): DraftReading {
  const json = readJson(text);
  return json.ok
    ? draftOf(json.value, [])
    : { draft: { statements: [] }, found: [fault('JSON_SYNTAX_ERROR', json.error, json.error.what)] };
}

/** As `readDraft`, of a tree; what was found before is kept. */
export function draftOf(root: Json, before: readonly Diagnostic[]): DraftReading {
  const found = [...before];
  if (root.kind !== 'object') return { draft: { statements: [] }, found: [...before, notAnObject(root)] };
  const almost = almostPolicy(root);
  if (almost) return { draft: { statements: [] }, found: [...before, almost] };

  const elements = readElements(root, TOP_ELEMENTS, found);
  const version = elements.get('Version');
  const id = elements.get('Id');
  const statement = elements.get('Statement');
  const draft = {
    json: root,
    version: version && readVersion(version.value, found),
    id: id && readString(id.value, 'Id', found, inQuotes),
    statements: statement === undefined ? [] : readStatements(statement.value, found),
  };
  if (statement === undefined && !root.cutOff) found.push(fault('MISSING_STATEMENT', opening(root)));
  return { draft, found };
}

/** The members by name; a name that the grammar does not have is reported. */
function readElements<Name extends string>(
  object: JsonObject,
  names: readonly Name[],
  found: Diagnostic[],
): ReadonlyMap<Name, JsonMember> {
  const elements = new Map<Name, JsonMember>();
  for (const member of object.members) {
    const known = names.find((name) => name === member.name.value);
    if (known !== undefined) elements.set(known, member);
    else {
      const free = names.filter((name) => !object.members.some((other) => other.name.value === name));
      const suggestions = nearest(member.name.value, free).map((name) => JSON.stringify(name));
      const subject = JSON.stringify(member.name.value);
      found.push(fault('INVALID_POLICY_ELEMENT', member.name, subject, { suggestions }));
    }
  }
  return elements;
}

/** Whatever else stands there, a number or a date of another form, the current version is meant. */
function readVersion(json: Json, found: Diagnostic[]): Spanned<string> | undefined {
  const suggestions = ['"2012-10-17"'];
  const version = readString(json, 'Version', found, () => suggestions);
  if (version !== undefined && version.value !== '2012-10-17' && version.value !== '2008-10-17')
    found.push(fault('INVALID_VERSION', version, JSON.stringify(version.value), { suggestions }));
  return version;
}

function readStatements(json: Json, found: Diagnostic[]): DraftStatement[] {
  const items = json.kind === 'array' ? json.items : [json];
  if (items.length === 0 && json.kind === 'array' && !json.cutOff)
    found.push(fault('MISSING_STATEMENT', json));
  return items.flatMap((item) => {
    if (item.kind === 'object') return [readStatement(item, found)];
    found.push(
      fault('DATA_TYPE_MISMATCH', item, 'Statement', {
        help: 'A statement is an object: it stands in braces { }.',
      }),
    );
    return [];
  });
}

function readStatement(json: JsonObject, found: Diagnostic[]): DraftStatement {
  const elements = readElements(json, STATEMENT_ELEMENTS, found);
  const oneOf = (name: 'Principal' | 'Action' | 'Resource'): JsonMember | undefined => {
    const [plain, negated] = [elements.get(name), elements.get(`Not${name}`)];
    if (plain !== undefined && negated !== undefined) {
      const later = plain.from > negated.from ? plain : negated;
      found.push(fault('UNSUPPORTED_ELEMENT_COMBINATION', later.name, `${name} and Not${name}`));
    }
    return plain ?? negated;
  };
  const sid = elements.get('Sid');
  const effect = elements.get('Effect');
  const principal = oneOf('Principal');
  const action = oneOf('Action');
  const resource = oneOf('Resource');
  const condition = elements.get('Condition');
  if (effect === undefined && !json.cutOff) found.push(fault('MISSING_EFFECT', opening(json)));
  if (action === undefined && !json.cutOff) found.push(fault('MISSING_ACTION', opening(json)));
  return {
    sid: sid && readString(sid.value, 'Sid', found, inQuotes),
    effect: effect && readEffect(effect.value, found),
    principal: principal && readPrincipal(principal, found),
    action: action && readPatterns(action, found),
    resource: resource && readPatterns(resource, found),
    conditions: condition === undefined ? [] : readConditions(condition.value, found),
    json,
    from: json.from,
    to: json.to,
  };
}

function readEffect(json: Json, found: Diagnostic[]): Spanned<string> | undefined {
  const meant = (word: string): readonly string[] => effectsMeant(word).map((one) => JSON.stringify(one));
  const effect = readString(json, 'Effect', found, (other) =>
    other.kind === 'boolean' ? meant(other.value) : [],
  );
  if (effect !== undefined && effect.value !== 'Allow' && effect.value !== 'Deny') {
    found.push(
      fault('INVALID_EFFECT', effect, JSON.stringify(effect.value), { suggestions: meant(effect.value) }),
    );
  }
  return effect;
}

/** Words that say as much as an effect. */
const ALLOWS = /^(permit|grant|accept|yes|true|allowed|allows)$/i;
const DENIES = /^(block|forbid|refuse|reject|no|false|denied|denies|disallow)$/i;

function effectsMeant(word: string): readonly string[] {
  if (ALLOWS.test(word)) return ['Allow'];
  return DENIES.test(word) ? ['Deny'] : nearest(word, ['Allow', 'Deny']);
}

function readPatterns({ name, value, from, to }: JsonMember, found: Diagnostic[]): PatternElement {
  return {
    negated: name.value.startsWith('Not'),
    patterns: readStrings(value, name.value, found),
    from,
    to,
  };
}

/** Where something is missing from an object, its opening brace is marked. */
const opening = ({ from }: Span): Span => ({ from, to: from + 1 });
