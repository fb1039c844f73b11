// Checks of a policy document: actions and resources that do not go together, or that could be named more closely.
import type { ActionDetails, Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import type { More } from '../codes.ts';
import { actionsAbout } from '../save-bucket.ts';
import { fault } from './codes.ts';
import { SERVICE_OF } from './action-fixes.ts';
import { matching, prefixOf, takesResources } from './known-actions.ts';
import { cut, fitting, typesOf } from './known-resources.ts';
import { besideThem, ofTheirOwn } from './resource-moves.ts';
import { isAllow, listed, quoted, type Subject } from './subject.ts';

export function checkResourceFit(subject: Subject): readonly Diagnostic[] {
  if (subject.type === 'trust') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...checkMismatch(subject, statement),
    ...checkEffectiveStar(statement),
    ...checkNegation(subject, statement),
  ]);
}

/** `*` in every part: the text between may only be slashes and colons. */
export const isEverything = (value: string): boolean =>
  /^\*+$/.test(value) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:[*/:]*\*[*/:]*$/.test(value);

const checkEffectiveStar = ({ resource }: DraftStatement): Diagnostic[] =>
  listed(resource)
    .filter(({ value }) => value !== '*' && isOpen(value))
    .map((pattern) => fault('RESOURCE_EFFECTIVELY_STAR', pattern, quoted(pattern.value)));

/** An ARN that does not even say the kind of resource, nor the Region or the account. */
const isOpen = (value: string): boolean =>
  /^\*\*+$/.test(value) || (isEverything(value) && /^arn:[^:]*:[^:]*:\**:\**:/.test(value));

/** That account is mostly the one whose policy it is; a Region is a limit. */
export const isEverywhere = (value: string): boolean =>
  isEverything(value) && !/^arn:[^:]*:[^:]*:[^*:]/.test(value);

/** Actions of which none of the resources can be what they are about; a pattern when that is so of all that it matches. */
function checkMismatch(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const { vocabulary, resource: kind } = subject;
  const patterns = listed(statement.resource).map(({ value }) => value);
  if (!vocabulary || patterns.length === 0 || patterns.some((value) => !value.startsWith('arn:'))) return [];
  // Resources of another service only are told as that.
  const isOfService = (value: string): boolean => {
    const service = value.split(':')[2] ?? '';
    return hasWildcard(service) || kind === undefined || service.toLowerCase() === SERVICE_OF[kind];
  };
  if (!patterns.some(isOfService)) return [];
  const all = listed(statement.action);
  const misfits = all.flatMap((pattern) => {
    // An action of another service is told elsewhere that it has no place here.
    if (kind && SERVICE_OF[kind] !== prefixOf(pattern.value)) return [];
    const actions = matching(vocabulary, pattern.value).flatMap(({ name }) => vocabulary.action(name) ?? []);
    // So is one that can stand in no policy of a resource.
    if (subject.type === 'resource' && !actions.some(takesResources)) return [];
    const isFit = (one: ActionDetails): boolean => takesResources(one) && fitsAny(vocabulary, one, patterns);
    return actions.length === 0 || actions.some(isFit) ? [] : [{ pattern, actions }];
  });
  // What is about no one resource gets a statement of its own, all of it the same one.
  const homeless = misfits.filter(({ actions }) => !actions.some(takesResources));
  const away = homeless.map(({ pattern }) => pattern);
  const moves = away.length === 0 ? [] : ofTheirOwn(subject.text, subject.draft, statement, away);
  return misfits.map((misfit) => {
    const { pattern, actions } = misfit;
    const more = homeless.includes(misfit)
      ? {
          help: 'It is never about one resource, so it needs a statement with "Resource": "*".',
          fixes: moves,
        }
      : { fixes: besideThem(subject.text, statement, actions, patterns, misfits.length === all.length) };
    return fault('RESOURCE_MISMATCH', pattern, quoted(pattern.value), {
      ...more,
      ...(isRefused(subject, statement, pattern.value) && REFUSED),
    });
  });
}

const REFUSED: More = {
  severity: 'error',
  help: 'S3 saves no bucket policy with such an action: name a resource of the right type.',
};

/** S3 looks whether they go together; the other services keep the policy, and the action is without effect. */
const isRefused = ({ type, resource }: Subject, statement: DraftStatement, action: string): boolean =>
  type === 'resource' && resource === 'bucket' && actionsAbout(statement, action).length === 0;

function fitsAny(vocabulary: Vocabulary, { resources }: ActionDetails, patterns: readonly string[]): boolean {
  const known = resources.map(({ type }) => cut(type));
  return patterns.some((value) => {
    const [, , service = '', , , ...rest] = value.split(':');
    if (hasWildcard(service) || value.includes('${') || rest.length === 0) return true;
    const ours = known.filter((type) => type.service === service || type.service.startsWith('${'));
    if (ours.length > 0 && fitting(ours, rest.join(':')).length > 0) return true;
    // So is an ARN that fits nothing at all.
    return fitting(typesOf(vocabulary, service), rest.join(':')).length === 0;
  });
}

function checkNegation(subject: Subject, statement: DraftStatement): Diagnostic[] {
  if (!isAllow(statement) || subject.type === 'scp') return [];
  const { action, resource } = statement;
  const span = { from: action?.from ?? 0, to: (action?.from ?? 0) + '"NotAction"'.length };
  const found: Diagnostic[] = [];
  if (action?.negated) found.push(fault('NOT_ACTION_WITH_ALLOW', span));
  if (resource?.negated)
    found.push(
      fault('NOT_RESOURCE_WITH_ALLOW', { from: resource.from, to: resource.from + '"NotResource"'.length }),
    );
  return found;
}
