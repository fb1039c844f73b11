// Files: a scenario in and out as a file, under the same limit and through the same door as a link.
import { err, ok, type Result } from '../aws/result.ts';
import { parseScenarioText } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import type { Scenario, ScenarioError } from '../scenario/scenario.ts';
import type { Shareable } from './travel.ts';

/**
 * Bytes of JSON that are read at most, from a file as from a link. Every account that can be made here is smaller: its
 * objects hold `MAX_STORED_CHARACTERS` at most, six bytes each in the worst case.
 */
export const MAX_BYTES = 32 * 1024 * 1024;

/** Something to be offered for download. */
export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** Reads a file that somebody chose. */
export async function readScenarioFile(file: Blob): Promise<Result<Scenario, ScenarioError>> {
  const bytes = await bytesOf(file, MAX_BYTES);
  return bytes.ok ? parseScenarioBytes(bytes.value) : bytes;
}

/** The size is asked before a byte is read. */
export async function bytesOf(file: Blob, limit: number): Promise<Result<ArrayBuffer, ScenarioError>> {
  if (file.size > limit) return err({ kind: 'oversized', bytes: file.size, limit });
  try {
    return ok(await file.arrayBuffer());
  } catch {
    return err({
      kind: 'damaged',
      detail: 'The browser could not read the file; it may have been moved or changed.',
    });
  }
}

/** Reads a scenario from the UTF-8 bytes of its JSON. */
export function parseScenarioBytes(bytes: AllowSharedBufferSource): Result<Scenario, ScenarioError> {
  const text = textOf(bytes);
  return text === null ? err({ kind: 'foreign', detail: 'It is not text.' }) : parseScenarioText(text);
}

/** Null when the bytes are not UTF-8. */
export function textOf(bytes: AllowSharedBufferSource): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8.
    return null;
  }
}

/** The scenario as a file named after its title, for example `bookshop-playground.rolecall.json`. */
export const scenarioFile = <Given extends Scenario>(scenario: Shareable<Given>): Download => ({
  name: fileName(scenario.title, 'rolecall'),
  blob: new Blob([printScenario(scenario)], { type: 'application/json' }),
});

/** A name that every disk takes; `kind` says what is in it. */
export function fileName(title: string, kind: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${name === '' ? 'scenario' : name}.${kind}.json`;
}
