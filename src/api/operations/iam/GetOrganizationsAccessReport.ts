// iam:GetOrganizationsAccessReport: the services that an organization, a unit or an account may use, each with its last use.
import {
  accountsAt,
  servicesOfAccount,
  servicesOfPolicy,
  usesByService,
  type AccountUse,
  type Place,
} from '../../../account/organization-access.ts';
import { PART } from '../../../account/ordered.ts';
import { compareNames } from '../../../account/record.ts';
import type { Organization } from '../../../account/organization.ts';
import type { AccessJob } from '../../../account/world.ts';
import type { Instant } from '../../../aws/instant.ts';
import { ok } from '../../../aws/result.ts';
import { serviceName } from '../../../aws/services.ts';
import { operation, type Performed, type Scene } from '../../operation.ts';
import { fromTheEnd } from '../../pages.ts';
import { JOB_ID, jobState, ownJob, type JobError, type JobState } from './access-jobs.ts';
import { pageAfter, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';

interface AccessDetail {
  readonly ServiceName: string;
  readonly ServiceNamespace: string;
  /** These three are absent for a service that no account has used. */
  readonly Region?: string;
  /** Of the account that used it last. */
  readonly EntityPath?: string;
  readonly LastAuthenticatedTime?: Instant;
  /** How many accounts have used it. */
  readonly TotalAuthenticatedEntities: number;
}

interface Output extends JobState, Page {
  readonly NumberOfServicesAccessible?: number;
  readonly NumberOfServicesNotAccessed?: number;
  readonly AccessDetails?: readonly AccessDetail[];
  readonly ErrorDetails?: JobError;
}

type SortKey = keyof typeof ORDERS;

const byService = (detail: AccessDetail): string => detail.ServiceNamespace;
/** What was never used is older than everything. */
const byTime = (detail: AccessDetail): string =>
  `${detail.LastAuthenticatedTime ?? ''}${PART}${detail.ServiceNamespace}`;

const ORDERS = {
  SERVICE_NAMESPACE_ASCENDING: { placeOf: byService, compare: compareNames },
  SERVICE_NAMESPACE_DESCENDING: { placeOf: byService, compare: fromTheEnd },
  LAST_AUTHENTICATED_TIME_ASCENDING: { placeOf: byTime, compare: compareNames },
  LAST_AUTHENTICATED_TIME_DESCENDING: { placeOf: byTime, compare: fromTheEnd },
} as const;

const SORT_KEYS = Object.keys(ORDERS) as readonly SortKey[];
const isSortKey = (text: string): text is SortKey => Object.hasOwn(ORDERS, text);

/**
 * Made when it is fetched, of the activity until then, as the details of one entity are.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOrganizationsAccessReport.html
 */
export const GetOrganizationsAccessReport = operation({
  name: 'iam:GetOrganizationsAccessReport',
  readOnly: true,
  cli: 'iam get-organizations-access-report',
  parameters: {
    JobId: JOB_ID,
    ...PAGING,
    SortKey: { type: 'text', event: 'sortKey', required: false, oneOf: SORT_KEYS },
  },
  authorization: () => [{ action: 'iam:GetOrganizationsAccessReport', resource: '*' }],
  perform: (scene, { JobId, SortKey = '', ...paging }) => {
    const found = ownJob(scene, JobId, 'organization');
    if (!found.ok) return found;
    const { job } = found.value;
    const details = detailsOf(scene, job);
    if ('Code' in details)
      return ok<Performed<Output>>({
        output: { ...jobState(job, true), IsTruncated: false, ErrorDetails: details },
        changes: [],
      });
    const { placeOf, compare } = ORDERS[isSortKey(SortKey) ? SortKey : 'SERVICE_NAMESPACE_ASCENDING'];
    const cut = pageAfter(
      details.toSorted((a, b) => compare(placeOf(a), placeOf(b))),
      paging,
      placeOf,
      compare,
    );
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok<Performed<Output>>({
      output: {
        ...jobState(job, false),
        NumberOfServicesAccessible: details.length,
        NumberOfServicesNotAccessed: details.filter((each) => each.TotalAuthenticatedEntities === 0).length,
        AccessDetails: items,
        ...page,
      },
      changes: [],
    });
  },
});

/** AWS's words for places and policies that are not there are not known. */
function detailsOf({ world, env }: Scene, { about, policy }: AccessJob): AccessDetail[] | JobError {
  const { organization } = world;
  const places = organization && accountsAt(organization, about);
  if (!organization || !places)
    return { Code: 'NoSuchEntity', Message: `The entity path ${about} cannot be found.` };
  const services = servicesAt(organization, places, policy);
  if (!services) return { Code: 'NoSuchEntity', Message: `The policy ${policy} cannot be found.` };
  const uses = usesByService(world, places, env.activity);
  return [...services].map((service) => detail(service, uses.get(service) ?? []));
}

function servicesAt(
  organization: Organization,
  places: readonly Place[],
  policy: string | null,
): ReadonlySet<string> | null {
  if (policy !== null) return servicesOfPolicy(organization, policy);
  return new Set(places.flatMap(({ account }) => [...servicesOfAccount(organization, account)]));
}

function detail(service: string, uses: readonly AccountUse[]): AccessDetail {
  const [newest] = uses;
  return {
    ServiceName: serviceName(service),
    ServiceNamespace: service,
    ...(newest && {
      Region: newest.region,
      EntityPath: newest.place.path,
      LastAuthenticatedTime: newest.date,
    }),
    TotalAuthenticatedEntities: uses.length,
  };
}
