// YAML on a command line: what `--cli-input-yaml` takes.
import { parse } from 'yaml';
import { isPlainJson, type PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';

/** Aliases may blow a short text up; so many of them are taken. */
const MOST_ALIASES = 100;

export function parseYaml(text: string): Result<PlainJson, string> {
  try {
    const value: unknown = parse(text, { version: '1.1', maxAliasCount: MOST_ALIASES });
    return isPlainJson(value, 64) ? ok(value) : err('it holds more than plain values');
  } catch (fault) {
    return err(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : '');
  }
}
