// sns:CreateTopic: a new topic, or the one there is if it is the same.
import { EMPTY, lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { optional } from '../iam/parameters.ts';
import { settingTags } from '../iam/tags.ts';
import { attributeError, attributeOf, NO_FIFO } from './attributes.ts';
import { invalidParameter, topicArn, topicKey } from './topic.ts';
import { defaultPolicy, topicPolicyError } from './topic-policy.ts';
import { taggedWith, TAGS } from './topic-tags.ts';

/**
 * Whoever asks for a topic that is there gets its ARN, unless attributes or tags are asked for that are otherwise. Tags
 * need a permission of their own.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export const CreateTopic = operation({
  name: 'sns:CreateTopic',
  readOnly: false,
  cli: 'sns create-topic',
  parameters: {
    Name: { type: 'text', event: 'name', required: true },
    Attributes: {
      type: 'map',
      event: 'attributes',
      required: false,
      of: { type: 'text', file: 'document' },
    },
    Tags: optional(TAGS),
  },
  authorization: (_world, { account }, { Name, Tags }, { region }) => {
    const asked = { resource: topicArn({ region, account, name: Name }), ...settingTags(Tags) };
    return [
      { action: 'sns:CreateTopic', ...asked },
      ...(Tags?.length ? [{ action: 'sns:TagResource', ...asked } as const] : []),
    ];
  },
  perform: (scene, { Name, Attributes = {}, Tags }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { world, env } = scene;
    const place = { region: env.region, account: account.value.id, name: Name };
    if (Name.endsWith('.fifo')) return err(NO_FIFO);
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Name)) return err(invalidParameter('Topic Name'));
    const refused =
      attributeError(Attributes, (name) =>
        invalidParameter(`Attributes Reason: Unknown attribute ${name}`),
      ) ?? topicPolicyError(world, Attributes['Policy']);
    if (refused) return err(refused);
    const tags = taggedWith({}, Tags ?? []);
    if (!tags.ok) return tags;
    const output = { TopicArn: topicArn(place) };
    const before = lookup(account.value.topics, topicKey(place));
    if (before) {
      const isOther = ([name, value]: readonly [string, string]): boolean =>
        attributeOf(before, name) !== (name === 'Policy' ? withRootArns(value) : value);
      if (Object.entries(Attributes).some(isOther))
        return err(invalidParameter('Attributes Reason: Topic already exists with different attributes'));
      const same = ([key, value]: readonly [string, string]): boolean => before.tags[key] === value;
      const given = Object.entries(tags.value);
      if (Tags && (given.length !== Object.keys(before.tags).length || !given.every(same)))
        return err(invalidParameter('Tags Reason: Topic already exists with different tags'));
      return ok({ output, changes: [] });
    }
    const { Policy = defaultPolicy(place), ...attributes } = Attributes;
    return ok({
      output,
      changes: [
        {
          kind: 'entitySet',
          account: account.value.id,
          table: 'topics',
          name: topicKey(place),
          value: {
            name: Name,
            region: env.region,
            created: env.now,
            policy: withRootArns(Policy),
            attributes,
            tags: tags.value,
            subscriptions: EMPTY,
          },
        },
      ],
    });
  },
});
