// iam:GetServiceLastAccessedDetailsWithEntities: who could use one of the services that were asked about, and who did.
import { grantedServices } from '../../../account/granted-services.ts';
import { accessesOf, type Accessor } from '../../../account/last-accessed.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import { JOB_ID, jobState, ownJob, type JobError, type JobState } from './access-jobs.ts';
import { accessSubject } from './access-subject.ts';
import { pageOf, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';

interface EntityDetails {
  readonly EntityInfo: {
    readonly Arn: Arn;
    readonly Name: string;
    readonly Type: Accessor['kind'];
    readonly Id: string;
    readonly Path: string;
  };
  readonly LastAuthenticated?: Instant;
}

interface Output extends JobState, Page {
  readonly EntityDetailsList: readonly EntityDetails[];
  readonly Error?: JobError;
}

export const SERVICE_NAMESPACE = {
  type: 'text',
  event: 'serviceNamespace',
  required: true,
  min: 1,
  max: 64,
  pattern: '[\\w-]*',
} as const;

/**
 * Whoever used it last comes first, who never did comes last. AWS's words for a service that is not in the answer of the
 * job are not known.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetailsWithEntities.html
 */
export const GetServiceLastAccessedDetailsWithEntities = operation({
  name: 'iam:GetServiceLastAccessedDetailsWithEntities',
  readOnly: true,
  cli: 'iam get-service-last-accessed-details-with-entities',
  parameters: { JobId: JOB_ID, ServiceNamespace: SERVICE_NAMESPACE, ...PAGING },
  authorization: () => [{ action: 'iam:GetServiceLastAccessedDetailsWithEntities', resource: '*' }],
  perform: (scene, { JobId, ServiceNamespace, ...paging }) => {
    const found = ownJob(scene, JobId, 'entity');
    if (!found.ok) return found;
    const { job } = found.value;
    const subject = accessSubject(scene, isArn(job.about) ? job.about : 'arn:');
    if (!subject.ok)
      return ok<Performed<Output>>({
        output: {
          ...jobState(job, true),
          EntityDetailsList: [],
          IsTruncated: false,
          Error: { Message: subject.error.message, Code: subject.error.code },
        },
        changes: [],
      });
    const { policies, accessors } = subject.value;
    if (!grantedServices(policies).has(ServiceNamespace))
      return err(awsError('InvalidInput', `Invalid service namespace: ${ServiceNamespace}`));
    const accesses = accessesOf(scene.env.activity, accessors, ServiceNamespace);
    const used = new Set(accesses.map(({ by }) => by));
    const cut = pageOf(
      [
        ...accesses.map(({ by, use }) => ({ ...details(by), LastAuthenticated: use.date })),
        ...accessors.filter((accessor) => !used.has(accessor)).map(details),
      ],
      paging,
    );
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok<Performed<Output>>({
      output: { ...jobState(job, false), EntityDetailsList: items, ...page },
      changes: [],
    });
  },
});

const details = ({ arn, name, kind, id, path }: Accessor): EntityDetails => ({
  EntityInfo: { Arn: arn, Name: name, Type: kind, Id: id, Path: path },
});
