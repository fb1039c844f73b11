// No fix leads from one error to another: where its edit stands in the text afterwards, there is none.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import type { Whereabouts } from '../../src/policy/checks/subject.ts';
import { withFix, type Fix } from '../../src/policy/diagnostic.ts';
import type { PolicyType } from '../../src/policy/document.ts';
import type { Span } from '../../src/policy/span.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { ACTIONS } from './mistakes/actions.ts';
import { OF_GUARDRAILS } from './mistakes/guardrails.ts';
import { OF_IDENTITIES } from './mistakes/identity.ts';
import { OF_RESOURCES } from './mistakes/resources.ts';
import { VOCABULARY } from './vocabulary.ts';

interface Sample extends Whereabouts {
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
}

const SAMPLES = join(import.meta.dirname, 'samples');
const KNOWN = knownNames(RICH, '111122223333', 'eu-west-1');

const ofCodes: readonly Sample[] = readdirSync(SAMPLES).map((name) => {
  const text = readFileSync(join(SAMPLES, name, 'input.json'), 'utf8');
  const { type, inAccount, resource, about, endpoint } = JSON.parse(
    readFileSync(join(SAMPLES, name, 'diagnostics.json'), 'utf8'),
  ) as Whereabouts & { readonly type: PolicyType; readonly inAccount?: true };
  return { name, type, text, resource, about, endpoint, known: inAccount && KNOWN };
});

const policy = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const ofPeople: readonly Sample[] = [...OF_IDENTITIES, ...OF_RESOURCES, ...OF_GUARDRAILS].map(
  ({ name, type = 'identity', statements, resource, about, endpoint, known }) => ({
    name,
    type,
    text: policy(statements),
    resource,
    about,
    endpoint,
    known,
  }),
);

const ofActions: readonly Sample[] = ACTIONS.map(([Action]) => ({
  name: Action,
  type: 'identity',
  text: policy({ Effect: 'Allow', Action, Resource: '*' }),
}));

/** Values of Version as people write them, quotes included where they have some. */
const ofVersions: readonly Sample[] = [
  '20121017',
  '2012-10-17',
  '2012-10-7',
  '2012/10/17',
  'latest',
  '1.0',
  'null',
  'None',
  'true',
  '["2012-10-17"]',
  '"20121017"',
  '"2012-10-7"',
  '"2012/10/17"',
  '"17-10-2012"',
  '"latest"',
  '"1.0"',
  '""',
].map((version) => ({
  name: `"Version": ${version}`,
  type: 'identity',
  text: `{"Version": ${version}, "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}}`,
}));

/** Where the edits of a fix stand in the text that it makes. */
function placesAfter({ edits }: Fix): readonly Span[] {
  let shift = 0;
  return edits.map(({ from, to, text }) => {
    const at = from + shift;
    shift += text.length - (to - from);
    return { from: at, to: at + text.length };
  });
}

test.each(
  [...ofCodes, ...ofPeople, ...ofActions, ...ofVersions].map(
    (sample) => [sample.type, sample.name, sample] as const,
  ),
)('%s, %s', (type, _, { text, ...where }) => {
  const judged = (now: string) => diagnose(now, type, VOCABULARY, where);
  const left = judged(text).flatMap(({ code, fixes = [] }) =>
    fixes.flatMap((fix) => {
      const after = withFix(text, fix);
      const places = placesAfter(fix);
      return judged(after)
        .filter(({ severity }) => severity === 'error')
        .filter((error) => places.some(({ from, to }) => error.from < to && error.to > from))
        .map((error) => `${code}: ${fix.label}: ${error.code} ${after.slice(error.from, error.to)}`);
    }),
  );
  expect(left).toEqual([]);
});

test.each(ofVersions.map((sample) => [sample.name, sample] as const))(
  '%s leads to the current version',
  (_, { type, text }) => {
    const [fix] = diagnose(text, type, VOCABULARY)[0]?.fixes ?? [];
    const after = fix ? withFix(text, fix) : text;
    expect(after).toContain('{"Version": "2012-10-17", ');
  },
);
