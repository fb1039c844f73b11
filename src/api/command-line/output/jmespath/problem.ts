// Problems with a query: what is wrong with its text, and what goes wrong when it is asked of a value.

/** The text is no expression. */
export class SyntaxProblem extends Error {}

/** The expression does not fit the value that it is asked of. */
export class QueryProblem extends Error {}
