// iam:SetSecurityTokenServicePreferences: in which Regions the tokens of the global endpoint of STS are valid.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html */
export const SetSecurityTokenServicePreferences = operation({
  name: 'iam:SetSecurityTokenServicePreferences',
  readOnly: false,
  cli: 'iam set-security-token-service-preferences',
  parameters: {
    GlobalEndpointTokenVersion: {
      type: 'text',
      event: 'globalEndpointTokenVersion',
      required: true,
      oneOf: ['v1Token', 'v2Token'],
    },
  },
  authorization: () => [{ action: 'iam:SetSecurityTokenServicePreferences', resource: '*' }],
  perform: (scene, { GlobalEndpointTokenVersion }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, globalTokenVersion } = account.value;
    const value = GlobalEndpointTokenVersion === 'v2Token' ? 2 : 1;
    return ok({
      output: {},
      changes:
        value === globalTokenVersion
          ? []
          : [{ kind: 'accountSet', account: id, field: 'globalTokenVersion', value }],
    });
  },
});
