// Parsing: the one door through which every scenario comes in, from a link, a file, the database or a lesson.
import * as v from 'valibot';
import { err, ok, type Result } from '../aws/result.ts';
import { clipped, READING } from './complaint.ts';
import { migrate, type RawDocument } from './migrate.ts';
import { brokenRules } from './rules.ts';
import { SCENARIO_VERSION, type Scenario, type ScenarioError } from './scenario.ts';
import { scenarioSchema, type ParsedScenario } from './schema.ts';

/**
 * Reads a document that may be anything: version, migrations, known fields only, then the rules between records. Never
 * throws. The value is a fresh copy that shares nothing with the input.
 *
 * - `foreign`: not a scenario at all
 * - `tooNew`: a scenario of a version that this build does not know
 * - `damaged`: a scenario that breaks a rule; `detail` says where, as `accounts › 111122223333 › users › noor: …`
 */
export function parseScenario(input: unknown): Result<Scenario, ScenarioError> {
  if (!isDocument(input) || input['format'] !== 'rolecall-scenario')
    return err({ kind: 'foreign', detail: 'It does not say that it is a Rolecall scenario.' });
  const version = input['version'];
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return err({ kind: 'damaged', detail: 'version: must be a whole number from 1.' });
  if (version > SCENARIO_VERSION) return err({ kind: 'tooNew', version });

  const read = v.safeParse(scenarioSchema, migrate(input, version), READING);
  if (!read.success) {
    const [issue] = read.issues;
    return damaged((issue.path ?? []).map(step), issue.message);
  }
  const scenario: ParsedScenario = read.output;
  for (const { path, message } of brokenRules(scenario)) return damaged(path, message);
  return ok(scenario);
}

/** Reads a document from its text. Text that is not JSON is damaged when it starts like ours, and foreign otherwise. */
export function parseScenarioText(text: string): Result<Scenario, ScenarioError> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return /^\s*\{\s*"format"\s*:\s*"rolecall-scenario"/.test(text)
      ? err({ kind: 'damaged', detail: 'The text breaks off or is not JSON.' })
      : err({ kind: 'foreign', detail: 'It is not JSON.' });
  }
  return parseScenario(input);
}

const isDocument = (input: unknown): input is RawDocument =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** Entries of lists are counted from 1, as people do. */
const step = ({ type, key }: v.IssuePathItem): string =>
  type === 'array' && typeof key === 'number' ? String(key + 1) : String(key);

function damaged(path: readonly string[], message: string): Result<never, ScenarioError> {
  const below = path[0] === 'world' ? path.slice(1) : path;
  const place = below.map((part) => clipped(part)).join(' › ');
  return err({ kind: 'damaged', detail: `${place === '' ? '' : `${place}: `}${clipped(message, 300)}.` });
}
