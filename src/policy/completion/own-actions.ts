// Own actions: which actions of a service can be named in the policy of one of its resources, and have an effect there.
import { s3Level } from '../../aws/s3-vocabulary.ts';
import type { ActionDetails } from '../../aws/vocabulary.ts';
import { cut, fitting } from '../checks/known-resources.ts';
import { RESOURCE_GRAMMARS } from '../resource-grammars.ts';
import { takesAction } from '../save-resource.ts';

const GRAMMARS = Object.values(RESOURCE_GRAMMARS);

/** @param about The ARN of the resource; of a bucket it stands for the objects in it as well. */
export function isAbout(about: string, { name, resources }: ActionDetails): boolean {
  if (about.startsWith('arn:aws:s3:::'))
    return /^(bucket|object)$/.test(s3Level(name.slice(name.indexOf(':') + 1)) ?? '');
  const [, , service = '', , , ...rest] = about.split(':');
  const grammar = GRAMMARS.find((one) => one.service === service);
  if (grammar && !takesAction(grammar, name)) return false;
  const types = resources.map(({ type }) => cut(type)).filter((type) => type.service === service);
  return fitting(types, rest.join(':')).length > 0;
}
