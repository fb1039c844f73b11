// Routes: the places of the app, as text in the URL fragment and back.

/** The ways to credentials, each with an address of its own. */
export const CREDENTIALS_WAYS = [
  'assume-role',
  'session-token',
  'federation-token',
  'assume-root',
  'access-key',
  'services',
  'anonymous',
  'revoke-sessions',
] as const;
export type CredentialsWay = (typeof CREDENTIALS_WAYS)[number];

/** A place. Every one can be linked to, reloaded and reached with Back. */
export type Route =
  | { readonly place: 'welcome' }
  /** `account`: its id or alias, filled in beforehand. */
  /** `as`: the door that is open; left out, that of IAM users. */
  | { readonly place: 'signIn'; readonly account?: string; readonly as?: 'root' }
  | { readonly place: 'session' }
  /** The form for switching roles, filled in as a link of the console would; what is not said is left empty. */
  | {
      readonly place: 'switchRole';
      readonly account?: string;
      readonly roleName?: string;
      readonly displayName?: string;
      readonly color?: string;
    }
  | { readonly place: 'federated'; readonly door: FederatedDoor }
  | { readonly place: 'directory' }
  /** `user`: whose entry is gone to. */
  | { readonly place: 'account'; readonly user?: string }
  | { readonly place: 'security' }
  | { readonly place: 'findings' }
  | { readonly place: 'profiles' }
  | { readonly place: 'policies' }
  | { readonly place: 'policy'; readonly id: string; readonly event?: string }
  | {
      readonly place: 'credentials';
      /** Left out: the first of them. */
      readonly way?: CredentialsWay;
      /** The ARN of the role that it is about. */
      readonly role?: string;
    }
  | { readonly place: 'buckets' }
  | { readonly place: 'bucket'; readonly name: string; readonly prefix: string }
  /** `region`: the Region that is listed; left out, that of the console. */
  | { readonly place: 'endpoints'; readonly region?: string }
  | { readonly place: 'endpoint'; readonly id: string; readonly region?: string }
  | { readonly place: 'boundary'; readonly of: Bounded; readonly name: string }
  | { readonly place: 'map'; readonly event?: string }
  | { readonly place: 'activity' }
  | { readonly place: 'event'; readonly id: string }
  | { readonly place: 'learn' }
  | { readonly place: 'lesson'; readonly id: string }
  | { readonly place: 'notFound'; readonly path: string };

/** The ways in with somebody else vouching: a company, a provider of tokens, the access portal of Identity Center. */
export const FEDERATED_DOORS = ['saml', 'oidc', 'portal'] as const;
export type FederatedDoor = (typeof FEDERATED_DOORS)[number];

/** What can have a permissions boundary. */
export const BOUNDED = ['user', 'role'] as const;
export type Bounded = (typeof BOUNDED)[number];

/** Stands in the place of the id of an endpoint, which always begins with `vpce-`. */
export const NEW_ENDPOINT = 'new';

const encode = encodeURIComponent;

/** As AWS names them in its own links to this form. */
const SWITCH_FIELDS = ['account', 'roleName', 'displayName', 'color'] as const;

/** The fragment of a place, `#` included, for `href`. */
export function hrefOf(route: Route): string {
  switch (route.place) {
    case 'welcome':
      return '#/';
    case 'signIn': {
      const fields = [
        ...(route.account === undefined ? [] : [`account=${encode(route.account)}`]),
        ...(route.as === undefined ? [] : [`as=${route.as}`]),
      ];
      return `#/sign-in${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
    }
    case 'switchRole': {
      const fields = SWITCH_FIELDS.flatMap((name) =>
        route[name] === undefined ? [] : [`${name}=${encode(route[name])}`],
      );
      return `#/switch-role${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
    }
    case 'account':
      return route.user === undefined ? '#/account' : `#/account?user=${encode(route.user)}`;
    case 'federated':
      return `#/sign-in/federated${route.door === 'saml' ? '' : `?door=${route.door}`}`;
    case 'policy':
      return `#/policies/${encode(route.id)}${route.event === undefined ? '' : `?event=${encode(route.event)}`}`;
    case 'credentials':
      return `#/credentials${route.way === undefined ? '' : `/${route.way}`}${route.role === undefined ? '' : `?role=${encode(route.role)}`}`;
    case 'bucket':
      return `#/buckets/${encode(route.name)}${route.prefix === '' ? '' : `?prefix=${encode(route.prefix)}`}`;
    case 'endpoints':
      return `#/endpoints${inRegion(route.region)}`;
    case 'endpoint':
      return `#/endpoints/${encode(route.id)}${inRegion(route.region)}`;
    case 'boundary':
      return `#/boundary/${encode(route.name)}${route.of === 'user' ? '' : `?of=${route.of}`}`;
    case 'map':
      return route.event === undefined ? '#/map' : `#/map?event=${encode(route.event)}`;
    case 'event':
      return `#/activity/${encode(route.id)}`;
    case 'lesson':
      return `#/learn/${encode(route.id)}`;
    case 'notFound':
      return `#${route.path}`;
    case 'session':
    case 'security':
    case 'findings':
    case 'profiles':
    case 'policies':
    case 'buckets':
    case 'activity':
    case 'learn':
    case 'directory':
      return `#/${route.place}`;
  }
}

const inRegion = (region: string | undefined): string =>
  region === undefined ? '' : `?region=${encode(region)}`;

/** Reads a fragment. Never throws: what is not a place is `notFound`. */
export function parseRoute(fragment: string): Route {
  const path = fragment.replace(/^#/, '');
  const notFound: Route = { place: 'notFound', path };
  const [before = '', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  const segments: string[] = [];
  for (const segment of before.split('/').filter((s) => s !== '')) {
    try {
      segments.push(decodeURIComponent(segment));
    } catch {
      // Escapes that stand for no text: nobody here writes such an address.
      return notFound;
    }
  }
  const [place, id, ...rest] = segments;
  if (rest.length > 0) return notFound;
  const event = parameters.get('event') ?? undefined;
  const role = parameters.get('role');
  const ofRole = role === null ? {} : { role };
  const account = parameters.get('account');
  const region = parameters.get('region');
  const ofRegion = region === null ? {} : { region };
  if (place === undefined) return { place: 'welcome' };
  if (id === undefined) {
    switch (place) {
      case 'sign-in':
        return {
          place: 'signIn',
          ...(account !== null && { account }),
          ...(parameters.get('as') === 'root' && { as: 'root' as const }),
        };
      case 'switch-role':
        return {
          place: 'switchRole',
          ...Object.fromEntries(
            SWITCH_FIELDS.flatMap((name) => {
              const value = parameters.get(name);
              return value === null ? [] : [[name, value]];
            }),
          ),
        };
      case 'map':
        return event === undefined ? { place } : { place, event };
      case 'credentials':
        return { place, ...ofRole };
      case 'endpoints':
        return { place, ...ofRegion };
      case 'account': {
        const user = parameters.get('user');
        return user === null ? { place } : { place, user };
      }
      case 'session':
      case 'security':
      case 'findings':
      case 'profiles':
      case 'policies':
      case 'buckets':
      case 'activity':
      case 'learn':
      case 'directory':
        return { place };
      default:
        return notFound;
    }
  }
  switch (place) {
    case 'sign-in':
      return id === 'federated'
        ? {
            place: 'federated',
            door: FEDERATED_DOORS.find((door) => door === parameters.get('door')) ?? 'saml',
          }
        : notFound;
    case 'policies':
      return event === undefined ? { place: 'policy', id } : { place: 'policy', id, event };
    case 'credentials': {
      const way = CREDENTIALS_WAYS.find((one) => one === id);
      return way === undefined ? notFound : { place, way, ...ofRole };
    }
    case 'buckets':
      return { place: 'bucket', name: id, prefix: parameters.get('prefix') ?? '' };
    case 'endpoints':
      return { place: 'endpoint', id, ...ofRegion };
    case 'boundary':
      return { place, of: BOUNDED.find((one) => one === parameters.get('of')) ?? 'user', name: id };
    case 'activity':
      return { place: 'event', id };
    case 'learn':
      return { place: 'lesson', id };
    default:
      return notFound;
  }
}
