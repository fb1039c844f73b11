// The operations of IAM on users and their tags.
import { CreateUser } from './CreateUser.ts';

export const USER_OPERATIONS = { 'iam:CreateUser': CreateUser } as const;
