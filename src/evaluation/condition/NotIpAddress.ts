// NotIpAddress: IpAddress, negated.
import { IpAddress } from './IpAddress.ts';
import { negate } from './operator.ts';

export const NotIpAddress = negate(IpAddress, 'NotIpAddress');
