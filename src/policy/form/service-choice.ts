// The choice of a service: by its name, its prefix or what people call it, those that are simulated and usual first.
import { servicesMeant } from '../checks/services-meant.ts';
import { servicesFor } from '../completion/actions.ts';
import type { Idea, Setting } from '../completion/candidate.ts';
import { rankedOrNear } from '../completion/ranking.ts';

/** What a service is called in a list; no two are called the same: `Amazon S3 (s3)`. */
export const serviceLabel = (prefix: string, name: string): string => `${name} (${prefix})`;

/** By what is typed, best first. */
export function serviceIdeas(setting: Setting, typed: string): readonly Idea[] {
  const services = servicesFor(setting);
  const ideas = services.map(([prefix, name]): Idea => ({
    kind: 'service',
    label: serviceLabel(prefix, name),
    detail: '',
    // Some write the name in one word: `stepfunctions`.
    also: name.replaceAll(' ', ''),
  }));
  const text = typed.trim();
  if (text === '') return ideas;
  const meant = new Set([prefixOfService(setting, text), ...servicesMeant(setting.vocabulary, text)]);
  const first = ideas.filter((_, at) => meant.has(services[at]?.[0]));
  return [...first, ...rankedOrNear(text, ideas).filter((idea) => !first.includes(idea))];
}

/** Of what was typed or chosen: the label of a service, its prefix or its name; undefined for anything else. */
export function prefixOfService(setting: Setting, typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  return servicesFor(setting).find(([prefix, name]) =>
    [serviceLabel(prefix, name), prefix, name].some((one) => one.toLowerCase() === text),
  )?.[0];
}
