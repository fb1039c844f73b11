// sns:ListSubscriptions: the subscriptions that belong to the account, of topics of other accounts too.
import { compareNames } from '../../../account/record.ts';
import { valuesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { NEXT_TOKEN, pageOf } from './pages.ts';
import { shownSubscription, subscriptionArn } from './subscriptions.ts';
import { topicArn } from './topic.ts';

/** @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html */
export const ListSubscriptions = operation({
  name: 'sns:ListSubscriptions',
  readOnly: true,
  cli: 'sns list-subscriptions',
  parameters: { NextToken: NEXT_TOKEN },
  authorization: () => [{ action: 'sns:ListSubscriptions', resource: '*' }],
  perform: ({ world, caller, env }, { NextToken }) => {
    const own = Object.values(world.accounts).flatMap(({ id, topics }) =>
      valuesOf(topics)
        .filter(({ region }) => region === env.region)
        .flatMap(({ region, name, subscriptions }) => {
          const arn = topicArn({ region, account: id, name });
          return valuesOf(subscriptions)
            .filter(({ owner }) => owner === caller.account)
            .map((one) => ({ place: subscriptionArn(arn, one.id), shown: shownSubscription({ arn }, one) }));
        }),
    );
    own.sort((a, b) => compareNames(a.place, b.place));
    const page = pageOf(own, NextToken, ({ place }) => place);
    if (!page.ok) return page;
    const { items, next } = page.value;
    return ok({ output: { Subscriptions: items.map(({ shown }) => shown), ...next }, changes: [] });
  },
});
