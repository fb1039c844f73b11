// Which elements the statements of a kind of policy have.
import { elementsOf } from '../completion/elements.ts';
import type { PolicyType } from '../document.ts';

const takes = (type: PolicyType, element: string): boolean =>
  elementsOf('statement', type).some(([name]) => name === element);

/** Policies of identities are about whom they are attached to, and so say nothing of principals. */
export const takesPrincipal = (type: PolicyType): boolean => takes(type, 'Principal');

/** Trust policies are about the role that holds them. */
export const takesResource = (type: PolicyType): boolean => takes(type, 'Resource');

/** Whether all but some can be named: `NotAction` and the like. */
export const takesNot = (type: PolicyType, element: 'Principal' | 'Action' | 'Resource'): boolean =>
  takes(type, `Not${element}`);
