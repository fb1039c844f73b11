// Typed: what stands in the fields of the sign-in page.

export interface Typed {
  email: string;
  /** Account id or alias. */
  account: string;
  name: string;
  password: string;
}
