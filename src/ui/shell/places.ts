// Places: the list at the left edge, which of its entries a route belongs to, and what each place is called.
import { NEW_ENDPOINT, type Route } from '../shared/route.ts';

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
  | 'endpoints'
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
  { title: 'World', places: ['buckets', 'endpoints', 'directory'] },
  { title: 'Ask', places: ['map', 'activity'] },
];

export const LABELS: Readonly<Record<Listed, string>> = {
  learn: 'Learn',
  account: 'Users & roles',
  policies: 'Policies',
  credentials: 'Credentials',
  security: 'My security',
  profiles: 'Profiles',
  findings: 'Findings',
  buckets: 'Buckets',
  endpoints: 'VPC endpoints',
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
    case 'endpoint':
      return 'endpoints';
    case 'boundary':
      return 'account';
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
    case 'endpoint':
      return `${route.id === NEW_ENDPOINT ? 'New' : route.id} · VPC endpoints`;
    case 'boundary':
      return `Permissions boundary of ${route.name}`;
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
    case 'endpoint':
      return `${route.place}/${route.id}`;
    case 'boundary':
      return `${route.place}/${route.of}/${route.name}`;
    case 'bucket':
      return `${route.place}/${route.name}`;
    default:
      return route.place;
  }
}
