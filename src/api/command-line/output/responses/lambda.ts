// What the operations of Lambda answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const LAMBDA_RESPONSES: ResponseTable = {
  structures: {
    EnvironmentError: 'Message',
    EnvironmentResponse: 'Variables Error:EnvironmentError',
    EphemeralStorage: 'Size',
    FunctionCodeLocation: 'RepositoryType Location',
    FunctionConfiguration:
      'FunctionName FunctionArn Runtime Role Handler CodeSize Description Timeout MemorySize LastModified CodeSha256 Version Environment:EnvironmentResponse TracingConfig:TracingConfigResponse RevisionId State LastUpdateStatus PackageType Architectures EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse LoggingConfig:LoggingConfig',
    LoggingConfig: 'LogFormat LogGroup',
    SnapStartResponse: 'ApplyOn OptimizationStatus',
    TracingConfigResponse: 'Mode',
  },
  operations: {
    'lambda:AddPermission': 'Statement',
    'lambda:CreateFunction':
      'FunctionName FunctionArn Runtime Role Handler CodeSize Description Timeout MemorySize LastModified CodeSha256 Version Environment:EnvironmentResponse TracingConfig:TracingConfigResponse RevisionId State LastUpdateStatus PackageType Architectures EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse LoggingConfig:LoggingConfig',
    'lambda:CreateFunctionUrlConfig': 'FunctionUrl FunctionArn AuthType CreationTime InvokeMode',
    'lambda:DeleteFunction': 'StatusCode',
    'lambda:GetFunction': 'Configuration:FunctionConfiguration Code:FunctionCodeLocation Tags',
    'lambda:GetFunctionConfiguration':
      'FunctionName FunctionArn Runtime Role Handler CodeSize Description Timeout MemorySize LastModified CodeSha256 Version Environment:EnvironmentResponse TracingConfig:TracingConfigResponse RevisionId State LastUpdateStatus PackageType Architectures EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse LoggingConfig:LoggingConfig',
    'lambda:GetFunctionUrlConfig':
      'FunctionUrl FunctionArn AuthType CreationTime LastModifiedTime InvokeMode',
    'lambda:GetPolicy': 'Policy RevisionId',
    'lambda:Invoke': 'StatusCode ExecutedVersion',
    'lambda:ListFunctions': 'NextMarker Functions:FunctionConfiguration',
    'lambda:ListTags': 'Tags',
    'lambda:UpdateFunctionCode':
      'FunctionName FunctionArn Runtime Role Handler CodeSize Description Timeout MemorySize LastModified CodeSha256 Version Environment:EnvironmentResponse TracingConfig:TracingConfigResponse RevisionId State LastUpdateStatus PackageType Architectures EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse LoggingConfig:LoggingConfig',
    'lambda:UpdateFunctionConfiguration':
      'FunctionName FunctionArn Runtime Role Handler CodeSize Description Timeout MemorySize LastModified CodeSha256 Version Environment:EnvironmentResponse TracingConfig:TracingConfigResponse RevisionId State LastUpdateStatus PackageType Architectures EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse LoggingConfig:LoggingConfig',
    'lambda:UpdateFunctionUrlConfig':
      'FunctionUrl FunctionArn AuthType CreationTime LastModifiedTime InvokeMode',
  },
};
