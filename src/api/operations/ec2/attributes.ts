// Attributes: the condition keys of the calls that change an attribute of something.
import type { RequestContext } from '../../../evaluation/request.ts';

/**
 * `ec2:Attribute` names each attribute that is set, and `ec2:Attribute/NAME` holds what it is set to.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-ec2-console.html
 */
export function attributeKeys(attributes: Readonly<Record<string, string | undefined>>): RequestContext {
  const set = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const names = set.map(([name]) => name);
  return {
    ...(names.length > 0 && { 'ec2:Attribute': names.length === 1 ? names.join() : names }),
    ...Object.fromEntries(set.map(([name, value]) => [`ec2:Attribute/${name}`, value])),
  };
}
