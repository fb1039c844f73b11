// Places: the list at the left edge, which of its entries a route belongs to, and what each place is called.
import { everyPolicy } from '../../account/other-policies.ts';
import { sizeOf } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { AccountId } from '../../aws/arn.ts';
import type { ManagedPolicies } from '../../aws/catalogue.ts';
import type { Route } from '../shared/route.ts';

/** The places that the list names. */
export type Listed =
  | 'learn'
  | 'account'
  | 'policies'
  | 'security'
  | 'credentials'
  | 'profiles'
  | 'findings'
  | 'buckets'
  | 'directory'
  | 'map'
  | 'activity';

export interface Section {
  /** Empty for the first. */
  readonly title: string;
  readonly places: readonly Listed[];
}

export const SECTIONS: readonly Section[] = [
  { title: '', places: ['learn'] },
  { title: 'Account', places: ['account', 'policies', 'findings'] },
  { title: 'Who I am', places: ['security', 'credentials', 'profiles'] },
  { title: 'World', places: ['buckets', 'directory'] },
  { title: 'Ask', places: ['map', 'activity'] },
];

export const LABELS: Readonly<Record<Listed, string>> = {
  learn: 'Learn',
  account: 'Users & groups',
  policies: 'Policies',
  credentials: 'Credentials',
  security: 'My security',
  profiles: 'Profiles',
  findings: 'Findings',
  buckets: 'Buckets',
  directory: 'Directories',
  map: 'Map',
  activity: 'Activity',
};

/** The entry that stands for a route: a policy belongs to Policies. Null for places that are not in the list. */
export function listedPlace(route: Route): Listed | null {
  switch (route.place) {
    case 'policy':
      return 'policies';
    case 'bucket':
      return 'buckets';
    case 'event':
      return 'activity';
    case 'lesson':
      return 'learn';
    case 'welcome':
    case 'signIn':
    case 'session':
    case 'switchRole':
    case 'federated':
    case 'notFound':
      return null;
    default:
      return route.place;
  }
}

/** What a place is called, from the particular to the general. */
export function headingOf(route: Route): string {
  switch (route.place) {
    case 'welcome':
      return '';
    case 'signIn':
      return 'Sign in';
    case 'session':
      return 'Under the glass';
    case 'switchRole':
      return 'Switch role';
    case 'federated':
      return 'Federated sign-in';
    case 'bucket':
      return `${route.name} · Buckets`;
    case 'policy':
      return 'Policy';
    case 'event':
      return 'Request · Activity';
    case 'lesson':
      return 'Lesson';
    case 'notFound':
      return 'Not found';
    default:
      return LABELS[route.place];
  }
}

/** The title of the window while a place is shown. */
export const titleOf = (route: Route): string =>
  [headingOf(route), 'Rolecall'].filter((part) => part !== '').join(' · ');

/** A place apart from its parameters: moving between two of these moves the focus and the scroll position. */
export function placeKey(route: Route): string {
  switch (route.place) {
    case 'policy':
    case 'event':
    case 'lesson':
      return `${route.place}/${route.id}`;
    case 'bucket':
      return `${route.place}/${route.name}`;
    default:
      return route.place;
  }
}

/** How many policies of every kind and buckets there are: in one account, or in all when `account` is null. */
export function countsOf(
  world: World,
  account: AccountId | null,
  managed: ManagedPolicies,
): { policies: number; buckets: number } {
  const counts = { policies: 0, buckets: 0 };
  for (const one of Object.values(world.accounts)) {
    if (account !== null && one.id !== account) continue;
    counts.policies += everyPolicy(world, one.id, managed).length;
    counts.buckets += sizeOf(one.buckets);
  }
  return counts;
}
