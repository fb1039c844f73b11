// sns:ListSubscriptions: the subscriptions that belong to the account, of topics of other accounts too.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { NEXT_TOKEN, pageFrom } from './pages.ts';
import { shownSubscription } from './subscriptions.ts';
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
      sortedValues(topics)
        .filter(({ region }) => region === env.region)
        .flatMap(({ region, name, subscriptions }) =>
          sortedValues(subscriptions)
            .filter(({ owner }) => owner === caller.account)
            .map((one) => shownSubscription({ arn: topicArn({ region, account: id, name }) }, one)),
        ),
    );
    const { items, next } = pageFrom(own, NextToken);
    return ok({ output: { Subscriptions: items, ...next }, changes: [] });
  },
});
