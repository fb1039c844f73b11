// iam:CreateOpenIDConnectProvider: a new identity provider that speaks OpenID Connect, known by its URL.
import { lookup, sizeOf } from '../../../account/table.ts';
import type { OidcProvider } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { accountOf } from './entities.ts';
import { clientIdsError, oidcProviderArn, THUMBPRINT_LIST, thumbprintsOf } from './oidc-provider.ts';
import { optional, TAGS } from './parameters.ts';
import { withProviderTags } from './provider-tags.ts';
import { settingTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_OIDC_PROVIDERS = 100;

/** What providers are kept by, and named by in ARNs and condition keys. */
const withoutScheme = (url: string): string => url.replace(/^https:\/\//i, '');

/**
 * Tags need a permission of their own. The code for a bad URL is that of the API reference.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
export const CreateOpenIDConnectProvider = operation({
  name: 'iam:CreateOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam create-open-id-connect-provider',
  parameters: {
    Url: { type: 'text', event: 'url', required: true, min: 1, max: 255 },
    ClientIDList: {
      type: 'textList',
      event: 'clientIDList',
      required: false,
      item: { min: 1, max: 255 },
    },
    ThumbprintList: optional(THUMBPRINT_LIST),
    Tags: optional(TAGS),
  },
  validate: ({ Url }) =>
    // No port and no query; nothing in the path that a policy would read as a pattern.
    /^https:\/\/[a-z0-9]([a-z0-9-]*\.)*[a-z0-9-]*[a-z0-9](\/[\w.~%/-]*)?$/i.test(Url)
      ? null
      : awsError('InvalidInput', 'Invalid Open ID Connect Provider URL'),
  authorization: (_world, caller, { Url, Tags }) => {
    const resource = oidcProviderArn(caller.account, withoutScheme(Url));
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreateOpenIDConnectProvider', resource, ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagOpenIDConnectProvider', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, { Url, ClientIDList = [], ThumbprintList = [], Tags = [] }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, oidcProviders } = account.value;
    const url = withoutScheme(Url);
    if (lookup(oidcProviders, url))
      return err(awsError('EntityAlreadyExists', `Provider with url ${Url} already exists.`));
    const thumbprints = thumbprintsOf(ThumbprintList, url);
    if (!thumbprints.ok) return thumbprints;
    const clientIds = [...new Set(ClientIDList)];
    const tags = withProviderTags({}, Tags);
    if (!tags.ok) return tags;
    const tooMany =
      clientIdsError(clientIds) ??
      (sizeOf(oidcProviders) >= MAX_OIDC_PROVIDERS
        ? awsError(
            'LimitExceeded',
            `Cannot exceed quota for OpenIdConnectProvidersPerAccount: ${MAX_OIDC_PROVIDERS}`,
          )
        : null);
    if (tooMany) return err(tooMany);
    const value: OidcProvider = {
      url,
      created: scene.env.now,
      clientIds,
      thumbprints: thumbprints.value,
      tags: tags.value,
    };
    const output: { readonly OpenIDConnectProviderArn: Arn; readonly Tags?: readonly Tag[] } = {
      OpenIDConnectProviderArn: oidcProviderArn(id, url),
      ...(Tags.length > 0 && { Tags }),
    };
    return ok({
      output,
      changes: [{ kind: 'entitySet', account: id, table: 'oidcProviders', name: url, value }],
    });
  },
});
