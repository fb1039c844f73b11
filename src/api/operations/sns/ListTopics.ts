// sns:ListTopics: the topics of the account in a Region.
import { regional } from '../../../account/orders.ts';
import type { Topic } from '../../../account/resources.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { NEXT_TOKEN, pageOf } from './pages.ts';
import { topicArn } from './topic.ts';

const topicsIn = regional<Topic>();

/** @see https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html */
export const ListTopics = operation({
  name: 'sns:ListTopics',
  readOnly: true,
  cli: 'sns list-topics',
  parameters: { NextToken: NEXT_TOKEN },
  authorization: () => [{ action: 'sns:ListTopics', resource: '*' }],
  perform: (scene, { NextToken }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, topics } = account.value;
    const here = topicsIn(topics, scene.env.region);
    const page = pageOf(here, NextToken, ({ name }) => name);
    if (!page.ok) return page;
    const { items, next } = page.value;
    return ok({
      output: {
        Topics: items.map(({ region, name }) => ({ TopicArn: topicArn({ region, account: id, name }) })),
        ...next,
      },
      changes: [],
    });
  },
});
