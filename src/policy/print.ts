// PolicyDocument -> JSON text, laid out as AWS lays it out.
import type { Condition, PatternElement, PolicyDocument, PrincipalElement, Statement } from './document.ts';
import type { Spanned } from './span.ts';

/** What is printed: a string, a list, or members in their order (an object would reorder keys such as "1"). */
type Printed = string | readonly Printed[] | { readonly members: readonly (readonly [string, Printed])[] };

/**
 * JSON with two spaces of indentation, elements in AWS's order, lists of one value without brackets. Parsing the
 * result gives an equal document, spans apart; Version is written even where the text left it out.
 */
export const printPolicy = (document: PolicyDocument): string =>
  write(
    members([
      ['Version', document.version],
      ['Id', document.id],
      ['Statement', document.statements.map(printStatement)],
    ]),
    '',
  );

const printStatement = ({ sid, effect, principal, action, resource, conditions }: Statement): Printed =>
  members([
    ['Sid', sid],
    ['Effect', effect],
    [principal?.negated ? 'NotPrincipal' : 'Principal', principal && printPrincipal(principal)],
    [action.negated ? 'NotAction' : 'Action', printPatterns(action)],
    [resource?.negated ? 'NotResource' : 'Resource', resource && printPatterns(resource)],
    ['Condition', conditions.length === 0 ? undefined : printConditions(conditions)],
  ]);

const printPatterns = ({ patterns }: PatternElement): Printed => printValues(patterns);

const printValues = (values: readonly Spanned<string>[]): Printed => {
  const [first, ...others] = values.map(({ value }) => value);
  return first === undefined ? [] : others.length === 0 ? first : [first, ...others];
};

function printPrincipal({ entries }: PrincipalElement): Printed {
  if (entries.length === 1 && entries[0]?.kind === 'Everyone') return '*';
  const kinds = grouped(entries, ({ kind }) => (kind === 'Everyone' ? 'AWS' : kind));
  return { members: [...kinds].map(([kind, values]) => [kind, printValues(values)]) };
}

function printConditions(conditions: readonly Condition[]): Printed {
  const blocks = grouped(conditions, ({ operator }) => operator.text);
  return {
    members: [...blocks].map(([operator, keys]) => [
      operator,
      { members: keys.map(({ key, values }) => [key, printValues(values)] as const) },
    ]),
  };
}

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const members = (all: readonly (readonly [string, Printed | undefined])[]): Printed => ({
  members: all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
});

function write(value: Printed, indent: string): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const lines =
    'members' in value
      ? value.members.map(([name, inner]) => `${deeper}${JSON.stringify(name)}: ${write(inner, deeper)}`)
      : value.map((inner) => deeper + write(inner, deeper));
  const [open, close] = 'members' in value ? ['{', '}'] : ['[', ']'];
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
