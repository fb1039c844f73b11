// The operations of IAM on service-linked roles.
import { CreateServiceLinkedRole } from './CreateServiceLinkedRole.ts';
import { DeleteServiceLinkedRole } from './DeleteServiceLinkedRole.ts';
import { GetServiceLinkedRoleDeletionStatus } from './GetServiceLinkedRoleDeletionStatus.ts';

export const LINKED_ROLE_OPERATIONS = {
  'iam:CreateServiceLinkedRole': CreateServiceLinkedRole,
  'iam:DeleteServiceLinkedRole': DeleteServiceLinkedRole,
  'iam:GetServiceLinkedRoleDeletionStatus': GetServiceLinkedRoleDeletionStatus,
} as const;
