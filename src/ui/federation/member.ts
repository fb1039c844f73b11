// Member: who of a company is being edited.
import type { DirectoryGroup, DirectoryPerson } from '../../account/directories.ts';

/** `before` is null for a new one. */
export type Member =
  | { readonly kind: 'person'; readonly before: DirectoryPerson | null }
  | { readonly kind: 'group'; readonly before: DirectoryGroup | null };
