// The AWS managed policies in which the checks find an error, by the kind of error: what AWS itself wrote and no longer, or not yet, publishes.

interface Exception {
  readonly why: string;
  /** Names of policies, in one text. */
  readonly policies: string;
}

export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  INVALID_ACTION: {
    why: 'names actions that AWS no longer publishes',
    policies: `AWSCodeStarFullAccess AWSIAMIdentityCenterAllowListForIdentityContext AWSManagedSettingsAdminAccess
      AmazonRoute53RecoveryControlConfigReadOnlyAccess MemoryDBServiceRolePolicy RDSCloudHsmAuthorizationRole
      SecurityAgentWebAppAPIPolicy`,
  },
  INVALID_ARN_RESOURCE: {
    why: 'names a resource in a form that AWS does not publish, or no longer',
    policies: `AWSBackupAccessPointOperatorAccess AWSBackupGuardDutyRolePolicyForScans AWSBackupSearchOperatorAccess
      AWSBackupServiceLinkedRolePolicyForBackup AWSBackupServiceRolePolicyForBackup
      AWSBackupServiceRolePolicyForS3Backup AWSCodeStarServiceRole AWSConfigServiceRolePolicy
      AWSDeepRacerCloudFormationAccessPolicy AWSElasticBeanstalkRoleCore AWSGlueConsoleFullAccess
      AWSGlueConsoleSageMakerNotebookFullAccess AWSIoTFleetHubFederationAccess
      AWSManagedServices_DetectiveControlsConfig_ServiceRolePolicy
      AWSMigrationHubRefactorSpaces-EnvironmentsWithoutBridgesFullAccess
      AWSMigrationHubRefactorSpacesFullAccess AWSMigrationHubRefactorSpacesServiceRolePolicy
      AWSOpsWorksCMInstanceProfileRole AWSOpsWorksCMServiceRole AWSWAFConsoleFullAccess
      AWSWAFConsoleReadOnlyAccess AWSWAFFullAccess AWSWAFReadOnlyAccess
      AdministratorAccess-AWSElasticBeanstalk AgentRegistryFullAccess AmazonBedrockFullAccess
      AmazonBedrockLimitedAccess AmazonConnectServiceLinkedRolePolicy
      AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary AmazonDevOpsGuruOrganizationsAccess
      AmazonRedshiftQueryEditorV2FullAccess AmazonRedshiftQueryEditorV2NoSharing
      AmazonRedshiftQueryEditorV2ReadSharing AmazonRedshiftQueryEditorV2ReadWriteSharing
      AmazonSageMakerCanvasDirectDeployAccess AmazonSageMakerFullAccess AmazonSageMakerHyperPodInferenceAccess
      AmazonSageMakerHyperPodObservabilityAdminAccess AmazonSageMakerQuickSightVPCPolicy
      AmazonSecurityLakeMetastoreManager AppIntegrationsServiceLinkedRolePolicy
      AwsGlueSessionUserRestrictedNotebookServiceRole AwsGlueSessionUserRestrictedServiceRole
      CloudFrontFullAccess DBModProvisioningAndMigration
      DynamoDBGlobalTableSettingsManagementServiceRolePolicy SageMakerStudioAdminIAMDefaultExecutionPolicy
      SageMakerStudioAdminIAMPermissiveExecutionPolicy SageMakerStudioProjectProvisioningRolePolicy
      SecurityAgentWebAppAPIPolicy`,
  },
  INVALID_GLOBAL_CONDITION_KEY: {
    why: 'uses a global condition key that AWS does not document',
    policies: `AWSSSOServiceRolePolicy`,
  },
  INVALID_SERVICE: {
    why: 'uses condition keys of a service that AWS has closed',
    policies: `AWSDeepRacerAccountAdminAccess AWSDeepRacerDefaultMultiUserAccess`,
  },
  INVALID_SERVICE_CONDITION_KEY: {
    why: 'uses a condition key that AWS does not publish',
    policies: `AmazonDataZoneGlueManageAccessRolePolicy`,
  },
  INVALID_SERVICE_IN_ACTION: {
    why: 'names a service that AWS has closed, or of which it publishes no actions',
    policies: `AWSDeepLensLambdaFunctionAccessPolicy AWSDeepLensServiceRolePolicy AWSDeepRacerAccountAdminAccess
      AWSDeepRacerDefaultMultiUserAccess AWSDeepRacerServiceRolePolicy AWSIoT1ClickFullAccess
      AWSIoT1ClickReadOnlyAccess AWSIotRoboRunnerFullAccess AWSIotRoboRunnerReadOnly
      AWSManagedSettingsAdminAccess AWSMobileHub_FullAccess AWSMobileHub_ReadOnly
      AWSSupplyChainFederationAdminAccess AmazonDataZonePortalFullAccessPolicy
      AmazonDataZonePreviewConsoleFullAccess AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary
      AmazonSageMakerFullAccess AmazonZocaloFullAccess AmazonZocaloReadOnlyAccess
      GroundTruthSyntheticConsoleFullAccess GroundTruthSyntheticConsoleReadOnlyAccess ReadOnlyAccess
      ResourceGroupsTaggingAPITagUntagSupportedResources SecurityAudit`,
  },
  MISSING_ARN_ACCOUNT: {
    why: 'leaves out the account where the published form has one',
    policies: `AWSRefactoringToolkitFullAccess`,
  },
  MISSING_QUALIFIER: {
    why: 'compares a key that AWS publishes as multivalued without saying how',
    policies: `AWSAuditManagerAdministratorAccess CloudTrailEventContext SageMakerStudioProjectProvisioningRolePolicy`,
  },
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: {
    why: 'asks for a condition key that AWS does not publish for one of the actions',
    policies: `AWSDeadlineCloud-UserAccessFarms AWSDeadlineCloud-UserAccessFleets AWSIoTTwinMakerServiceRolePolicy
      AWSLakeFormationCrossAccountManager AWSMarketplaceManageSubscriptions
      AWSServiceRoleForAmazonEKSNodegroup AWSServiceRoleForIoTSiteWise AWSVendorInsightsAssessorFullAccess
      AWSVendorInsightsVendorFullAccess AlexaForBusinessLifesizeDelegatedAccessPolicy
      AlexaForBusinessPolyDelegatedAccessPolicy AmazonCodeGuruReviewerFullAccess AmazonNimbleStudio-StudioUser
      AmazonSageMakerSpacesControllerPolicy AmazonSecurityLakeAdministrator AmazonTimestreamConsoleFullAccess
      AmazonTimestreamInfluxDBFullAccess AnthropicFullAccess DBModProvisioningAndMigration
      DynamoDBGlobalTableSettingsManagementServiceRolePolicy KafkaConnectServiceRolePolicy
      ROSAManageSubscription SageMakerStudioProjectUserRolePermissionsBoundary
      SageMakerStudioProjectUserRolePolicy`,
  },
};
