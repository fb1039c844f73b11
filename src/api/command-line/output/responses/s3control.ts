// What the operations of S3 Control answer with, as AWS's service model has it.
import type { ResponseTable } from '../response-table.ts';

export const S3CONTROL_RESPONSES: ResponseTable = {
  structures: {
    PublicAccessBlockConfiguration:
      'BlockPublicAcls IgnorePublicAcls BlockPublicPolicy RestrictPublicBuckets',
  },
  operations: {
    's3control:GetPublicAccessBlock': 'PublicAccessBlockConfiguration:PublicAccessBlockConfiguration',
  },
};
