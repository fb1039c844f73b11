// Places: which component shows a route, each loaded when it is first gone to.
import type { Component } from 'svelte';
import type { Route } from '../ui/shared/route.ts';
import Welcome from '../ui/welcome/Welcome.svelte';
import NotFound from './NotFound.svelte';

/** A component with its properties already in place. */
export interface Shown {
  readonly route: Route;
  readonly component: Component<Record<string, unknown>>;
  readonly props: Record<string, unknown>;
}

/** Whether a place shows something of the open workspace. */
export const needsWorkspace = ({ place }: Route): boolean =>
  !['welcome', 'learn', 'lesson', 'notFound'].includes(place);

export async function load(route: Route): Promise<Shown> {
  const shown = <Props extends Record<string, unknown>>(
    component: Component<Props>,
    props: Props,
  ): Shown => ({
    route,
    component: component as unknown as Component<Record<string, unknown>>,
    props,
  });
  switch (route.place) {
    case 'welcome':
      return shown(Welcome, {});
    case 'signIn':
      return shown((await import('../ui/signin/SignInPlace.svelte')).default, {
        account: route.account,
        as: route.as,
      });
    case 'session':
      return shown((await import('../ui/session/SessionPlace.svelte')).default, {});
    case 'switchRole':
      return shown((await import('../ui/switch/SwitchRole.svelte')).default, { from: route });
    case 'federated':
      return shown((await import('../ui/federation/FederatedPlace.svelte')).default, { door: route.door });
    case 'directory':
      return shown((await import('../ui/federation/DirectoryPlace.svelte')).default, {});
    case 'account':
      return shown((await import('../ui/console/Account.svelte')).default, { user: route.user });
    case 'security':
      return shown((await import('../ui/security/Security.svelte')).default, {});
    case 'findings':
      return shown((await import('../ui/security/Findings.svelte')).default, {});
    case 'profiles':
      return shown((await import('../ui/keyring/Profiles.svelte')).default, {});
    case 'policies':
      return shown((await import('../ui/console/Policies.svelte')).default, {});
    case 'policy':
      return shown((await import('../ui/console/PolicyPlace.svelte')).default, {
        id: route.id,
        event: route.event,
      });
    case 'credentials':
      return shown((await import('../ui/credentials/CredentialsPlace.svelte')).default, {
        way: route.way ?? 'assume-role',
        role: route.role,
      });
    case 'buckets':
      return shown((await import('../ui/console/Buckets.svelte')).default, {});
    case 'bucket':
      return shown((await import('../ui/console/Bucket.svelte')).default, {
        name: route.name,
        prefix: route.prefix,
      });
    case 'endpoints':
      return shown((await import('../ui/endpoints/Endpoints.svelte')).default, { region: route.region });
    case 'endpoint':
      return shown((await import('../ui/endpoints/EndpointPlace.svelte')).default, {
        id: route.id,
        region: route.region,
      });
    case 'boundary':
      return shown((await import('../ui/console/BoundaryPlace.svelte')).default, {
        of: route.of,
        name: route.name,
      });
    case 'map':
      return shown((await import('../ui/graph/MapPlace.svelte')).default, { event: route.event });
    case 'activity':
      return shown((await import('../ui/activity/Activity.svelte')).default, {});
    case 'event':
      return shown((await import('../ui/activity/EventPlace.svelte')).default, { id: route.id });
    case 'learn':
      return shown((await import('../ui/lesson/Learn.svelte')).default, {});
    case 'lesson':
      return shown((await import('../ui/lesson/LessonPlace.svelte')).default, { id: route.id });
    case 'notFound':
      return shown(NotFound, { path: route.path });
  }
}
