// lambda:ListFunctions: the functions of the account in a Region.
import { regional } from '../../../account/orders.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { pageBehind } from '../../pages.ts';
import { accountOf } from '../iam/entities.ts';
import { shownFunction } from './configuration.ts';
import { functionArn } from './function.ts';

const USUAL = 50;

const functionsIn = regional<LambdaFunction>();

/**
 * A marker that no page gave is refused with the exception that the model has for values; the words are ours.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
export const ListFunctions = operation({
  name: 'lambda:ListFunctions',
  readOnly: true,
  cli: 'lambda list-functions',
  parameters: {
    Marker: { type: 'text', event: 'marker', required: false },
    MaxItems: { type: 'integer', event: 'maxItems', required: false, least: 1, most: 10_000 },
  },
  authorization: () => [{ action: 'lambda:ListFunctions', resource: '*' }],
  perform: (scene, { MaxItems = USUAL, Marker }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, functions } = account.value;
    const here = functionsIn(functions, scene.env.region);
    const most = Math.min(MaxItems, USUAL);
    const cut = pageBehind(here, { token: Marker, most }, ({ name }) => name);
    if (!cut) return err(awsError('InvalidParameterValueException', 'Invalid marker'));
    return ok({
      output: {
        Functions: cut.items.map((lambda) =>
          shownFunction({
            arn: functionArn({ region: lambda.region, account: id, name: lambda.name }),
            lambda,
          }),
        ),
        ...(cut.next !== null && { NextMarker: cut.next }),
      },
      changes: [],
    });
  },
});
