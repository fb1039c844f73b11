// Typed: what stands in the fields of the sign-in page.

export interface Typed {
  email: string;
  /** Account id or alias. */
  account: string;
  name: string;
  password: string;
}

/** For `pattern`: `required` alone takes spaces for an answer. */
export const NOT_BLANK = '.*\\S.*';
