// Protected roles: those that only AWS changes, whoever is asked to let somebody.
import type { Role } from './world.ts';

export type Protection =
  /** Made by a service for itself. */
  | { readonly by: 'service'; readonly service: string }
  /** Made by IAM Identity Center for a permission set. */
  | { readonly by: 'identityCenter' };

/**
 * What keeps a role from being changed in its account: its trust policy, its policies and its boundary. Null for all other
 * roles.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export function protectionOf({ path }: Pick<Role, 'path'>): Protection | null {
  const [, kind, service = ''] = /^\/aws-(service-role|reserved)\/([^/]*)/.exec(path) ?? [];
  if (kind === undefined) return null;
  return kind === 'reserved' ? { by: 'identityCenter' } : { by: 'service', service };
}
