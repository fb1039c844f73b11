// Projections: the paths that an answer is narrowed to.
import type { Path, Reader } from './expression.ts';
import { overlap, printPath } from './path.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html */
export function readProjection(reader: Reader): readonly Path[] {
  const paths = [reader.path()];
  while (reader.takes(',')) paths.push(reader.path());
  const clash = overlapping(paths);
  if (clash) throw reader.fault(clash);
  return paths;
}

/** What is said of two paths of which one leads into the other; null where there are none. */
export function overlapping(paths: readonly Path[]): string | null {
  for (const [at, one] of paths.entries())
    for (const other of paths.slice(at + 1))
      if (overlap(one, other) || overlap(other, one))
        return `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ${printPath(one)}, path two: ${printPath(other)}`;
  return null;
}
