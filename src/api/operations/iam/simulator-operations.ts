// The operations of the policy simulator.
import { GetContextKeysForCustomPolicy } from './GetContextKeysForCustomPolicy.ts';
import { GetContextKeysForPrincipalPolicy } from './GetContextKeysForPrincipalPolicy.ts';
import { SimulateCustomPolicy } from './SimulateCustomPolicy.ts';
import { SimulatePrincipalPolicy } from './SimulatePrincipalPolicy.ts';

export const SIMULATOR_OPERATIONS = {
  'iam:SimulatePrincipalPolicy': SimulatePrincipalPolicy,
  'iam:SimulateCustomPolicy': SimulateCustomPolicy,
  'iam:GetContextKeysForCustomPolicy': GetContextKeysForCustomPolicy,
  'iam:GetContextKeysForPrincipalPolicy': GetContextKeysForPrincipalPolicy,
} as const;
