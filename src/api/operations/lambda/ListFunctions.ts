// lambda:ListFunctions: the functions of the account in a Region.
import { regional } from '../../../account/orders.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { pageFrom } from '../iam/paging.ts';
import { shownFunction } from './configuration.ts';
import { functionArn } from './function.ts';

const USUAL = 50;

const functionsIn = regional<LambdaFunction>();

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const ListFunctions = operation({
  name: 'lambda:ListFunctions',
  readOnly: true,
  cli: 'lambda list-functions',
  parameters: {
    Marker: { type: 'text', event: 'marker', required: false },
    MaxItems: { type: 'integer', event: 'maxItems', required: false, least: 1, most: 10_000 },
  },
  authorization: () => [{ action: 'lambda:ListFunctions', resource: '*' }],
  perform: (scene, { MaxItems = USUAL, ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, functions } = account.value;
    const here = functionsIn(functions, scene.env.region);
    const { items, page } = pageFrom(here, { ...paging, MaxItems: Math.min(MaxItems, USUAL) });
    return ok({
      output: {
        Functions: items.map((lambda) =>
          shownFunction({
            arn: functionArn({ region: lambda.region, account: id, name: lambda.name }),
            lambda,
          }),
        ),
        ...(page.Marker !== undefined && { NextMarker: page.Marker }),
      },
      changes: [],
    });
  },
});
