// Same: proof by the compiler that a schema and the type it stands for are one.
import type { PlainJson } from '../aws/json.ts';

/** A type with `readonly` throughout, which a parser need not promise. Any JSON has no end and is so already. */
type Frozen<T> = PlainJson extends T ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };

type Equal<A, B> =
  (<T>() => T extends A ? 'yes' : 'no') extends <T>() => T extends B ? 'yes' : 'no' ? true : false;

/** True when both types have the same fields of the same types, optional ones included; `readonly` aside. */
export type Same<A, B> = Equal<Frozen<A>, Frozen<B>>;

/** `Value`, at the price of a proof: stops compiling when the proof is false. */
export type Proven<_Proof extends true, Value> = Value;
