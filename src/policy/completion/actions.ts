// Actions: which calls may be named where the cursor is, by service, with their access levels and with wildcards.
import { parseArn } from '../../aws/arn.ts';
import type { Action, ActionDetails } from '../../aws/vocabulary.ts';
import { operationsBeginning } from '../api-names.ts';
import { servicesMeant } from '../checks/services-meant.ts';
import { covers } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { OutlineObject } from '../outline.ts';
import { RCP_SERVICES } from '../rcp-services.ts';
import { indexOf, type ServiceActions } from './action-index.ts';
import type { Idea, Setting } from './candidate.ts';
import { actionFit } from './fitting.ts';
import { isAbout } from './own-actions.ts';
import { begins, MOST, ranked, rankedOrNear } from './ranking.ts';
import { ASSUMING, assumingFor } from './trust-keys.ts';
import { usualAmong } from './usual-actions.ts';

/** Services that a sandbox of IAM is mostly about come first among the 440. */
const FIRST = [
  's3',
  'iam',
  'sts',
  'ec2',
  'kms',
  'lambda',
  'dynamodb',
  'sqs',
  'sns',
  'secretsmanager',
  'organizations',
];

/**
 * @param statement The one that the action is for: what does not go with the rest of it comes last, and not at all before
 *   a letter of it is typed.
 * @param typed What stands before the cursor in the string.
 */
export function actionIdeas(
  setting: Setting,
  statement: OutlineObject,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  return allIdeas(setting, statement, typed).filter(({ label, text = label }) => !present.includes(text));
}

function allIdeas(setting: Setting, statement: OutlineObject, typed: string): readonly Idea[] {
  const { type, vocabulary, about } = setting;
  const fits = actionFit(setting, statement);
  if (type === 'trust') {
    const actions = assumingFor(statement).flatMap((name) => vocabulary.action(name) ?? []);
    return rankedOrNear(typed, actions.filter(({ name }) => fits(name)).map(actionIdea));
  }
  const only = serviceOf(setting);
  const index = indexOf(vocabulary);
  if (only !== undefined) {
    const service = index.service(only);
    const own = service && type === 'resource' && about !== undefined ? ofResource(service, about) : service;
    const ideas = own ? ofService(own, typed, typed.includes(':'), fits) : [];
    // What a new endpoint has, too.
    return type === 'endpoint' && typed === '' ? ideas.toSpliced(1, 0, all) : ideas;
  }
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const prefix = typed.slice(0, colon);
    const service = index.service(prefix.toLowerCase());
    if (!service) return calledOtherwise(setting, typed, fits);
    return isOpen(setting, service.prefix) ? ofService(service, typed, true, fits) : [];
  }
  const everything: Idea[] = type === 'rcp' || typed !== '' ? [] : [all];
  if (typed.length < 3) return [...ranked(typed, serviceIdeas(setting)), ...everything];
  const [simulated, others, within] = actionsNamed(setting, typed);
  const services = serviceIdeas(setting);
  const hasNone = simulated.length + others.length + within.length === 0;
  const fitting = hasNone ? rankedOrNear(typed, services) : ranked(typed, services);
  // `put` begins no word of "Amazon Compute Optimizer", and `user` the prefix of few of the services that have to do with users.
  const named = fitting.filter(
    ({ label, ...rest }) =>
      label.startsWith(typed.toLowerCase()) || (isFirst(label) && begins(typed, { label, ...rest })),
  );
  const meant = [...new Set([...named, ...calledSo(setting, typed, services)])];
  const called = fitting.filter((idea) => !meant.includes(idea) && begins(typed, idea));
  const rest = fitting.filter((idea) => !meant.includes(idea) && !called.includes(idea));
  const some = MOST / 2;
  return [
    ...meant,
    ...simulated.slice(0, some),
    ...called,
    ...others,
    ...simulated.slice(some),
    ...within,
    ...rest,
  ];
}

/** `elb:Describe` is about what AWS calls `elasticloadbalancing:`, and `stepfunctions:` about `states:`. */
function calledOtherwise(
  setting: Setting,
  typed: string,
  fits: (action: string) => boolean,
): readonly Idea[] {
  const { vocabulary } = setting;
  const prefix = prefixOf(typed);
  const meant = servicesMeant(vocabulary, prefix).filter((service) => isOpen(setting, service));
  const actions = typed.endsWith(':')
    ? []
    : meant.flatMap((name) => {
        const service = indexOf(vocabulary).service(name);
        return service ? ofService(service, typed, true, fits) : [];
      });
  if (actions.length > 0) return actions;
  const services = serviceIdeas(setting);
  const called = meant.flatMap((name) => services.find(({ label }) => label === `${name}:`) ?? []);
  return [...called, ...rankedOrNear(prefix, services).filter((idea) => !called.includes(idea))];
}

/** Services that go by quite another name with people: `sfn`. What is only spelled alike may be the start of an action. */
const calledSo = ({ vocabulary }: Setting, typed: string, services: readonly Idea[]): readonly Idea[] =>
  servicesMeant(vocabulary, typed)
    .filter((service) => nearest(typed, [service]).length === 0)
    .flatMap((service) => services.find(({ label }) => label === `${service}:`) ?? []);

/** How many actions with what was typed in their names are put in order. */
const MOST_NAMED = 1_000;

/**
 * Actions of any service, by what was typed of their own names: those of the services that are simulated, those of others,
 * and those that have it only within a word. Whoever types the name of an API operation means the actions that it needs.
 */
function actionsNamed(setting: Setting, typed: string): readonly [Idea[], Idea[], Idea[]] {
  const { vocabulary } = setting;
  const operations = operationsBeginning(typed);
  const neededBy = (isWhole: boolean): readonly Action[] =>
    operations
      .filter(({ operation }) => (operation.length === operation.indexOf(':') + 1 + typed.length) === isWhole)
      .flatMap(({ actions }) => actions.flatMap((name) => vocabulary.action(name) ?? []));
  const found = indexOf(vocabulary).named(typed, MOST_NAMED);
  const begun = found.filter(({ name }) => begins(typed, { label: name }));
  const ofFirst = begun.filter(({ name }) => isFirst(name));
  const groups = [
    [...neededBy(true), ...ofFirst, ...neededBy(false)],
    begun.filter(({ name }) => !isFirst(name)),
    found
      .filter((action) => !begun.includes(action))
      .toSorted((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name))),
  ] as const;
  const ideas = groups.map((actions) =>
    [...new Map(actions.map((action) => [action.name, action])).values()]
      .filter(({ name }) => isOpen(setting, prefixOf(name)))
      .map(actionIdea),
  );
  return [ideas[0] ?? [], ideas[1] ?? [], ideas[2] ?? []];
}

const prefixOf = (action: string): string => action.slice(0, action.indexOf(':'));
const isFirst = (action: string): boolean => FIRST.includes(prefixOf(action));

/** A resource-based policy is about actions of the service of its resource only, that of an endpoint about its service's. */
function serviceOf({ type, about, endpoint, vocabulary }: Setting): string | undefined {
  // Some endpoints are called otherwise than the actions behind them: of those nothing is known.
  if (type === 'endpoint')
    return vocabulary.services.has(endpoint?.service ?? '') ? endpoint?.service : undefined;
  if (type !== 'resource' || about === undefined) return undefined;
  return parseArn(about)?.service;
}

/** Of a service what can be about one of its resources. Of patterns SNS takes none, and of the others only those that match some of it. */
function ofResource(service: ServiceActions, about: string): ServiceActions {
  const actions = service.actions.filter((action) => isAbout(about, action));
  const isOfSome = ([pattern]: readonly [string, number]): boolean =>
    actions.some(({ name }) => covers(pattern.toLowerCase(), name.toLowerCase()));
  const verbs = service.prefix === 'sns' ? null : (service.verbs?.filter(isOfSome) ?? null);
  return { ...service, actions, verbs };
}

/** The services whose actions this policy can name: prefix and name, those that a sandbox of IAM is mostly about first. */
export function servicesFor(setting: Setting): readonly (readonly [prefix: string, name: string])[] {
  const { services } = setting.vocabulary;
  const only = setting.type === 'trust' ? 'sts' : serviceOf(setting);
  if (only !== undefined) return services.has(only) ? [[only, services.get(only) ?? '']] : [];
  return serviceIdeas(setting).map(({ label, detail }) => [label.slice(0, -1), detail] as const);
}

/** Those of a service, by name, that have an effect in this policy. */
export function actionsFor({ type, vocabulary, about }: Setting, prefix: string): readonly ActionDetails[] {
  const service = indexOf(vocabulary).service(prefix);
  if (!service) return [];
  if (type === 'trust') return service.actions.filter(({ name }) => ASSUMING.includes(name));
  return type === 'resource' && about !== undefined ? ofResource(service, about).actions : service.actions;
}

const isOpen = ({ type }: Setting, service: string): boolean => type !== 'rcp' || RCP_SERVICES.has(service);

const all: Idea = {
  kind: 'pattern',
  label: '*',
  detail: 'every action of every service',
  info: 'Everything that can be done in AWS. Rarely what is wanted.',
};

function serviceIdeas(setting: Setting): readonly Idea[] {
  const { services } = setting.vocabulary;
  const first = FIRST.filter((prefix) => services.has(prefix));
  const others = [...services.keys()].filter((prefix) => !FIRST.includes(prefix));
  return [...first, ...others]
    .filter((prefix) => isOpen(setting, prefix))
    .map((prefix) => ({
      kind: 'service',
      label: `${prefix}:`,
      detail: services.get(prefix) ?? '',
      // Some write the name in one word: `stepfunctions`.
      also: `${services.get(prefix) ?? ''} ${(services.get(prefix) ?? '').replaceAll(' ', '')}`,
      text: `${prefix}:`,
      goesOn: true,
    }));
}

/** An action by its name without the service, and with it. */
type Full = Idea & { readonly full: string };

function ofService(
  { prefix, name, size, ...all }: ServiceActions,
  typed: string,
  hasColon: boolean,
  fits: (action: string) => boolean,
): readonly Idea[] {
  const rest = hasColon ? typed.slice(typed.indexOf(':') + 1) : typed;
  const going = all.actions.filter((action) => fits(action.name));
  // Where nothing goes with the rest, that is what will have to change.
  const isBare = rest === '' && going.length > 0;
  const actions = isBare ? going : all.actions;
  const verbs =
    (isBare && going.length < all.actions.length
      ? all.verbs?.filter(([pattern]) =>
          going.some((action) => covers(pattern.toLowerCase(), action.name.toLowerCase())),
        )
      : all.verbs) ?? null;
  const patterns: Idea[] =
    verbs === null
      ? []
      : [
          {
            kind: 'pattern',
            label: `${prefix}:*`,
            detail: `all ${size} actions`,
            info: `Every action of ${name}, those that AWS adds later too.`,
          },
          ...verbs.map(([pattern, count]): Idea => ({
            kind: 'pattern',
            label: pattern,
            detail: `${count} actions`,
            info: `Every action of ${name} whose name begins so, those that AWS adds later too.`,
          })),
        ];
  const short = (label: string): string => label.slice(prefix.length + 1);
  // Compared without the service: `s3:Get` is not the start of a part of every name that begins with `s3:`.
  const fitting = (ideas: readonly Idea[], rank = ranked<Full>): Idea[] =>
    rank(
      rest,
      ideas.map((idea) => ({ ...idea, full: idea.label, label: short(idea.label) })),
    ).map(({ full, ...idea }) => ({ ...idea, label: full }));
  // The usual ones, then by name; what is left while one types, shortest first: `GetObject` before `GetObjectAcl`.
  const several = fitting(patterns);
  const usual = usualAmong(prefix, actions);
  const others = actions.filter((action) => !usual.includes(action));
  const listed =
    rest === ''
      ? [...usual, ...others].map(actionIdea)
      : fitting(
          [...usual, ...others.toSorted((a, b) => a.name.length - b.name.length)].map(actionIdea),
          several.length === 0 ? rankedOrNear<Full> : ranked<Full>,
        );
  const single = [
    ...listed.filter(({ label }) => fits(label)),
    ...listed.filter(({ label }) => !fits(label)),
  ];
  // One pattern that says what was typed stands above the single actions, the others below.
  const [first, ...patternsBelow] = several;
  return [...(first ? [first] : []), ...single, ...patternsBelow];
}

const actionIdea = ({ name, level }: Action | ActionDetails): Idea => ({
  kind: 'action',
  label: name,
  detail: level,
});
