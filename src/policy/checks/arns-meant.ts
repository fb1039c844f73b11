// "Did you mean" for resources: the ARN that a bare name, or an ARN without the kind of its resource, was meant to be.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { DraftStatement } from '../draft.ts';
import { nearest } from '../nearest.ts';
import { matching, prefixOf } from './known-actions.ts';
import { ownArns } from './own-resource.ts';
import { listed, type Subject } from './subject.ts';

/** As many as a diagnostic offers, and actions whose resources are looked at for that. */
const MOST_OFFERED = 2;
const MOST_ACTIONS = 200;

/** What can be a name, of a bucket and object too: `s3://books/spring` and all. */
const NAME = /^(?:s3:\/\/)?((?:\$\{[^}]*\}|[\w.*?@+=/-])+)$/;

/** Of the kinds of resource that the actions of the statement are about, the one with this name. */
export function arnsMeant(subject: Subject, statement: DraftStatement, written: string): readonly string[] {
  const [, partition, service, region, account, last] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(written) ?? [];
  const [, name] = NAME.exec(last ?? written) ?? [];
  if (name === undefined) return [];
  const { about, type, vocabulary, known } = subject;
  if (type === 'resource' && about !== undefined)
    return about.startsWith('arn:aws:s3:::') ? ownArns(statement, name, about) : [about];
  if (!vocabulary) return [];
  const found = templatesOf(vocabulary, statement).flatMap((template) => {
    const [, , of = '', where = '', whose = '', ...rest] = template.split(':');
    if (service !== undefined && of !== service) return [];
    const resource = filled(rest.join(':'), name);
    if (resource === null) return [];
    const inRegion = where === '' ? '' : region || (known?.region ?? '*');
    const ofAccount = whose === '' ? '' : account || (known?.account ?? '*');
    return [['arn', partition || 'aws', of, inRegion, ofAccount, resource].join(':')];
  });
  return [...new Set(found)].filter((arn) => arn !== written).slice(0, MOST_OFFERED);
}

function templatesOf(vocabulary: Vocabulary, { action }: DraftStatement): readonly string[] {
  const names = listed(action).flatMap(({ value }) => matching(vocabulary, value).map((one) => one.name));
  const own = new Set<string>();
  const others = new Set<string>();
  for (const name of names.slice(0, MOST_ACTIONS))
    for (const { type } of vocabulary.action(name)?.resources ?? [])
      (type.arn.split(':')[2] === prefixOf(name) ? own : others).add(type.arn);
  return own.size > 0 ? [...own] : [...others];
}

/** `table/${TableName}` with the name in it; null for a form that one name does not fill. */
function filled(template: string, name: string): string | null {
  const [first = '', ...others] = template.split(/\$\{\w+\}/);
  // What is in a bucket: without a slash all of it is meant.
  if (first === '' && others.join() === '/,') return name.includes('/') ? name : `${name}/*`;
  if (others.length !== 1 || others[0] !== '') return null;
  if (first === '' && name.includes('/')) return null;
  // `users/noor` is a slip of `user/noor`.
  const [, head = '', tail] = /^([^/:]+)[/:](.+)$/.exec(name) ?? [];
  const isSlip = tail !== undefined && nearest(head, [first.slice(0, -1)]).length > 0;
  return first + (isSlip ? tail : name);
}
