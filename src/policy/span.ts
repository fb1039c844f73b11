// Span: where in the text of a policy document something stands.

/** Offsets in UTF-16 units into the policy text, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A value together with the place it was read from. */
export interface Spanned<Value> extends Span {
  readonly value: Value;
}
