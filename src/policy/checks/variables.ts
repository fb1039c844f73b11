// Checks of a policy document: policy variables, their form and where they stand.
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { GLOBAL_KEYS, globalKey, TAG_KEYS } from '../global-keys.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { currentVersion } from './elements.ts';
import { keysOfService, knownKey } from './known-keys.ts';
import { keysMeant } from './keys.ts';
import { fix, replacement, within } from './mend.ts';
import { isOfProgram } from './program-values.ts';
import { quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export function checkVariables(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) => [
    ...checkElsewhere(subject, statement),
    ...(statement.resource?.patterns ?? []).flatMap((value) => checkText(subject, statement, value)),
    ...statement.conditions.flatMap(({ operator, values }) =>
      values.flatMap((value) =>
        !/^(String|Arn)/.test(operator.base) && value.value.includes('${')
          ? [fault('INVALID_VARIABLE_FOR_OPERATOR', value, quoted(value.value))]
          : checkText(subject, statement, value),
      ),
    ),
  ]);
}

/** Only resources and conditions have variables. */
const checkElsewhere = ({ text }: Subject, { action, principal, sid }: DraftStatement): Diagnostic[] =>
  [...(action?.patterns ?? []), ...(principal?.entries ?? []), ...(sid ? [sid] : [])].flatMap((value) =>
    variablesIn(value.value)
      .slice(0, 1)
      .map(({ from, to, text: variable }) =>
        fault('VARIABLE_UNSUPPORTED_IN_ELEMENT', within(text, value, from, to), variable),
      ),
  );

interface Variable {
  readonly from: number;
  readonly to: number;
  /** With its braces. */
  readonly text: string;
  readonly isClosed: boolean;
}

function variablesIn(value: string): Variable[] {
  const found: Variable[] = [];
  for (let from = value.indexOf('${'); from >= 0; from = value.indexOf('${', from + 2)) {
    const next = value.indexOf('${', from + 2);
    const close = value.indexOf('}', from);
    const isClosed = close >= 0 && (next < 0 || close < next);
    const to = isClosed ? close + 1 : next < 0 ? value.length : next;
    found.push({ from, to, text: value.slice(from, to), isClosed });
  }
  return found;
}

/** `{aws:username}`, `{{aws:username}}`, `$aws:username`, `$(aws:username)`, `<aws:username>`. */
const OTHERWISE =
  /(?<!\$\{?)(?:\{\{?(aws:[\w/.-]+)\}\}?|%\{(aws:[\w/.-]+)\}|<(aws:[\w/.-]+)>)|\$\((aws:[\w/.-]+)\)|\$(aws:\w+(?:(?<=Tag)\/[\w-]+)?)/gi;

/** A variable as other languages write it, of a key that there is. */
const checkOtherwise = ({ text }: Subject, value: Spanned<string>): Diagnostic[] =>
  [...value.value.matchAll(OTHERWISE)].flatMap((match) => {
    const key = match.slice(1).find((one) => one !== undefined);
    if (key === undefined || globalKey(key) === undefined) return [];
    const span = within(text, value, match.index, match.index + match[0].length);
    const isExact = span.to - span.from === match[0].length;
    const word = `\${${key}}`;
    const fixes = isExact ? [fix(`Use ${word}`, replacement(span, word))] : [];
    return [fault('VARIABLE_WITHOUT_BRACES', span, quoted(match[0]), { fixes })];
  });

function checkText(subject: Subject, statement: DraftStatement, value: Spanned<string>): Diagnostic[] {
  return [...checkOtherwise(subject, value), ...checkVariablesIn(subject, statement, value)];
}

function checkVariablesIn(subject: Subject, statement: DraftStatement, value: Spanned<string>): Diagnostic[] {
  const variables = variablesIn(value.value);
  const [first] = variables;
  if (first === undefined) return [];
  const isCurrent = subject.draft.version?.value === '2012-10-17';
  // In the old language all of it is ordinary text, and no form is wrong.
  if (!isCurrent) {
    const span = within(subject.text, value, first.from, first.to);
    const fixes = currentVersion(subject);
    return [fault('VARIABLE_UNSUPPORTED_IN_VERSION', span, first.text, { fixes })];
  }
  return variables.flatMap((variable) => checkVariable(subject, statement, value, variable));
}

/** How a variable that is not closed starts: a key, where it is one of tags the key of the tag, and a default. */
const NAME = /^\$\{[A-Za-z0-9:._-]+(?:(?<=tag)\/[\w.:=+@-]+)?(?: ?, ?'[^']*')?/i;

function checkVariable(
  subject: Subject,
  statement: DraftStatement,
  value: Spanned<string>,
  { from, to, text, isClosed }: Variable,
): Diagnostic[] {
  const span = within(subject.text, value, from, to);
  const isExact = span.to - span.from === to - from;
  const report = (code: Code, words: readonly string[]): Diagnostic[] => [
    fault(code, span, text, {
      fixes: isExact ? words.map((word) => fix(`Use ${word}`, replacement(span, word))) : [],
    }),
  ];
  if (!isClosed) {
    const [name = ''] = NAME.exec(text) ?? [];
    return report('MISSING_BRACE_IN_VARIABLE', name === '' ? [] : [`${name}}${text.slice(name.length)}`]);
  }
  const content = text.slice(2, -1);
  if (content.trim() === '') return report('EMPTY_VARIABLE', []);
  if (/^[*?$]$/.test(content)) return [];
  if (isOfProgram(content))
    return [
      fault('UNKNOWN_VARIABLE', span, text, {
        message: 'A program or a template was to fill in {}, and AWS does not.',
        help: 'Write in its place what it stands for.',
      }),
    ];
  const comma = content.indexOf(',');
  const name = comma < 0 ? content : content.slice(0, comma);
  const rest = comma < 0 ? '' : content.slice(comma + 1).trim();
  if (comma >= 0 && !/^'[^']*'$/.test(rest))
    return report('MISSING_QUOTE_IN_VARIABLE', [`\${${name}, '${rest.replace(/'/g, '')}'}`]);
  // A tag may have spaces in its key.
  const plain = name.split('/')[0] ?? '';
  if (/\s/.test(plain))
    return report('UNSUPPORTED_SPACE_IN_VARIABLE', [
      `\${${name.replace(/\s/g, '')}${content.slice(name.length)}}`,
    ]);
  return checkName(subject, statement, name, report);
}

function checkName(
  subject: Subject,
  statement: DraftStatement,
  name: string,
  report: (code: Code, words: readonly string[]) => Diagnostic[],
): Diagnostic[] {
  const prefix = name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase();
  const { vocabulary } = subject;
  const isService = vocabulary?.services.has(prefix) === true;
  if (TAG_KEYS.includes(name.toLowerCase().replace(/\/$/, '')))
    return report('MISSING_TAG_KEY_IN_CONDITION', []);
  if (knownKey(subject, name, statement)) return [];
  const wanted = prefix === '' ? `aws:${name}` : name;
  const words = keysMeant(wanted, [
    ...[...GLOBAL_KEYS.values()].map((known) => known.name),
    ...(vocabulary && isService ? keysOfService(vocabulary, prefix) : []),
  ]);
  // The claims of a provider begin with its domain; of other prefixes only what is nearly known is told.
  const isOurs = prefix === '' || prefix === 'aws' || isService;
  if (!isOurs && (words.length === 0 || /[./]/.test(prefix))) return [];
  return report(
    'UNKNOWN_VARIABLE',
    words.map((word) => `\${${word}}`),
  );
}
