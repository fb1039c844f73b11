// iam:GetServiceLastAccessedDetailsWithEntities: who could use one of the services that were asked about, and who did.
import { grantedServices } from '../../../account/granted-services.ts';
import type { ServiceUse } from '../../../account/activity.ts';
import { accessesOf, type Accessor } from '../../../account/last-accessed.ts';
import { PART } from '../../../account/ordered.ts';
import { compareNames } from '../../../account/record.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import { JOB_ID, jobState, ownJob, type JobError, type JobState } from './access-jobs.ts';
import { accessSubject } from './access-subject.ts';
import { pageAfter, type Page } from './paging.ts';
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
    const unused = accessors.filter((accessor) => !used.has(accessor));
    const listed = [...accesses, ...unused.map((by) => ({ by, use: null }))]
      .map(({ by, use }) => ({ by, use, place: placeOf(by, use) }))
      .sort((a, b) => compareNames(a.place, b.place));
    const cut = pageAfter(listed, paging, ({ place }) => place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok<Performed<Output>>({
      output: { ...jobState(job, false), EntityDetailsList: items.map(details), ...page },
      changes: [],
    });
  },
});

const details = ({ by, use }: { readonly by: Accessor; readonly use: ServiceUse | null }): EntityDetails => ({
  EntityInfo: { Arn: by.arn, Name: by.name, Type: by.kind, Id: by.id, Path: by.path },
  ...(use && { LastAuthenticated: use.date }),
});

/** By the time from now back, users before roles, by name. */
const placeOf = ({ kind, name }: Accessor, use: ServiceUse | null): string =>
  [String(END - (use ? epochMillis(use.date) : 0)).padStart(16, '0'), kind === 'USER' ? 'a' : 'b', name].join(
    PART,
  );

/** Later than all dates that there are, in milliseconds since 1970. */
const END = 8_640_000_000_000_000;
