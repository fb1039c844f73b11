// printedAnswer: all pages of an answer, picked from by `--query` and printed.
import type { PlainJson } from '../../../aws/json.ts';
import type { OperationName } from '../../call.ts';
import { splitOperation } from '../../operations.ts';
import { wholeOf, type Paged } from './pages.ts';
import type { Paginator } from './paginators.ts';
import { printed, type OutputFormat, type Printed } from './printed.ts';
import type { Query } from './query.ts';
import type { Response } from './response.ts';

export interface Printing {
  readonly format: OutputFormat;
  /** Null: everything. */
  readonly query: Query | null;
  /** How wide the terminal is. */
  readonly columns?: number;
}

/**
 * Text and YAML streams come page by page, and so does the query; the others wait for the last page, and print nothing when
 * one of them fails.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
export function printedAnswer(operation: OperationName, answer: Paged<unknown>, printing: Printing): Printed {
  let text = '';
  for (const part of partsOf(answer, printing.format)) {
    const picked = printing.query ? printing.query(part) : ({ ok: true, value: part } as const);
    if (!picked.ok) return { text, error: picked.error };
    const one = printed(printing.format, splitOperation(operation).name, picked.value, printing.columns);
    text += one.text;
    if (one.error !== null) return { text, error: one.error };
  }
  return { text, error: null };
}

/** What is printed one after the other. */
function partsOf(answer: Paged<unknown>, format: OutputFormat): readonly PlainJson[] {
  const { paginator, pages, nextToken, failure } = answer;
  switch (format) {
    case 'yaml-stream':
      return pages;
    case 'text':
      if (paginator === null) return pages;
      return [
        ...pages.map((page, index) => textPage(paginator, page, index === 0)),
        ...(nextToken === null ? [] : [{ NextToken: { NextToken: nextToken } }]),
      ];
    default:
      return failure === null ? [wholeOf(answer)] : [];
  }
}

/** The lists of a page, there or not: what is missing is printed as `None`. */
const textPage = ({ resultKeys, others }: Paginator, page: Response, first: boolean): Response =>
  Object.fromEntries([...(first ? others : []), ...resultKeys].map((name) => [name, page[name] ?? null]));
