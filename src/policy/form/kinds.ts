// Which elements the statements of a kind of policy have.
import type { PolicyType } from '../document.ts';

const WITH_PRINCIPAL: ReadonlySet<PolicyType> = new Set(['resource', 'trust', 'rcp', 'endpoint']);

/** Policies of identities are about whom they are attached to, and so say nothing of principals. */
export const takesPrincipal = (type: PolicyType): boolean => WITH_PRINCIPAL.has(type);

/** Trust policies are about the role that holds them. */
export const takesResource = (type: PolicyType): boolean => type !== 'trust';
