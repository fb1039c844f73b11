// paged: an operation asked page after page, as the AWS CLI asks, and the pages put together.
import type { PlainJson } from '../../../aws/json.ts';
import type { Result } from '../../../aws/result.ts';
import type { OperationName } from '../../call.ts';
import { OPERATIONS } from '../../operations.ts';
import type { AnyInput } from '../../parameters.ts';
import { paginatorOf, type Paginator } from './paginators.ts';
import { isList } from './python.ts';
import type { Response } from './response.ts';
import { parseToken, printToken, type Start, type Tokens } from './starting-token.ts';

export interface PageOptions {
  /** How many items to show in all. */
  readonly maxItems: number | null;
  /** How many items to ask for at once. */
  readonly pageSize: number | null;
  readonly startingToken: string | null;
}

/** What stopped the pages. Of an answer by the service, what `call` gave. */
export type PageFailure<Failure> =
  | { readonly by: 'service'; readonly error: Failure }
  /** The command line itself gives up, with exit status 255. */
  | { readonly by: 'client'; readonly message: string };

export interface Paged<Failure> {
  /** Null where the operation was asked once. */
  readonly paginator: Paginator | null;
  /** Each page as it was answered, but for what was cut away from the first and the last. */
  readonly pages: readonly Response[];
  /** Where to go on, when `--max-items` cut the list. */
  readonly nextToken: string | null;
  readonly failure: PageFailure<Failure> | null;
}

/**
 * @param options Null: the operation is asked once, as with `--no-paginate`.
 * @param call Makes one call; the response is as `shownResponse` makes it.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
 */
export function paged<Failure>(
  operation: OperationName,
  input: AnyInput,
  options: PageOptions | null,
  call: (input: AnyInput) => Result<Response, Failure>,
): Paged<Failure> {
  const paginator = paginatorOf(operation);
  if (paginator === null || options === null || pagesItself(paginator, input)) return once(call(input));
  const start = startOf(paginator, options);
  return start === null
    ? stopped(paginator, { by: 'client', message: `Bad starting token: ${options.startingToken ?? ''}` })
    : everyPage(operation, paginator, { input, options, start }, call);
}

/** Whoever pages by the parameters of the service gets the one page. */
const pagesItself = ({ inputTokens, limitKey }: Paginator, input: AnyInput): boolean =>
  [...inputTokens, limitKey].some((name) => name !== null && Object.hasOwn(input, name));

interface Asked {
  readonly input: AnyInput;
  readonly options: PageOptions;
  readonly start: Start;
}

function everyPage<Failure>(
  operation: OperationName,
  paginator: Paginator,
  { input, options, start }: Asked,
  call: (input: AnyInput) => Result<Response, Failure>,
): Paged<Failure> {
  const { limitKey } = paginator;
  const sized: AnyInput =
    limitKey !== null && options.pageSize !== null && takes(operation, limitKey)
      ? { ...input, [limitKey]: options.pageSize }
      : input;
  const pages: Response[] = [];
  const done = (nextToken: string | null, failure: PageFailure<Failure> | null = null): Paged<Failure> => ({
    paginator,
    pages,
    nextToken,
    failure,
  });
  let { tokens } = start;
  let left = options.maxItems ?? Infinity;
  for (let first = true; ; first = false) {
    const answer = call(withTokens(operation, sized, tokens));
    if (!answer.ok) return done(null, { by: 'service', error: answer.error });
    const skip = first ? start.skip : 0;
    const page =
      first && options.startingToken !== null ? resumed(paginator, answer.value, skip) : answer.value;
    const items = itemsOf(paginator, page);
    if (items.length > left) {
      const kept = items.slice(0, left);
      pages.push({ ...page, [primary(paginator)]: kept });
      return done(printToken(tokens, kept.length + skip));
    }
    pages.push(page);
    left -= items.length;
    const next = nextTokens(paginator, page);
    if (next === null) return done(null);
    if (left === 0) return done(printToken(next, null));
    if (!first && JSON.stringify(next) === JSON.stringify(tokens))
      return done(null, {
        by: 'client',
        message: 'Error during pagination: The same next token was received twice',
      });
    tokens = next;
  }
}

const once = <Failure>(answer: Result<Response, Failure>): Paged<Failure> =>
  answer.ok
    ? { paginator: null, pages: [answer.value], nextToken: null, failure: null }
    : stopped(null, { by: 'service', error: answer.error });

const stopped = <Failure>(paginator: Paginator | null, failure: PageFailure<Failure>): Paged<Failure> => ({
  paginator,
  pages: [],
  nextToken: null,
  failure,
});

const startOf = ({ inputTokens }: Paginator, { startingToken }: PageOptions): Start | null =>
  startingToken === null
    ? { tokens: Object.fromEntries(inputTokens.map((name) => [name, null])), skip: 0 }
    : parseToken(startingToken, inputTokens);

/** Lists that are simulated in one page take no parameters for pages. */
const takes = (operation: OperationName, parameter: string): boolean =>
  Object.hasOwn(OPERATIONS[operation].parameters, parameter);

const withTokens = (operation: OperationName, input: AnyInput, tokens: Tokens): AnyInput => ({
  ...input,
  ...Object.fromEntries(
    Object.entries(tokens).filter(
      ([name, token]) => token !== null && token !== 'None' && takes(operation, name),
    ),
  ),
});

const primary = ({ resultKeys: [first = ''] }: Paginator): string => first;

const itemsOf = (paginator: Paginator, page: Response): readonly PlainJson[] => {
  const items = page[primary(paginator)] ?? null;
  return isList(items) ? items : [];
};

/** The page where a list goes on: without what was shown. Its other lists were shown whole. */
function resumed(paginator: Paginator, page: Response, skip: number): Response {
  const [first, ...rest] = paginator.resultKeys;
  const changed: Record<string, PlainJson> = { ...page };
  if (first !== undefined) changed[first] = itemsOf(paginator, page).slice(skip);
  for (const name of rest) if (isList(page[name] ?? null)) changed[name] = [];
  return changed;
}

function nextTokens({ inputTokens, outputTokens, moreResults }: Paginator, page: Response): Tokens | null {
  if (moreResults !== null && page[moreResults] !== true) return null;
  const tokens = inputTokens.map((name, index) => {
    const token = page[outputTokens[index] ?? ''] ?? null;
    return [name, token === '' ? null : token] as const;
  });
  return tokens.some(([, token]) => token !== null) ? Object.fromEntries(tokens) : null;
}

/** All pages as one answer: lists joined, numbers added up, without what is said of single pages. */
export function wholeOf({ paginator, pages, nextToken }: Paged<unknown>): Response {
  const [first] = pages;
  if (paginator === null) return first ?? {};
  const whole: Record<string, PlainJson> = {};
  for (const name of paginator.resultKeys) {
    const parts = pages.flatMap((page) => page[name] ?? []);
    if (pages.some((page) => (page[name] ?? null) !== null)) whole[name] = joined(pages, name, parts);
  }
  for (const name of paginator.others) whole[name] = first?.[name] ?? null;
  if (nextToken !== null) whole.NextToken = nextToken;
  return whole;
}

const joined = (pages: readonly Response[], name: string, parts: readonly PlainJson[]): PlainJson =>
  pages.some((page) => isList(page[name] ?? null))
    ? parts
    : parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
