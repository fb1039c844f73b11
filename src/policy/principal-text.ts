// Principals in the text of a policy: named otherwise, while the rest of the text stays as it was typed.
import { isAccountId, rootArn } from '../aws/arn.ts';
import { parsedPolicy } from './parse.ts';

/**
 * The text with other names for those whom it names as `{"AWS": …}`, layout and all else kept.
 * @param nameOf The name from now on.
 */
export const withAwsPrincipals = (text: string, nameOf: (value: string) => string): string =>
  (parsedPolicy(text).document?.statements ?? [])
    .flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'AWS' && nameOf(value) !== value)
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (changed, { value, from, to }) =>
        changed.slice(0, from) + JSON.stringify(nameOf(value)) + changed.slice(to),
      text,
    );

/**
 * The text as it is kept: accounts that it names by their id alone are shown from then on by the ARN of their root user,
 * which means the same. IAM and S3 are documented and seen to do so, SNS was seen to, and the other services are
 * taken to.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
export const withRootArns = (text: string): string =>
  withAwsPrincipals(text, (value) => (isAccountId(value) ? rootArn(value) : value));
