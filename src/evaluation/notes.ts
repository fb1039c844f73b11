// notes: which of the choices in `note.ts` had to be made in an evaluation, read off its trace.
import { compilePrincipal, isListedInPart } from './principal.ts';
import { conditionNotes } from './condition/notes.ts';
import { ambiguousKeys, type Context } from './context.ts';
import type { Evaluation, LayerResult, Note, StatementResult } from './evaluation.ts';
import type { NoteCode } from './note.ts';
import type { Request } from './request.ts';
import { isRootFederation, isRootRecovery, isSameAccount } from './service-rules.ts';
import { templateNotes } from './template-notes.ts';

export function notesOf(evaluation: Omit<Evaluation, 'notes'>, context: Context): readonly Note[] {
  const { request, layers } = evaluation;
  const ambiguous = ambiguousKeys(request.context);
  const underBoundary = layers.some(({ layer, effect }) => layer === 'boundary' && effect !== 'absent');
  const ofRequest = requestNotes(evaluation).map((code): Note => ({ code, at: null }));
  const ofStatements = layers
    .flatMap((layer) => layer.statements.filter((at) => bears(at, layer, evaluation)))
    .flatMap((at): readonly Note[] => {
      const codes = [
        ...callerNotes(at, request, underBoundary),
        ...actionNotes(at),
        ...grantNotes(at, request),
        ...readNotes(at, request, context, ambiguous),
      ];
      return [...new Set(codes)].map((code) => ({ code, at }));
    });
  return [...ofRequest, ...ofStatements];
}

/** Whether it made a difference, or might have, what was made of a statement. */
function bears(
  at: StatementResult,
  { effect, required }: LayerResult,
  { decision }: Omit<Evaluation, 'notes'>,
): boolean {
  const isDeny = at.statement.effect === 'Deny';
  switch (decision.outcome) {
    case 'allow':
      return isDeny || decision.statements.includes(at) || (required && at.match.matched === true);
    case 'explicitDeny':
      return decision.statements.includes(at);
    case 'implicitDeny':
      return !isDeny && (!required || effect !== 'allow');
    case 'depends':
      return true;
  }
}

function requestNotes({ request, decision, layers }: Omit<Evaluation, 'notes'>): NoteCode[] {
  const notes: NoteCode[] = [];
  const denying = layers.filter(
    ({ layer, effect }) => effect === 'deny' && !(layer === 'resource' && isRootRecovery(request)),
  );
  const several =
    (decision.outcome === 'explicitDeny' && denying.length > 1) ||
    (decision.outcome === 'implicitDeny' && decision.also.length > 0);
  if (several) notes.push('severalLayersRefuse');
  if (isRootFederation(request)) notes.push('federatedRoot');
  return notes;
}

function callerNotes(
  { statement, policy, match }: StatementResult,
  request: Request,
  underBoundary: boolean,
): NoteCode[] {
  const element = statement.principal;
  if (element === undefined || match.matched === false) return [];
  const { kind } = request.principal;
  if (element.negated) {
    const partly = statement.effect === 'Deny' && !underBoundary;
    return partly && isListedInPart(compilePrincipal(element), request) ? ['notPrincipalChain'] : [];
  }
  // `"*"` is everyone; whether `{"AWS": "*"}` is more than everyone in AWS is what no page says.
  const written = policy.document.text.slice(element.from, element.to);
  const everyone = element.entries.some((entry) => entry.kind === 'Everyone') && written.includes('"AWS"');
  return everyone && (kind === 'service' || kind === 'federatedIdentity') ? ['everyoneIncludesServices'] : [];
}

function actionNotes({ match }: StatementResult): NoteCode[] {
  const pattern = 'action' in match ? match.action?.value : undefined;
  if (pattern === undefined || pattern === '*' || pattern === '*:*') return [];
  return /^[^:]*[*?]/.test(pattern) ? ['wildcardInService'] : [];
}

function grantNotes({ policy, match, statement }: StatementResult, request: Request): NoteCode[] {
  if (match.matched !== true || match.void !== undefined) return [];
  const everyone = statement.principal?.entries.some(({ kind }) => kind === 'Everyone') === true;
  switch (policy.source.kind) {
    case 'grant':
      return ['grantWorth'];
    case 'acl':
      return everyone && 'account' in request.principal && isSameAccount(request) ? ['aclWithinAccount'] : [];
    default:
      return [];
  }
}

/** Of what was compared: the resource where the statement got that far, and then its conditions. */
function readNotes(
  { statement, policy, match }: StatementResult,
  request: Request,
  context: Context,
  ambiguous: ReadonlySet<string>,
): NoteCode[] {
  const { version } = policy.document;
  switch (match.reason) {
    case 'resourceNotListed':
    case 'resourceExcluded':
      return templateNotes(statement.resource?.patterns ?? [], version, context);
    case 'conditionNotMet':
    case 'conditionUnknown':
    case 'matched':
      return [
        ...templateNotes(statement.resource?.patterns ?? [], version, context),
        ...match.conditions.flatMap((result) => conditionNotes(result, version, request, context, ambiguous)),
      ];
    default:
      return [];
  }
}
