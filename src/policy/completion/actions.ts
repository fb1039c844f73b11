// Actions: which calls may be named where the cursor is, by service, with their access levels and with wildcards.
import { parseArn } from '../../aws/arn.ts';
import type { Action, ActionDetails } from '../../aws/vocabulary.ts';
import { RCP_SERVICES } from '../rcp-services.ts';
import { indexOf, type ServiceActions } from './action-index.ts';
import type { Idea, Setting } from './candidate.ts';
import { begins, MOST, ranked, rankedOrNear } from './ranking.ts';

/** Who may be let into a role, and what that may bring along. */
const ASSUMING = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'TagSession',
  'SetSourceIdentity',
  'SetContext',
].map((name) => `sts:${name}`);

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

/** @param typed What stands before the cursor in the string. */
export function actionIdeas(setting: Setting, typed: string, present: readonly string[]): readonly Idea[] {
  return allIdeas(setting, typed).filter(({ label, text = label }) => !present.includes(text));
}

function allIdeas(setting: Setting, typed: string): readonly Idea[] {
  const { type, vocabulary } = setting;
  if (type === 'trust') {
    const actions = ASSUMING.flatMap((name) => vocabulary.action(name) ?? []);
    return rankedOrNear(typed, actions.map(actionIdea));
  }
  const only = serviceOf(setting);
  const index = indexOf(vocabulary);
  if (only !== undefined) {
    const service = index.service(only);
    const own =
      service && type === 'resource'
        ? { ...service, actions: service.actions.filter((action) => action.resources.length > 0) }
        : service;
    const ideas = own ? ofService(own, typed, typed.includes(':')) : [];
    // What a new endpoint has, too.
    return type === 'endpoint' && typed === '' ? ideas.toSpliced(1, 0, all).slice(0, MOST) : ideas;
  }
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const service = index.service(typed.slice(0, colon).toLowerCase());
    return service && isOpen(setting, service.prefix) ? ofService(service, typed, true) : [];
  }
  const everything: Idea[] = type === 'rcp' || typed !== '' ? [] : [all];
  if (typed.length < 3) return [...ranked(typed, serviceIdeas(setting)), ...everything].slice(0, MOST);
  const named = index
    .named(typed, MOST)
    .filter(({ name }) => isOpen(setting, prefixOf(name)))
    .toSorted((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name)))
    .map(actionIdea);
  const services = serviceIdeas(setting);
  const fitting = named.length === 0 ? rankedOrNear(typed, services) : ranked(typed, services);
  // `put` begins no word of "Amazon Compute Optimizer": actions stand above such.
  const first = fitting.filter((idea) => begins(typed, idea));
  return [...first, ...named, ...fitting.filter((idea) => !first.includes(idea))].slice(0, MOST);
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
      also: services.get(prefix) ?? '',
      text: `${prefix}:`,
      goesOn: true,
    }));
}

/** An action by its name without the service, and with it. */
type Full = Idea & { readonly full: string };

function ofService(service: ServiceActions, typed: string, hasColon: boolean): readonly Idea[] {
  const { prefix, name, size, actions, verbs } = service;
  const patterns: Idea[] = [
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
  const rest = hasColon ? typed.slice(typed.indexOf(':') + 1) : typed;
  const short = (label: string): string => label.slice(prefix.length + 1);
  // Compared without the service: `s3:Get` is not the start of a part of every name that begins with `s3:`.
  const fitting = (ideas: readonly Idea[], rank = ranked<Full>): Idea[] =>
    rank(
      rest,
      ideas.map((idea) => ({ ...idea, full: idea.label, label: short(idea.label) })),
    ).map(({ full, ...idea }) => ({ ...idea, label: full }));
  // The whole list by name; what is left of it while one types, shortest first: `GetObject` before `GetObjectAcl`.
  const several = fitting(patterns);
  const single =
    rest === ''
      ? actions.map(actionIdea)
      : fitting(
          actions.toSorted((a, b) => a.name.length - b.name.length).map(actionIdea),
          several.length === 0 ? rankedOrNear<Full> : ranked<Full>,
        );
  // One pattern that says what was typed stands above the single actions, the others below.
  const [first, ...others] = several;
  return [...(first ? [first] : []), ...single, ...others].slice(0, MOST);
}

const actionIdea = ({ name, level }: Action | ActionDetails): Idea => ({
  kind: 'action',
  label: name,
  detail: level,
});
