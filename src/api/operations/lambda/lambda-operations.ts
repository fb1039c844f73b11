// The operations of Lambda.
import { AddPermission } from './AddPermission.ts';
import { CreateFunction } from './CreateFunction.ts';
import { CreateFunctionUrlConfig } from './CreateFunctionUrlConfig.ts';
import { DeleteFunction } from './DeleteFunction.ts';
import { DeleteFunctionUrlConfig } from './DeleteFunctionUrlConfig.ts';
import { GetFunction } from './GetFunction.ts';
import { GetFunctionConfiguration } from './GetFunctionConfiguration.ts';
import { GetFunctionUrlConfig } from './GetFunctionUrlConfig.ts';
import { GetPolicy } from './GetPolicy.ts';
import { Invoke } from './Invoke.ts';
import { ListFunctions } from './ListFunctions.ts';
import { ListTags } from './ListTags.ts';
import { RemovePermission } from './RemovePermission.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateFunctionCode } from './UpdateFunctionCode.ts';
import { UpdateFunctionConfiguration } from './UpdateFunctionConfiguration.ts';
import { UpdateFunctionUrlConfig } from './UpdateFunctionUrlConfig.ts';

export const LAMBDA_OPERATIONS = {
  'lambda:CreateFunction': CreateFunction,
  'lambda:GetFunction': GetFunction,
  'lambda:GetFunctionConfiguration': GetFunctionConfiguration,
  'lambda:UpdateFunctionConfiguration': UpdateFunctionConfiguration,
  'lambda:UpdateFunctionCode': UpdateFunctionCode,
  'lambda:ListFunctions': ListFunctions,
  'lambda:DeleteFunction': DeleteFunction,
  'lambda:Invoke': Invoke,
  'lambda:AddPermission': AddPermission,
  'lambda:RemovePermission': RemovePermission,
  'lambda:GetPolicy': GetPolicy,
  'lambda:CreateFunctionUrlConfig': CreateFunctionUrlConfig,
  'lambda:GetFunctionUrlConfig': GetFunctionUrlConfig,
  'lambda:UpdateFunctionUrlConfig': UpdateFunctionUrlConfig,
  'lambda:DeleteFunctionUrlConfig': DeleteFunctionUrlConfig,
  'lambda:TagResource': TagResource,
  'lambda:UntagResource': UntagResource,
  'lambda:ListTags': ListTags,
} as const;
