// Attribute words: what AWS makes of each attribute of a SAML response, in a sentence.
import { AWS_ATTRIBUTES } from '../../api/saml.ts';

const WORDS: Readonly<Record<string, string>> = {
  Role: 'Each value is one role with the provider it is offered through. Only these can be asked for.',
  RoleSessionName: 'Becomes the name of the session: it ends the ARN of whoever acts, and is in every event.',
  SessionDuration: 'Seconds that the session lasts, up to the maximum of the role.',
  TransitiveTagKeys: 'Session tags that go along when the session assumes another role.',
  SourceIdentity:
    'Says who it is for good: no role that is assumed later can change it. Needs sts:SetSourceIdentity.',
};

/** The name without what all attributes of AWS begin with. */
export const shortName = (name: string): string =>
  name.startsWith(AWS_ATTRIBUTES) ? name.slice(AWS_ATTRIBUTES.length) : (name.split(/[/:]/).at(-1) ?? name);

export function attributeWords(name: string): string {
  if (!name.startsWith(AWS_ATTRIBUTES))
    return 'For other readers. AWS knows some such attributes as condition keys, saml:mail for example.';
  const short = shortName(name);
  const [, tag] = /^PrincipalTag:(.+)$/.exec(short) ?? [];
  if (tag !== undefined)
    return `A session tag: policies test it as aws:PrincipalTag/${tag}. Needs sts:TagSession in the trust policy.`;
  return WORDS[short] ?? 'AWS does not know this attribute. Names are exact, letter case included.';
}
