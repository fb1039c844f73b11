// Access jobs: questions for data of last access, asked under an id and answered when the id is shown.
import type { Change } from '../../../account/change.ts';
import { lookup, valuesOf } from '../../../account/table.ts';
import type { AccessJob, Account } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { addSeconds, hasPassed, type Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import type { Performed, Scene } from '../../operation.ts';
import { accountOf } from './entities.ts';

export const JOB_ID = { type: 'text', event: 'jobId', required: true, min: 36, max: 36 } as const;

/** The role for all of its sessions. */
function askerArn({ world, caller }: Scene): Arn {
  return caller.kind === 'roleSession' ? caller.roleArn : callerArn(world, caller);
}

/** AWS keeps a job for 168 hours. */
const SECONDS_KEPT = 168 * 60 * 60;

const isOver = ({ created }: AccessJob, now: Instant): boolean =>
  hasPassed(addSeconds(created, SECONDS_KEPT), now);

/** A new job, filed; those whose time is over go. */
export function newJob(
  scene: Scene,
  account: Account,
  asked: Pick<AccessJob, 'about' | 'granularity' | 'policy'>,
): Performed<{ readonly JobId: string }> {
  const { now, newId } = scene.env;
  const value: AccessJob = { id: newId(), ...asked, created: now, by: askerArn(scene) };
  const file = { kind: 'entitySet', account: account.id, table: 'accessJobs' } as const;
  return {
    output: { JobId: value.id },
    changes: [
      ...valuesOf(account.accessJobs)
        .filter((job) => isOver(job, now))
        .map(({ id }): Change => ({ ...file, name: id, value: null })),
      { ...file, name: value.id, value },
    ],
  };
}

/** A job of the caller's own; those of others are as if there were none. AWS's words for that are not known. */
export function ownJob(
  scene: Scene,
  id: string,
  kind: 'entity' | 'organization',
): Result<{ readonly account: Account; readonly job: AccessJob }, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const job = lookup(account.value.accessJobs, id);
  const isKind = job?.about.startsWith('arn:') === (kind === 'entity');
  return job && isKind && job.by === askerArn(scene) && !isOver(job, scene.env.now)
    ? ok({ account: account.value, job })
    : err(awsError('NoSuchEntity', `The job with id ${id} cannot be found.`));
}

export interface JobState {
  readonly JobStatus: 'COMPLETED' | 'FAILED';
  readonly JobCreationDate: Instant;
  readonly JobCompletionDate: Instant;
}

export interface JobError {
  readonly Message: string;
  readonly Code: string;
}

/** Jobs are done the moment they are asked for. */
export const jobState = ({ created }: AccessJob, failed: boolean): JobState => ({
  JobStatus: failed ? 'FAILED' : 'COMPLETED',
  JobCreationDate: created,
  JobCompletionDate: created,
});
