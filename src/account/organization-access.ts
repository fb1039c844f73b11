// Organization access: which services the accounts at a place of the organization may use, and which they have used.
import type { AccountId } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import { SERVICES } from '../aws/services.ts';
import { parsedPolicy } from '../policy/parse.ts';
import type { Activity } from './activity.ts';
import { findAccount } from './find.ts';
import { grantedOf, grantedServices, knownServices } from './granted-services.ts';
import { compareDates } from './last-accessed.ts';
import { fullAccessDocument, levelsOf, organizationPath } from './levels.ts';
import type { Organization } from './organization.ts';
import { entriesOf, lookup, valuesOf } from './table.ts';
import type { World } from './world.ts';

/** An account with its path from the organization down, its own id at the end: `o-…/r-…/ou-…/111122223333`. */
export interface Place {
  readonly account: AccountId;
  readonly path: string;
}

/** The accounts at a path or below it; null when there is no such place. */
export function accountsAt(organization: Organization, path: string): readonly Place[] | null {
  const wanted = path.replace(/\/$/, '');
  const accounts = valuesOf(organization.members).flatMap(({ account }): Place[] => {
    const above = organizationPath(organization, account);
    return above === null ? [] : [{ account, path: `${above}${account}` }];
  });
  const found = accounts.filter((place) => `${place.path}/`.startsWith(`${wanted}/`));
  return found.length > 0 || isUnit(organization, wanted) ? found : null;
}

/** Whether a path is that of a unit, which may be empty. */
function isUnit({ id, root, units }: Organization, path: string): boolean {
  const [organization, top, ...below] = path.split('/');
  let parent = root;
  for (const name of below) {
    const unit = lookup(units, name);
    if (unit?.parent !== parent) return false;
    parent = unit.id;
  }
  return organization === id && top === root;
}

/** The services that one service control policy allows for itself; null when there is no such policy. */
export function servicesOfPolicy({ policies }: Organization, id: string): ReadonlySet<string> | null {
  const own = lookup(policies, id);
  const text = fullAccessDocument(id) ?? (own?.type === 'SERVICE_CONTROL_POLICY' ? own.content : null);
  const document = text === null ? null : parsedPolicy(text).document;
  return document && grantedServices([{ source: { id, name: id, kind: 'organization' }, document }]);
}

/** The services that the service control policies above leave open: every level has to allow them. */
export function servicesOfAccount(organization: Organization, account: AccountId): ReadonlySet<string> {
  const levels = levelsOf(organization, account, 'SERVICE_CONTROL_POLICY');
  if (levels === null) return new Set(SERVICES);
  const documents = levels.map(({ policies }) => policies.map(({ document }) => document));
  const known = knownServices(documents.flat());
  return documents.reduce<ReadonlySet<string>>((left, level) => grantedOf(level, left), known);
}

export interface AccountUse {
  readonly place: Place;
  readonly date: Instant;
  readonly region: string;
}

/** By service, the accounts whose users, roles or root user have used it, newest first. */
export function usesByService(
  world: World,
  places: readonly Place[],
  { services }: Activity,
): ReadonlyMap<string, readonly AccountUse[]> {
  const placeById = new Map<string, Place>();
  for (const place of places) {
    const account = findAccount(world, place.account);
    if (!account) continue;
    placeById.set(account.id, place);
    for (const { id } of [...valuesOf(account.users), ...valuesOf(account.roles)]) placeById.set(id, place);
  }
  const uses = new Map<string, Map<AccountId, AccountUse>>();
  for (const [key, { date, region }] of entriesOf(services)) {
    const [id = '', service = ''] = key.split('/');
    const place = placeById.get(id);
    if (!place) continue;
    const ofService = uses.get(service) ?? new Map<AccountId, AccountUse>();
    uses.set(service, ofService);
    const before = ofService.get(place.account);
    if (!before || compareDates(before.date, date) < 0) ofService.set(place.account, { place, date, region });
  }
  return new Map(
    [...uses].map(([service, ofService]) => [
      service,
      [...ofService.values()].sort((a, b) => compareDates(b.date, a.date)),
    ]),
  );
}
