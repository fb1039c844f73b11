// Readings: the sentence that each statement of a form says. That of a statement which stays as it is is made once.
import type { Vocabulary } from '../../../aws/vocabulary.ts';
import type { Part } from '../../../evaluation/explain/part.ts';
import { readingOf } from '../../../evaluation/explain/reading.ts';
import type { PolicyType } from '../../../policy/document.ts';
import { lackingOf, unreadOf } from '../../../policy/form/lacking.ts';
import type { FormStatement } from '../../../policy/form/read-form.ts';
import { parsedPolicy } from '../../../policy/parse.ts';

type Reading = readonly Part[] | null;

export class Readings {
  /** By the JSON of the statement, as it was asked for last. */
  #made: ReadonlyMap<string, Reading> = new Map();
  #vocabulary: Vocabulary | null = null;
  #account: string | undefined;

  /**
   * A statement has a sentence when it is complete by itself, whatever the others lack and whatever else it holds; null for
   * any other.
   * @param text JSON of a policy with these statements.
   * @param account Of the policy.
   */
  of(
    text: string,
    statements: readonly FormStatement[],
    type: PolicyType,
    vocabulary: Vocabulary,
    account?: string,
  ): readonly Reading[] {
    const before =
      this.#vocabulary === vocabulary && this.#account === account ? this.#made : new Map<string, Reading>();
    const made = new Map<string, Reading>();
    const { Statement = [] } = JSON.parse(text) as { readonly Statement?: object | readonly object[] };
    const all = [Statement].flat();
    const readings = statements.map((statement, at) => {
      if (lackingOf(statement, type).length > 0 || unreadOf(statement).length > 0) return null;
      const shown = Object.entries(all[at] ?? {}).filter(([name]) => !statement.unshown.includes(name));
      const alone = JSON.stringify({ Version: '2012-10-17', Statement: Object.fromEntries(shown) });
      const known = made.get(alone) ?? before.get(alone);
      const reading = known === undefined ? read(alone, vocabulary, account) : known;
      made.set(alone, reading);
      return reading;
    });
    this.#made = made;
    this.#vocabulary = vocabulary;
    this.#account = account;
    return readings;
  }
}

function read(text: string, vocabulary: Vocabulary, account: string | undefined): Reading {
  const [parsed] = parsedPolicy(text).document?.statements ?? [];
  return parsed ? readingOf(parsed, vocabulary, account) : null;
}
