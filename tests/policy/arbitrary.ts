// Random policy documents for property tests: of few words, so that statements meet, and with odd texts in between.
import fc from 'fast-check';
import type {
  Condition,
  PatternElement,
  PolicyDocument,
  PrincipalElement,
  PrincipalEntry,
  Statement,
} from '../../src/policy/document.ts';
import { BASE_OPERATORS, parseOperator } from '../../src/policy/operators.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { printPolicy } from '../../src/policy/print.ts';
import type { Spanned } from '../../src/policy/span.ts';

/** Documents that were not parsed have no places. */
const NOWHERE = { from: 0, to: 0 };

export const someAction = fc.constantFrom(
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'S3:getobject',
  's3:PutObject',
  's3:ListBucket',
  's3:?etObject',
  'iam:*',
  'iam:GetUser',
);

export const someResource = fc.constantFrom(
  '*',
  'arn:aws:s3:::bookshop',
  'arn:aws:s3:::bookshop/*',
  'arn:aws:s3:::bookshop/orders/*.csv',
  'arn:aws:s3:::bookshop/${aws:username}/*',
  'arn:aws:s3:::*',
  'arn:aws:iam::111122223333:user/ana',
);

const oddText = fc.string({ unit: 'binary', maxLength: 8 });

const someKey = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('aws:username', 'aws:SourceIp', 'aws:SecureTransport', 's3:prefix'),
  },
  { weight: 1, arbitrary: fc.oneof(oddText, fc.constantFrom('__proto__', '1', 'constructor')) },
);

const someValue = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('ana', 'b*', '203.0.113.0/24', 'true', 'false', '2026-11-22', '12'),
  },
  { weight: 1, arbitrary: oddText },
);

const spanned = (value: string): Spanned<string> => ({ value, ...NOWHERE });

const elementOf = (pattern: fc.Arbitrary<string>): fc.Arbitrary<PatternElement> =>
  fc.record({
    negated: fc.boolean(),
    patterns: fc.array(pattern.map(spanned), { maxLength: 4 }),
    from: fc.constant(0),
    to: fc.constant(0),
  });

const SOME_PRINCIPALS = {
  AWS: ['*', '111122223333', 'arn:aws:iam::111122223333:user/ana', 'arn:aws:iam::444455556666:root'],
  Service: ['s3.amazonaws.com', 'ec2.amazonaws.com'],
  Federated: ['cognito-identity.amazonaws.com'],
  CanonicalUser: ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'],
} as const;

const somePrincipal: fc.Arbitrary<PrincipalElement> = fc
  .tuple(
    fc.boolean(),
    fc.shuffledSubarray(['AWS', 'Service', 'Federated', 'CanonicalUser'] as const, { minLength: 1 }),
  )
  .chain(([negated, kinds]) =>
    fc
      .tuple(...kinds.map((kind) => fc.shuffledSubarray([...SOME_PRINCIPALS[kind]], { minLength: 1 })))
      .map((groups) => ({
        negated,
        entries: groups.flatMap((group, index) =>
          group.map((value): PrincipalEntry => {
            const kind = value === '*' ? 'Everyone' : (kinds[index] ?? 'AWS');
            return { kind, ...spanned(value) };
          }),
        ),
        ...NOWHERE,
      })),
  );

const someOperator = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...BASE_OPERATORS),
    fc.boolean(),
  )
  .map(([set, base, ifExists]) => parseOperator(set + base + (ifExists ? 'IfExists' : '')))
  .filter((operator) => operator !== null);

const someConditions: fc.Arbitrary<Condition[]> = fc
  .uniqueArray(
    fc.record({
      operator: someOperator,
      keys: fc.uniqueArray(
        fc.record({ key: someKey, values: fc.array(someValue.map(spanned), { maxLength: 3 }) }),
        { selector: ({ key }) => key, minLength: 1, maxLength: 3 },
      ),
    }),
    { selector: ({ operator }) => operator.text, maxLength: 3 },
  )
  .map((blocks) =>
    blocks.flatMap(({ operator, keys }) => keys.map((each) => ({ operator, ...each, ...NOWHERE }))),
  );

const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const someStatement = (principal: fc.Arbitrary<PrincipalElement | undefined>): fc.Arbitrary<Statement> =>
  fc
    .record({
      sid: optional(fc.oneof(fc.constantFrom('Read', 'Write'), oddText)),
      effect: fc.constantFrom('Allow', 'Deny'),
      principal,
      action: elementOf(someAction),
      resource: optional(elementOf(someResource)),
      conditions: someConditions,
    })
    .map((statement) => ({ index: 0, ...statement, ...NOWHERE }));

/** Documents made by hand: everything that a text can say, without the text. */
export const unparsedDocument: fc.Arbitrary<PolicyDocument> = fc
  .record({
    version: fc.constantFrom('2012-10-17', '2008-10-17'),
    id: optional(oddText),
    statements: fc.array(someStatement(optional(somePrincipal)), { minLength: 1, maxLength: 4 }),
  })
  .map(({ statements, ...rest }) => ({
    text: '',
    ...rest,
    statements: statements.map((statement, index) => ({ ...statement, index })),
  }));

const parsed = (document: PolicyDocument): PolicyDocument => {
  const { document: again, diagnostics } = parsePolicy(printPolicy(document));
  if (again === null)
    throw new Error(`an arbitrary document is not a policy: ${JSON.stringify(diagnostics)}`);
  return again;
};

/** Documents with text and places, as the rest of the app meets them; of no kind in particular. */
export const someDocument: fc.Arbitrary<PolicyDocument> = unparsedDocument.map(parsed);

const shaped = (principal: fc.Arbitrary<PrincipalElement | undefined>): fc.Arbitrary<PolicyDocument> =>
  fc
    .array(
      fc
        .tuple(someStatement(principal), elementOf(someResource))
        .map(([statement, resource]) => ({ ...statement, resource: statement.resource ?? resource })),
      { minLength: 1, maxLength: 4 },
    )
    .map((statements) => parsed({ text: '', version: '2012-10-17', statements }));

/** Statements without Principal, each with Resource or NotResource. */
export const identityDocument: fc.Arbitrary<PolicyDocument> = shaped(fc.constant(undefined));

/** Statements with Principal or NotPrincipal, each with Resource or NotResource. */
export const resourceDocument: fc.Arbitrary<PolicyDocument> = shaped(somePrincipal);

/** What a document says, without its text and places. The text of an operator follows from its parts. */
export const meaningOf = (document: PolicyDocument): unknown =>
  JSON.parse(
    JSON.stringify(document, (name, value: unknown) =>
      ['text', 'from', 'to', 'versionSpan', 'sidSpan'].includes(name) ? undefined : value,
    ),
  );
