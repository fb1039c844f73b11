// iam:GenerateServiceLastAccessedDetails: asks which services a user, group, role or policy was used for, and when.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { newJob } from './access-jobs.ts';
import { ACCESS_ARN, accessSubject } from './access-subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html */
export const GenerateServiceLastAccessedDetails = operation({
  name: 'iam:GenerateServiceLastAccessedDetails',
  readOnly: false,
  cli: 'iam generate-service-last-accessed-details',
  parameters: {
    Arn: ACCESS_ARN,
    Granularity: {
      type: 'text',
      event: 'granularity',
      required: false,
      oneOf: ['SERVICE_LEVEL', 'ACTION_LEVEL'],
    },
  },
  authorization: (_world, _caller, { Arn }) => [
    { action: 'iam:GenerateServiceLastAccessedDetails', resource: Arn },
  ],
  perform: (scene, { Arn, Granularity }) => {
    const subject = accessSubject(scene, Arn);
    if (!subject.ok) return subject;
    return ok(
      newJob(scene, subject.value.account, {
        about: Arn,
        granularity: Granularity === 'ACTION_LEVEL' ? 'ACTION_LEVEL' : 'SERVICE_LEVEL',
        policy: null,
      }),
    );
  },
});
