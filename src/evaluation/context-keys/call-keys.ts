// Keys that every call has, whoever makes it: the time, the Region, and what the client tells of itself.
import { epochMillis, type Instant } from '../../aws/instant.ts';
import type { RequestContext } from '../request.ts';

export interface ClientFacts {
  /** Over HTTPS. */
  readonly tls: boolean;
  /** Whatever the client says. */
  readonly userAgent: string;
  /** The page with the link that was followed; null for all requests that a program makes. */
  readonly referer: string | null;
}

export const clockKeys = (now: Instant) =>
  ({ 'aws:CurrentTime': now, 'aws:EpochTime': String(Math.floor(epochMillis(now) / 1000)) }) as const;

/**
 * @param region Of the endpoint that is called; `us-east-1` for IAM and other global services.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-request-properties
 */
export const callKeys = (client: ClientFacts, region: string, now: Instant): RequestContext => ({
  ...clockKeys(now),
  'aws:RequestedRegion': region,
  'aws:SecureTransport': String(client.tls),
  'aws:UserAgent': client.userAgent,
  ...(client.referer === null ? {} : { 'aws:referer': client.referer }),
});
