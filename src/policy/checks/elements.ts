// Checks of a policy document: which elements this type of policy must have and must not have, Sids and size.
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyType } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import type { Json } from '../json.ts';
import { policySize } from '../size-meter.ts';
import { sizeLimit } from '../size.ts';
import type { Span } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { addition, fix, lastMember, removal, replacement } from './mend.ts';
import { isIdentity, quoted, type Subject } from './subject.ts';

/** What a type of policy makes of Principal and Resource. */
interface Shape {
  readonly principal: 'required' | Code;
  readonly resource: 'required' | Code;
  /** Whether Sids must be letters and digits, and unique. */
  readonly strictSids: boolean;
}

const IDENTITY: Shape = { principal: 'UNSUPPORTED_PRINCIPAL', resource: 'required', strictSids: true };
const RESOURCE: Shape = { principal: 'required', resource: 'required', strictSids: false };

const SHAPES: Readonly<Record<PolicyType, Shape>> = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: IDENTITY,
  resource: RESOURCE,
  endpoint: RESOURCE,
  trust: { principal: 'required', resource: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', strictSids: true },
  scp: { ...IDENTITY, principal: 'SCP_SYNTAX_ERROR_PRINCIPAL' },
  rcp: { ...RESOURCE, strictSids: true },
};

const VERSION = '"Version": "2012-10-17"';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function checkElements(subject: Subject): readonly Diagnostic[] {
  const shape = SHAPES[subject.type];
  return [
    ...checkDocument(subject),
    ...checkSize(subject),
    ...subject.draft.statements.flatMap((statement) => checkStatement(subject, statement, shape)),
    ...checkSids(subject, shape.strictSids),
  ];
}

function checkDocument(subject: Subject): Diagnostic[] {
  const { text, draft, type } = subject;
  const { json: root, version } = draft;
  if (root === undefined) return [];
  const found: Diagnostic[] = [];
  const start = opening(root);
  if (!root.members.some(({ name }) => name.value === 'Version') && !root.cutOff)
    found.push(
      fault('MISSING_VERSION', start, '', { fixes: [fix(`Add ${VERSION}`, addition(root, text, VERSION))] }),
    );
  if (version?.value === '2008-10-17')
    found.push(fault('OLD_VERSION', version, '', { suggestions: ['"2012-10-17"'] }));
  const id = root.members.find(({ name }) => name.value === 'Id');
  const isRefused = type === 'scp' || type === 'rcp';
  if (id && (isRefused || isIdentity(subject)))
    found.push(
      fault(isRefused ? 'INVALID_POLICY_ELEMENT' : 'UNSUPPORTED_ID', id.name, '"Id"', {
        fixes: [fix('Take it out', removal(text, id))],
      }),
    );
  return found;
}

/** Against the quota of this type of policy, counted as AWS counts. */
export function checkSize({ text, draft, type, resource }: Subject): Diagnostic[] {
  if (draft.json === undefined) return [];
  const { used, most, unit } = policySize(text, type, resource);
  return used > most
    ? [fault(sizeLimit(type, resource).code, opening(draft.json), `${most.toLocaleString('en-US')} ${unit}`)]
    : [];
}

/** Why a policy that is none of a resource has no principal. */
const NO_PRINCIPAL: Partial<Readonly<Record<PolicyType, string>>> = {
  boundary: 'A permissions boundary cannot have the element {}: its principal is whoever it bounds.',
  session: 'A session policy cannot have the element {}: its principal is the session that it is passed for.',
};

/** What can only be meant where an element is missing: who, and what, every resource control policy is about. */
const SURE = {
  Principal: ({ type }: Subject) => (type === 'rcp' ? '"Principal": "*"' : null),
  Resource: ({ type, resource }: Subject) =>
    type === 'scp' || type === 'rcp' || resource === 'key' ? '"Resource": "*"' : null,
} as const;

function checkStatement(subject: Subject, statement: DraftStatement, shape: Shape): Diagnostic[] {
  const { text, type } = subject;
  const { json } = statement;
  const found: Diagnostic[] = [];
  const start = opening(json);
  const member = (name: string): Json | undefined =>
    json.members.find((one) => one.name.value === name || one.name.value === `Not${name}`)?.value;

  for (const [element, wanted, missing] of [
    ['Principal', shape.principal, 'MISSING_PRINCIPAL'],
    ['Resource', shape.resource, 'MISSING_RESOURCE'],
  ] as const) {
    const parts = json.members.filter(
      ({ name: { value } }) => value === element || value === `Not${element}`,
    );
    if (wanted === 'required') {
      const sure = SURE[element](subject);
      const fixes = sure === null ? [] : [fix(`Add ${sure}`, lastMember(json, text, sure))];
      if (parts.length === 0 && !json.cutOff) found.push(fault(missing, start, '', { fixes }));
    } else
      for (const part of parts)
        found.push(
          fault(wanted, part, part.name.value, {
            message: wanted === 'UNSUPPORTED_PRINCIPAL' ? NO_PRINCIPAL[type] : undefined,
            fixes: [fix(`Remove ${part.name.value}`, removal(text, part))],
          }),
        );
  }
  for (const [element, code] of [
    ['Action', 'EMPTY_ARRAY_ACTION'],
    ['Resource', 'EMPTY_ARRAY_RESOURCE'],
  ] as const) {
    const value = member(element);
    if (value?.kind !== 'array' || value.items.length > 0) continue;
    const help =
      element === 'Action'
        ? 'No policy is saved without an action: add one, or remove the statement.'
        : 'No policy is saved without a resource: add one, or remove the statement.';
    found.push(fault(code, value, '', type === 'endpoint' ? {} : { severity: 'error', help }));
  }
  return found;
}

function checkSids({ text, draft }: Subject, strict: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { sid, json } of draft.statements) {
    if (sid === undefined) continue;
    if (sid.value === '') {
      const member = json.members.find(({ name }) => name.value === 'Sid') ?? sid;
      found.push(fault('EMPTY_SID_VALUE', sid, '', { fixes: [fix('Remove Sid', removal(text, member))] }));
      continue;
    }
    const subject = quoted(sid.value);
    if (seen.has(sid.value))
      found.push(fault(strict ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED', sid, subject));
    if (strict && !/^[0-9A-Za-z]*$/.test(sid.value)) {
      const plain = quoted(sid.value.replace(/[^0-9A-Za-z]/g, ''));
      const suggestions = plain === '""' ? [] : [plain];
      found.push(fault('UNSUPPORTED_SID', sid, subject, { suggestions }));
    }
    seen.add(sid.value);
  }
  return found;
}

/** Where something is missing from an object, its opening brace is marked. */
const opening = ({ from }: Span): Span => ({ from, to: from + 1 });

/** The fix that makes a policy one of the current language. */
export function currentVersion({ text, draft }: Subject): ReturnType<typeof fix>[] {
  if (draft.version) return [fix(`Set ${VERSION}`, replacement(draft.version, '"2012-10-17"'))];
  return draft.json ? [fix(`Add ${VERSION}`, addition(draft.json, text, VERSION))] : [];
}
