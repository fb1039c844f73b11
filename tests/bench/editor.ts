// How long the editor thinks before it suggests and explains: all of AWS, 10,000 users, and a policy at its size limit.
import { knownNames } from '../../src/analysis/known-names.ts';
import { packDescriptions, packVocabulary } from '../../src/app/build/aws-data.ts';
import { readDescriptions, readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import { complete } from '../../src/policy/completion/complete.ts';
import { hoverAt } from '../../src/policy/hover.ts';
import type { Row } from './evaluation.ts';
import { worldOf } from './execute.ts';
import { median } from './median.ts';

const ACCOUNT = '111122223333';

/** Statements before the one with the cursor, so that the text is about as long as IAM takes. */
const BEFORE = Array.from({ length: 40 }, (_, at) => ({
  Sid: `Statement${at}`,
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:Put*', 'ec2:*'],
  Resource: 'arn:aws:s3:::maple-drafts/*',
}));

/** `|` is the cursor; each of these asks for something else. */
const PLACES = {
  action: '"Action": "|"',
  'action of EC2': '"Action": "ec2:|"',
  'action by its name': '"Action": "describe|"',
  resource: '"Action": "*", "Resource": "|"',
  'resource of EC2': '"Action": "ec2:*", "Resource": "|"',
  'condition key': '"Action": "ec2:*", "Condition": {"StringEquals": {"|"}}',
  'condition value': '"Action": "s3:*", "Condition": {"StringEquals": {"aws:username": "user9|"}}',
  'principal by name': '"Principal": {"AWS": "user99|"}',
  'explained wildcard': '"Action": "ec2:*|"',
} as const;

/** Milliseconds at each place, warm, and of the very first suggestion, which puts the vocabulary in order. */
export function editorRows(): Row[] {
  const vocabulary = readVocabulary(packVocabulary());
  const descriptions = readDescriptions(packDescriptions(), vocabulary);
  const known = knownNames(worldOf(10_000), ACCOUNT, 'eu-west-1');
  const setting = { type: 'resource', vocabulary, descriptions, known } as const;
  const milliseconds = (place: string, ask: typeof complete | typeof hoverAt): number => {
    const before = JSON.stringify({ Version: '2012-10-17', Statement: BEFORE }, null, 2);
    const marked = before.replace(/\]\s*\}$/, `, {"Effect": "Allow", ${place}}]}`);
    const [text, at] = [marked.replace('|', ''), marked.indexOf('|')];
    const start = performance.now();
    ask(text, at, setting);
    return performance.now() - start;
  };
  const first = milliseconds(PLACES['action by its name'], complete);
  return [
    { name: 'first suggestion, all of AWS', value: first, unit: 'ms' },
    ...Object.entries(PLACES).map(([name, place]) => {
      const ask = name.startsWith('explained') ? hoverAt : complete;
      return { name: `suggestion: ${name}`, value: median(() => milliseconds(place, ask)), unit: 'ms' };
    }),
  ];
}
