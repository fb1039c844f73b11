// IpAddress: the address lies in a range written as CIDR; an address of the other family does not.
import ipaddr from 'ipaddr.js';
import { textOfPieces, type Comparison } from './operator.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

export const IpAddress: Comparison = {
  kind: 'comparison',
  name: 'IpAddress',
  negated: false,
  variables: false,
  isReadable: (text, of) => (of === 'request' ? readAddress(text) : readRange(text)) !== null,
  prepare: (pieces) => {
    const range = readRange(textOfPieces(pieces));
    if (range === null) return () => false;
    const [network, bits] = range;
    return (text) => {
      const address = readAddress(text);
      return address !== null && address.kind() === network.kind() && address.match(network, bits);
    };
  },
};

/** Four decimal numbers or an IPv6 address. The parser takes more, octal and shortened forms, than AWS does. */
function readAddress(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text)
    ? ipaddr.IPv6.parse(text)
    : null;
}

/** Without a prefix length the range is the single address. */
function readRange(text: string): readonly [Address, number] | null {
  const slash = text.indexOf('/');
  const address = readAddress(slash === -1 ? text : text.slice(0, slash));
  if (address === null) return null;
  const length = address.kind() === 'ipv4' ? 32 : 128;
  if (slash === -1) return [address, length];
  const prefix = text.slice(slash + 1);
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= length ? [address, Number(prefix)] : null;
}
