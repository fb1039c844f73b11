// The vocabulary in figures: the weight of its files, how long each takes until it can be used, and searching it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { readManagedPolicies } from '../../src/aws/catalogue.ts';
import { readDescriptions, readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import { searchOf } from '../../src/aws/search.ts';
import { median } from './median.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The files that the build makes of what AWS publishes. */
const FILES = ['vocabulary', 'descriptions', 'managed-policies'] as const;

/** In KiB after brotli, all together. */
const LIMIT = 650;

/** @param outDir A build. */
export async function vocabularyRows(outDir: string): Promise<Row[]> {
  const assets = join(outDir, 'assets');
  const pathOf = (name: string): string => {
    const file = readdirSync(assets).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
    if (file === undefined) throw new Error(`The build has no file of the ${name}.`);
    return join(assets, file);
  };
  const weights = FILES.map((name) => ({ name, value: brotli(readFileSync(pathOf(name))) / 1024 }));
  const total = weights.reduce((sum, { value }) => sum + value, 0);
  if (total > LIMIT) throw new Error(`The vocabulary weighs ${total.toFixed(0)} KiB; ${LIMIT} is the limit.`);

  /** Imported once under each address: a query makes it another module. */
  let asked = 0;
  const text = async (name: (typeof FILES)[number]): Promise<string> => {
    const url = `${pathToFileURL(pathOf(name)).href}?${++asked}`;
    return ((await import(url)) as { readonly default: string }).default;
  };
  const timed = async (use: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) {
      const start = performance.now();
      await use();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[2] ?? NaN;
  };
  const vocabulary = readVocabulary(await text('vocabulary'));
  const policies = readManagedPolicies(await text('managed-policies'));
  const loads = [
    {
      name: 'vocabulary: asked for, until an action is known',
      value: await timed(async () => readVocabulary(await text('vocabulary')).action('s3:GetObject')),
    },
    {
      name: 'vocabulary: asked for, until all actions are known',
      value: await timed(async () => readVocabulary(await text('vocabulary')).actions.size),
    },
    {
      name: 'descriptions: asked for, until one is known',
      value: await timed(async () =>
        readDescriptions(await text('descriptions'), vocabulary).action('s3:GetObject'),
      ),
    },
    {
      name: 'AWS managed policies: asked for, until a document is known',
      value: await timed(
        async () =>
          readManagedPolicies(await text('managed-policies')).get('arn:aws:iam::aws:policy/ReadOnlyAccess')
            ?.document,
      ),
    },
  ];
  return [
    ...weights.map(({ name, value }) => ({ name: `${name}, brotli`, value, unit: 'KiB' })),
    { name: 'vocabulary in all, brotli', value: total, unit: 'KiB' },
    ...loads.map((load) => ({ ...load, unit: 'ms' })),
    {
      name: 'search of all actions, the slowest of what is typed',
      value: slowest([...vocabulary.actions.values()].map(({ name }) => name)),
      unit: 'ms',
    },
    {
      name: 'search of all AWS managed policies, the slowest of what is typed',
      value: slowest([...policies.values()].map(({ name }) => name)),
      unit: 'ms',
    },
  ];
}

const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** As somebody types: each letter is a search. */
const TYPED = ['s3:GetObject', 'put bucket policy', 'e', 'AmazonS3FullAccess', 'list tags resource'];

function slowest(names: readonly string[]): number {
  const search = searchOf(names);
  const texts = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  return Math.max(
    ...texts.map((text) =>
      median(() => {
        const start = performance.now();
        search(text);
        return performance.now() - start;
      }),
    ),
  );
}
