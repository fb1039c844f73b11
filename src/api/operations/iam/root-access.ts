// Centralised root access: which of its features are on, and who may ask and say so.
import type { Change } from '../../../account/change.ts';
import type { Organization } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed, Scene } from '../../operation.ts';

type Feature = Organization['rootFeatures'][number];

interface Features {
  readonly OrganizationId: string;
  readonly EnabledFeatures: readonly Feature[];
}

/** The order in which they are shown. */
const FEATURES: readonly Feature[] = ['RootCredentialsManagement', 'RootSessions'];

const IAM = 'iam.amazonaws.com';

/**
 * The organization, if it is the caller's to ask about. The sentences are those of AWS's model; in which order it looks is
 * our reading: what the organization is, who asks, and then what is switched on.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html
 */
function administered({ world, caller }: Scene): Result<Organization, AwsError> {
  const { organization } = world;
  if (!organization || lookup(organization.members, caller.account) === undefined)
    return err(rejected('OrganizationNotFoundException', 'no organization is associated with your account'));
  if (organization.featureSet !== 'ALL')
    return err(
      rejected(
        'OrganizationNotInAllFeaturesModeException',
        'your organization does not have All features enabled',
      ),
    );
  if (caller.account !== organization.managementAccount && !isDelegated(organization, caller.account))
    return err(
      rejected(
        'AccountNotManagementOrDelegatedAdministratorException',
        'the account making the request is not the management account or delegated administrator account for centralized root access',
      ),
    );
  if (lookup(organization.trustedServices, IAM) === undefined)
    return err(
      rejected(
        'ServiceAccessNotEnabledException',
        'trusted access is not enabled for IAM in AWS Organizations',
      ),
    );
  return ok(organization);
}

const isDelegated = (organization: Organization, account: string): boolean =>
  lookup(organization.delegatedAdministrators, `${IAM}/${account}`) !== undefined;

const rejected = (code: Parameters<typeof awsError>[0], reason: string): AwsError =>
  awsError(code, `The request was rejected because ${reason}.`);

const shown = ({ id }: Organization, features: readonly Feature[]): Features => ({
  OrganizationId: id,
  EnabledFeatures: FEATURES.filter((feature) => features.includes(feature)),
});

export function listingFeatures(scene: Scene): Result<Performed<Features>, AwsError> {
  const found = administered(scene);
  return found.ok ? ok({ output: shown(found.value, found.value.rootFeatures), changes: [] }) : found;
}

/** Only the management account switches a feature on; its delegate may switch it off. On or off already is no error. */
export const switching =
  (feature: Feature, on: boolean) =>
  (scene: Scene): Result<Performed<Features>, AwsError> => {
    const found = administered(scene);
    if (!found.ok) return found;
    const organization = found.value;
    if (on && scene.caller.account !== organization.managementAccount)
      return err(
        rejected(
          'CallerIsNotManagementAccountException',
          'the account making the request is not the management account for the organization',
        ),
      );
    const others = organization.rootFeatures.filter((one) => one !== feature);
    const { EnabledFeatures, ...named } = shown(organization, on ? [...others, feature] : others);
    const changes: readonly Change[] =
      organization.rootFeatures.includes(feature) === on
        ? []
        : [{ kind: 'organizationPatched', patch: { rootFeatures: EnabledFeatures } }];
    return ok({ output: { ...named, EnabledFeatures }, changes });
  };
