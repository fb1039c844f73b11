// Unsimulated options: parameters that AWS has for commands of this sandbox, and that change nothing here.

const words = (text = ''): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** By service, for all of its commands. */
const OF_SERVICES: Readonly<Record<string, string>> = {
  s3api: 'expected-bucket-owner request-payer content-md5 checksum-algorithm',
  sts: 'minimum-session-token-size',
};

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html */
const TRANSFER = `follow-symlinks no-follow-symlinks no-guess-mime-type sse-c sse-c-key sse-c-copy-source
    sse-c-copy-source-key storage-class grants website-redirect cache-control content-disposition content-encoding
    content-language expires source-region page-size ignore-glacier-warnings force-glacier-transfer request-payer
    metadata metadata-directive copy-props expected-size checksum-mode checksum-algorithm no-overwrite case-conflict`;

/** By `SERVICE COMMAND`, as the service models of AWS have them. */
const OF_COMMANDS: Readonly<Record<string, string>> = {
  's3api list-buckets': 'max-buckets continuation-token prefix bucket-region',
  's3api create-bucket': 'object-lock-enabled-for-bucket bucket-namespace',
  's3api put-bucket-policy': 'confirm-remove-self-bucket-access',
  's3api put-bucket-versioning': 'mfa',
  's3api list-objects-v2': 'encoding-type fetch-owner optional-object-attributes',
  's3api list-object-versions': 'encoding-type optional-object-attributes',
  's3api get-object': `if-match if-modified-since if-none-match if-unmodified-since range response-cache-control
    response-content-disposition response-content-encoding response-content-language
    response-content-type response-expires sse-customer-algorithm sse-customer-key sse-customer-key-md5
    part-number checksum-mode`,
  's3api head-object': `if-match if-modified-since if-none-match if-unmodified-since range response-cache-control
    response-content-disposition response-content-encoding response-content-language
    response-content-type response-expires sse-customer-algorithm sse-customer-key sse-customer-key-md5
    part-number checksum-mode`,
  's3api put-object': `cache-control content-disposition content-encoding content-language content-length checksum-crc32
    checksum-crc32-c checksum-crc64-nvme checksum-sha1 checksum-sha256 checksum-sha512 checksum-md5
    checksum-xxhash64 checksum-xxhash3 checksum-xxhash128 expires if-match if-none-match
    write-offset-bytes metadata storage-class website-redirect-location sse-customer-algorithm
    sse-customer-key sse-customer-key-md5 ssekms-encryption-context bucket-key-enabled object-lock-mode
    object-lock-retain-until-date object-lock-legal-hold-status object-lock-event-hold
    object-lock-event-hold-duration-days object-lock-event-hold-duration-years`,
  's3api copy-object': `cache-control content-disposition content-encoding content-language copy-source-if-match
    copy-source-if-modified-since copy-source-if-none-match copy-source-if-unmodified-since expires
    if-match if-none-match metadata annotation-directive storage-class website-redirect-location
    sse-customer-algorithm sse-customer-key sse-customer-key-md5 ssekms-encryption-context
    bucket-key-enabled copy-source-sse-customer-algorithm copy-source-sse-customer-key
    copy-source-sse-customer-key-md5 object-lock-mode object-lock-retain-until-date
    object-lock-legal-hold-status object-lock-event-hold object-lock-event-hold-duration-days
    object-lock-event-hold-duration-years expected-source-bucket-owner`,
  's3api delete-object': `mfa bypass-governance-retention if-match if-match-last-modified-time if-match-size`,
  'kms create-key': 'customer-master-key-spec custom-key-store-id xks-key-id',
  'kms decrypt': 'recipient dry-run-modifiers',
  'kms generate-data-key': 'recipient',
  'kms re-encrypt': 'dry-run-modifiers',
  'kms create-grant': 'grantee-service-principal retiring-service-principal',
  'kms list-grants': 'grantee-service-principal',
  'kms list-retirable-grants': 'retiring-service-principal',
  'sqs send-message': `message-attributes message-system-attributes message-deduplication-id message-group-id`,
  'sqs receive-message': 'message-attribute-names receive-request-attempt-id',
  'sns create-topic': 'data-protection-policy',
  'sns publish': `phone-number message-structure message-attributes message-deduplication-id message-group-id`,
  'sns subscribe': 'attributes',
  'lambda create-function': `publish publish-to vpc-config package-type dead-letter-config kms-key-arn tracing-config layers
    file-system-configs code-signing-config-arn image-config architectures ephemeral-storage snap-start
    logging-config tenancy-config capacity-provider-config durable-config`,
  'lambda update-function-configuration': `vpc-config dead-letter-config kms-key-arn tracing-config layers file-system-configs image-config
    ephemeral-storage snap-start logging-config capacity-provider-config durable-config`,
  'lambda update-function-code': `s3-bucket s3-key s3-object-version s3-object-storage-mode image-uri architectures publish publish-to
    source-kms-key-arn`,
  'lambda list-functions': 'master-region function-version',
  'lambda invoke': 'log-type client-context durable-execution-name tenant-id',
  'lambda create-function-url-config': 'cors invoke-mode',
  'lambda update-function-url-config': 'cors invoke-mode',
  'ec2 run-instances': `block-device-mappings ipv6-address-count ipv6-addresses kernel-id key-name monitoring placement
    ramdisk-id security-groups user-data elastic-gpu-specification elastic-inference-accelerators
    launch-template instance-market-options credit-specification cpu-options
    capacity-reservation-specification hibernation-options license-specifications enclave-options
    private-dns-name-options maintenance-options disable-api-stop enable-primary-ipv6
    network-performance-options operator secondary-interfaces instance-initiated-shutdown-behavior
    private-ip-address client-token additional-info network-interfaces ebs-optimized
    associate-public-ip-address secondary-private-ip-addresses secondary-private-ip-address-count`,
  'ec2 describe-instances': 'include-managed-resources',
  'ec2 start-instances': 'additional-info',
  'ec2 stop-instances': 'hibernate skip-os-shutdown force',
  'ec2 terminate-instances': 'force skip-os-shutdown',
  'ec2 modify-instance-metadata-options': `http-put-response-hop-limit http-protocol-ipv6 instance-metadata-tags`,
  'ec2 modify-instance-attribute': `source-dest-check enclave-options disable-api-stop attribute value block-device-mappings
    instance-type kernel ramdisk user-data instance-initiated-shutdown-behavior groups ebs-optimized
    sriov-net-support ena-support`,
  'ec2 create-vpc-endpoint': `route-table-ids subnet-ids security-group-ids ip-address-type dns-options client-token
    private-dns-enabled subnet-configurations service-network-arn resource-configuration-arn
    service-region`,
  'ec2 modify-vpc-endpoint': `add-route-table-ids remove-route-table-ids add-subnet-ids remove-subnet-ids add-security-group-ids
    remove-security-group-ids ip-address-type dns-options private-dns-enabled subnet-configurations`,
  'dynamodb create-table': `local-secondary-indexes global-secondary-indexes stream-specification sse-specification table-class
    deletion-protection-enabled warm-throughput on-demand-throughput global-table-source-arn
    global-table-settings-replication-mode vector-indexes`,
  'dynamodb put-item': `expected return-consumed-capacity return-item-collection-metrics conditional-operator
    return-values-on-condition-check-failure`,
  'dynamodb get-item': 'attributes-to-get return-consumed-capacity',
  'dynamodb update-item': `attribute-updates expected conditional-operator return-consumed-capacity
    return-item-collection-metrics return-values-on-condition-check-failure`,
  'dynamodb delete-item': `expected conditional-operator return-consumed-capacity return-item-collection-metrics
    return-values-on-condition-check-failure`,
  'dynamodb query': `index-name attributes-to-get key-conditions query-filter conditional-operator
    return-consumed-capacity`,
  'dynamodb scan': `index-name attributes-to-get scan-filter conditional-operator return-consumed-capacity
    total-segments segment`,
  'dynamodb batch-get-item': 'return-consumed-capacity',
  'dynamodb batch-write-item': 'return-consumed-capacity return-item-collection-metrics',
  'dynamodb put-resource-policy': 'confirm-remove-self-resource-access',
  'dynamodb list-tags-of-resource': 'next-token',
  'secretsmanager create-secret': 'add-replica-regions force-overwrite-replica-secret type',
  'secretsmanager put-secret-value': 'rotation-token',
  'secretsmanager update-secret': 'type',
  'secretsmanager list-secrets': 'sort-by',
  's3 ls': 'page-size request-payer bucket-name-prefix bucket-region',
  's3 cp': TRANSFER,
  's3 mv': TRANSFER,
  's3 sync': TRANSFER,
  's3 rm': 'request-payer page-size',
  's3 mb': 'tags',
};

/** Without dashes; `no-publish` is one where `publish` is. */
export function isUnsimulated(service: string, command: string, option: string): boolean {
  const known = [...words(OF_SERVICES[service]), ...words(OF_COMMANDS[`${service} ${command}`])];
  return known.includes(option) || (option.startsWith('no-') && known.includes(option.slice(3)));
}

/** For tests: every command in the table. */
export const UNSIMULATED = OF_COMMANDS;
