// Known resources: the types of resource that a service has, with their ARNs cut into parts.
import type { ResourceType, Vocabulary } from '../../aws/vocabulary.ts';
import { overlaps, patternTokens, templateTokens } from './overlap.ts';

/** A type of resource with the parts of its ARN that matter. */
export interface KnownType {
  readonly type: ResourceType;
  readonly region: Field;
  readonly account: Field;
  readonly tokens: readonly string[];
}

/** Whether a part of the ARN must be there, must be empty, or is always the same word. */
type Field = 'needed' | 'none' | 'fixed';

const fieldOf = (text: string): Field => (text === '' ? 'none' : text.startsWith('${') ? 'needed' : 'fixed');

/** In ARNs these services go by another name than in actions. */
const ARN_SERVICES: ReadonlyMap<string, string> = new Map([
  ['catalog', 'servicecatalog'],
  ['elastic-inference', 'ec2'],
  ['route53-recovery-control', 'route53-recovery-control-config'],
]);

const types = new WeakMap<Vocabulary, Map<string, readonly KnownType[]>>();

/** The types of resource whose ARNs name this service; empty where AWS publishes none. */
export function typesOf(vocabulary: Vocabulary, arnService: string): readonly KnownType[] {
  const remembered = types.get(vocabulary) ?? new Map<string, readonly KnownType[]>();
  types.set(vocabulary, remembered);
  const known = remembered.get(arnService);
  if (known) return known;
  const prefixes = [arnService, ARN_SERVICES.get(arnService) ?? ''];
  const found = prefixes.flatMap((prefix) =>
    [...(vocabulary.service(prefix)?.resourceTypes.values() ?? [])].flatMap((type) => {
      const one = cut(type);
      return one.service === arnService ? [one] : [];
    }),
  );
  remembered.set(arnService, found);
  return found;
}

/** Every service that some ARN names; made once, when an ARN names one that is no prefix of actions. */
const everyService = new WeakMap<Vocabulary, ReadonlyMap<string, readonly KnownType[]>>();

/** As `typesOf`, of all services: ARNs of one are sometimes listed by another. */
export function typesAnywhere(vocabulary: Vocabulary, arnService: string): readonly KnownType[] {
  let all = everyService.get(vocabulary);
  if (all === undefined) {
    const made = new Map<string, KnownType[]>();
    for (const prefix of vocabulary.services.keys())
      for (const type of vocabulary.service(prefix)?.resourceTypes.values() ?? []) {
        const one = cut(type);
        made.set(one.service, [...(made.get(one.service) ?? []), one]);
      }
    all = made;
    everyService.set(vocabulary, all);
  }
  return all.get(arnService) ?? [];
}

const cuts = new WeakMap<ResourceType, KnownType & { readonly service: string }>();

export function cut(type: ResourceType): KnownType & { readonly service: string } {
  const known = cuts.get(type);
  if (known) return known;
  const [, , service = '', region = '', account = '', ...rest] = type.arn.split(':');
  const made = {
    type,
    service,
    region: fieldOf(region),
    account: fieldOf(account),
    tokens: templateTokens(rest.join(':')),
  };
  cuts.set(type, made);
  return made;
}

/** The types among these that a resource part of a pattern can be of. */
export function fitting(known: readonly KnownType[], resource: string): readonly KnownType[] {
  const tokens = patternTokens(resource);
  return known.filter((one) => overlaps(tokens, one.tokens));
}
