// Terraform's language -> the policies in it: encoded values, texts over several lines, and documents made of blocks.
import { LiteralReader, Unread, type Literal } from './literal.ts';
import { policyOf, type Found, type Language } from './found.ts';
import { conditionOf, statementOf, type ConditionPart, type Principal } from './statement.ts';
import { Translator } from './translation.ts';

export const TERRAFORM: Language = { name: 'Terraform', when: 'when it is applied' };

interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, Literal>;
  readonly blocks: readonly Block[];
}

const BLOCK = /([A-Za-z_][\w-]*)((?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*)[ \t]*\{/y;
const ATTRIBUTE = /("[^"\n]+"|[A-Za-z_][\w-]*)[ \t]*=(?![=>])/y;

const MARKS = [
  /\b(?:jsonencode|data\.aws_\w+|aws_iam_\w+|aws_\w+_policy)\b/,
  /^\s*(?:resource|data)\s+"\w+"\s+"[\w-]+"\s*\{/m,
  /^\s*(?:locals|statement)\s*\{/m,
  /=\s*<<-?\w+\s*$/m,
  /^\s*(?:effect|actions|resources|identifiers)\s*=\s*["[]/m,
];

/** Whether a text has the marks of Terraform. */
export const isTerraform = (text: string): boolean =>
  !/PolicyStatement\(/.test(text) && MARKS.some((mark) => mark.test(text));

export interface TerraformReading {
  readonly found: readonly Found[];
  /** Whether more stands there than was found. */
  readonly hasMore: boolean;
  readonly hasComments: boolean;
}

/** Null for what cannot be read as Terraform. */
export function readTerraform(text: string): TerraformReading | null {
  const reader = new LiteralReader(text, 0, true);
  try {
    const top = bodyOf(reader, null, { type: '', labels: [] });
    const found = policiesIn(top);
    return { found, hasMore: hasMore(top), hasComments: reader.hasComments };
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

/** @param close Null at the top, where the text ends. */
function bodyOf(
  reader: LiteralReader,
  close: '}' | null,
  { type, labels }: Pick<Block, 'type' | 'labels'>,
): Block {
  const attributes = new Map<string, Literal>();
  const blocks: Block[] = [];
  for (;;) {
    reader.gap();
    if (close === null ? reader.isAtEnd() : reader.isAt(close)) break;
    const block = reader.take(BLOCK);
    if (block) {
      const [, name = '', words = ''] = block;
      const own = [...words.matchAll(/"([^"]*)"|([\w-]+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
      blocks.push(bodyOf(reader, '}', { type: name, labels: own }));
      continue;
    }
    const [, name] = reader.take(ATTRIBUTE) ?? [];
    if (name !== undefined) attributes.set(name.replace(/"/g, ''), reader.value());
    // An encoded value by itself is all there is to some texts.
    else if (close === null) attributes.set('', reader.value());
    else throw new Unread();
    reader.take(/[ \t]*,/y);
  }
  if (close !== null) reader.at += close.length;
  return { type, labels, attributes, blocks };
}

/** Whether a block is more than its policy. */
const hasMore = ({ attributes, blocks }: Block): boolean =>
  blocks.some(({ type, labels }) => type !== 'statement' && labels[0] !== 'aws_iam_policy_document') ||
  (attributes.size > 1 && !['actions', 'Effect', 'Statement'].some((name) => attributes.has(name)));

function policiesIn(block: Block): readonly Found[] {
  const name = block.labels.at(-1) ?? block.type;
  const document = block.labels[0] === 'aws_iam_policy_document' && block.type === 'data';
  const isPolicy = document || block.blocks.some(({ type }) => type === 'statement');
  if (isPolicy) return [documentOf(name, block)];
  if (block.attributes.has('actions') || block.attributes.has('not_actions'))
    return [documentOf(name, { ...block, attributes: new Map(), blocks: [{ ...block, type: 'statement' }] })];
  const own: Literal = {
    kind: 'object',
    members: [...block.attributes].map(([key, value]) => ({ name: key, value })),
  };
  const whole = policyOf(own, name);
  if (whole) return [whole];
  return [
    ...[...block.attributes].flatMap(([key, value]) => policyOf(value, key) ?? []),
    ...block.blocks.flatMap(policiesIn),
  ];
}

const OF_DOCUMENTS = new Set(['version', 'policy_id']);
const OF_STATEMENTS = new Set(
  'sid effect actions not_actions resources not_resources principals not_principals condition'.split(' '),
);

/** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
function documentOf(name: string, block: Block): Found {
  const translator = new Translator();
  const statements = block.blocks.filter(({ type }) => type === 'statement');
  const [version, id] = ['version', 'policy_id'].map((one) => textOf(block, one, translator));
  const policy = {
    Version: version ?? '2012-10-17',
    ...(id !== undefined && { Id: id }),
    Statement: statements.map((statement) => statementIn(statement, translator)),
  };
  const left = [
    ...[...block.attributes.keys()].filter((one) => !OF_DOCUMENTS.has(one)),
    ...block.blocks
      .filter(({ type }) => type !== 'statement')
      .map(({ type, labels }) => [type, ...labels].join(' ')),
    ...statements.flatMap(({ attributes, blocks }) =>
      [...attributes.keys(), ...blocks.map(({ type }) => type)].filter((one) => !OF_STATEMENTS.has(one)),
    ),
  ];
  const text = JSON.stringify(policy, null, 2).replaceAll('&{', '${');
  return { name, text, open: translator.open, left };
}

function textOf({ attributes }: Block, name: string, translator: Translator): string | undefined {
  const value = attributes.get(name);
  return value && value.kind !== 'nothing' ? translator.text(value) : undefined;
}

function statementIn(block: Block, translator: Translator): object {
  const { attributes, blocks } = block;
  const texts = (name: string) => translator.texts(attributes.get(name));
  const principals = (type: string): readonly Principal[] =>
    blocks
      .filter((one) => one.type === type)
      .map((one) => ({
        type: textOf(one, 'type', translator) ?? 'AWS',
        ids: translator.texts(one.attributes.get('identifiers')) ?? [],
      }));
  const conditions = blocks
    .filter(({ type }) => type === 'condition')
    .map((one): ConditionPart => ({
      test: textOf(one, 'test', translator) ?? '',
      variable: textOf(one, 'variable', translator) ?? '',
      values: translator.texts(one.attributes.get('values')) ?? [],
    }));
  return statementOf({
    sid: textOf(block, 'sid', translator),
    effect: textOf(block, 'effect', translator),
    principals: principals('principals'),
    notPrincipals: principals('not_principals'),
    actions: texts('actions'),
    notActions: texts('not_actions'),
    resources: texts('resources'),
    notResources: texts('not_resources'),
    condition: conditionOf(conditions),
  });
}
