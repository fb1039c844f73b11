// Two members of one object with the same name: how nothing of either gets lost.
import { removal } from './checks/mend.ts';
import type { Edit } from './diagnostic.ts';
import type { Json, JsonMember, JsonObject } from './json.ts';
import { takesTexts, type Path } from './places.ts';
import type { Way } from './quoted-text.ts';

/**
 * The ways out, best first. Parsers keep the last of the two without a word, which is never what somebody meant who wrote both.
 * @param path The names under which they stand, their own included.
 */
export function waysOfTwice(text: string, path: Path, first: JsonMember, second: JsonMember): readonly Way[] {
  const removed = removal(text, second);
  const remove: Way = ['Remove this one', removed];
  const [one, other] = [first.value, second.value];
  if (JSON.stringify(plain(one)) === JSON.stringify(plain(other))) return [remove];
  if (one.kind === 'object' && other.kind === 'object' && path.join() !== 'Statement')
    return isApart(one, other)
      ? [['Put both into one', ...merged(text, one, other), removed], remove]
      : [remove];
  if (path.join() !== 'Statement' && !(takesTexts(path) && isOfTexts(one) && isOfTexts(other)))
    return [remove];
  const list = [one, other].map((value) => inner(text, value)).join(', ');
  return [['Put both into one list', { from: one.from, to: one.to, text: `[${list}]` }, removed], remove];
}

const isOfTexts = (value: Json): boolean =>
  value.kind === 'string' || (value.kind === 'array' && value.items.every(({ kind }) => kind === 'string'));

const isApart = (one: JsonObject, other: JsonObject): boolean =>
  !one.members.some(({ name }) => other.members.some((member) => member.name.value === name.value));

/** What stands between the brackets of a list; a value alone as it is. */
const inner = (text: string, { kind, from, to }: Json): string =>
  kind === 'array'
    ? text
        .slice(from + 1, to - 1)
        .trim()
        .replace(/,$/, '')
    : text.slice(from, to);

function merged(text: string, one: JsonObject, other: JsonObject): readonly [Edit] {
  const last = one.members.at(-1);
  const members = text.slice(other.from + 1, other.to - 1).trim();
  const at = last?.to ?? one.from + 1;
  return [{ from: at, to: at, text: `${last && members !== '' ? ', ' : ''}${members}` }];
}

/** What a value says, wherever it stands. */
function plain(value: Json): unknown {
  if (value.kind === 'array') return value.items.map(plain);
  if (value.kind === 'object') return value.members.map((member) => [member.name.value, plain(member.value)]);
  return [value.kind, value.value];
}
