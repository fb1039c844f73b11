// iam:GetServiceLastAccessedDetails: the services that were asked about, each with its last use.
import { grantedServices } from '../../../account/granted-services.ts';
import { accessesOf, actionAccesses, type Access } from '../../../account/last-accessed.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { ok } from '../../../aws/result.ts';
import { serviceName } from '../../../aws/services.ts';
import { operation, type Performed } from '../../operation.ts';
import { JOB_ID, jobState, ownJob, type JobError, type JobState } from './access-jobs.ts';
import { accessSubject } from './access-subject.ts';
import { pageAfter, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';

interface TrackedAction {
  readonly ActionName: string;
  readonly LastAccessedEntity: Arn;
  readonly LastAccessedTime: Instant;
  readonly LastAccessedRegion: string;
}

interface ServiceLastAccessed {
  readonly ServiceName: string;
  readonly ServiceNamespace: string;
  /** These three are absent for a service that was never used. */
  readonly LastAuthenticated?: Instant;
  readonly LastAuthenticatedEntity?: Arn;
  readonly LastAuthenticatedRegion?: string;
  readonly TotalAuthenticatedEntities: number;
  /** Only where it was asked for by action; those that were used. */
  readonly TrackedActionsLastAccessed?: readonly TrackedAction[];
}

interface Output extends JobState, Page {
  readonly JobType: 'SERVICE_LEVEL' | 'ACTION_LEVEL';
  readonly ServicesLastAccessed: readonly ServiceLastAccessed[];
  readonly Error?: JobError;
}

/**
 * AWS answers as of the moment the job was made. Here the answer is made when it is fetched, of the activity until then:
 * so a job is a question and no copy of the activity. What was asked about may be gone by then: the job has failed.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
 */
export const GetServiceLastAccessedDetails = operation({
  name: 'iam:GetServiceLastAccessedDetails',
  readOnly: true,
  cli: 'iam get-service-last-accessed-details',
  parameters: { JobId: JOB_ID, ...PAGING },
  authorization: () => [{ action: 'iam:GetServiceLastAccessedDetails', resource: '*' }],
  perform: (scene, { JobId, ...paging }) => {
    const found = ownJob(scene, JobId, 'entity');
    if (!found.ok) return found;
    const { job } = found.value;
    const subject = accessSubject(scene, isArn(job.about) ? job.about : 'arn:');
    const services = subject.ok ? [...grantedServices(subject.value.policies)] : [];
    const cut = pageAfter(services, paging, (service) => service);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    const shown = subject.ok
      ? items.map((service) =>
          lastAccessed(
            service,
            accessesOf(scene.env.activity, subject.value.accessors, service),
            job.granularity === 'ACTION_LEVEL',
          ),
        )
      : [];
    return ok<Performed<Output>>({
      output: {
        ...jobState(job, !subject.ok),
        JobType: job.granularity,
        ServicesLastAccessed: shown,
        ...page,
        ...(!subject.ok && { Error: { Message: subject.error.message, Code: subject.error.code } }),
      },
      changes: [],
    });
  },
});

function lastAccessed(
  service: string,
  accesses: readonly Access[],
  withActions: boolean,
): ServiceLastAccessed {
  const [newest] = accesses;
  return {
    ServiceName: serviceName(service),
    ServiceNamespace: service,
    ...(newest && {
      LastAuthenticated: newest.use.date,
      LastAuthenticatedEntity: newest.by.arn,
      LastAuthenticatedRegion: newest.use.region,
    }),
    TotalAuthenticatedEntities: accesses.length,
    ...(withActions && { TrackedActionsLastAccessed: trackedActions(accesses) }),
  };
}

/** The Region that is kept is that of the last call of the service. */
const trackedActions = (accesses: readonly Access[]): TrackedAction[] =>
  [...actionAccesses(accesses)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ActionName, { by, use, date }]) => ({
      ActionName,
      LastAccessedEntity: by.arn,
      LastAccessedTime: date,
      LastAccessedRegion: use.region,
    }));
