// Checks of a policy document: which elements this type of policy must have and must not have, Sids and size.
import { type Code, fault } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyDocument, PolicyType, Statement } from '../document.ts';
import { hasWildcard } from '../glob.ts';
import { SIZE_LIMITS, sizeWithoutWhiteSpace } from '../size.ts';
import type { Span } from '../span.ts';

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

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function checkElements(document: PolicyDocument, type: PolicyType): Diagnostic[] {
  const shape = SHAPES[type];
  return [
    ...checkDocument(document, type),
    ...document.statements.flatMap((statement) => checkStatement(statement, shape)),
    ...checkSids(document.statements, shape.strictSids),
  ];
}

function checkDocument(document: PolicyDocument, type: PolicyType): Diagnostic[] {
  const found: Diagnostic[] = [];
  const from = document.text.indexOf('{');
  const start: Span = { from: Math.max(0, from), to: from + 1 };
  if (document.versionSpan === undefined) found.push(fault('MISSING_VERSION', start));
  const { code, most, whiteSpace } = SIZE_LIMITS[type];
  const size = whiteSpace ? document.text.length : sizeWithoutWhiteSpace(document.text);
  if (size > most) found.push(fault(code, start, `${most.toLocaleString('en-US')} characters`));
  return found;
}

function checkStatement(statement: Statement, shape: Shape): Diagnostic[] {
  const { principal, action, resource } = statement;
  const found: Diagnostic[] = [];
  const start: Span = { from: statement.from, to: statement.from + 1 };

  if (shape.principal !== 'required') {
    if (principal)
      found.push(fault(shape.principal, principal, principal.negated ? 'NotPrincipal' : 'Principal'));
  } else if (!principal) found.push(fault('MISSING_PRINCIPAL', start));
  else {
    if (principal.negated && statement.effect === 'Allow')
      found.push(fault('ALLOW_WITH_NOT_PRINCIPAL', principal));
    for (const entry of principal.entries)
      if (entry.kind !== 'Everyone' && hasWildcard(entry.value))
        found.push(fault('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry, JSON.stringify(entry.value)));
  }

  if (shape.resource !== 'required') {
    if (resource) found.push(fault(shape.resource, resource, resource.negated ? 'NotResource' : 'Resource'));
  } else if (!resource) found.push(fault('MISSING_RESOURCE', start));
  else if (resource.patterns.length === 0) found.push(fault('EMPTY_ARRAY_RESOURCE', resource));

  if (action.patterns.length === 0) found.push(fault('EMPTY_ARRAY_ACTION', action));
  return found;
}

function checkSids(statements: readonly Statement[], strict: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { sid, sidSpan } of statements) {
    if (sid === undefined || sid === '' || sidSpan === undefined) continue;
    const subject = JSON.stringify(sid);
    if (seen.has(sid))
      found.push(fault(strict ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED', sidSpan, subject));
    if (strict && !/^[0-9A-Za-z]*$/.test(sid)) found.push(fault('UNSUPPORTED_SID', sidSpan, subject));
    seen.add(sid);
  }
  return found;
}
