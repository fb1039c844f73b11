// cliName: the name that the AWS CLI gives to an operation or a parameter.

/** The option of a parameter, where the command line calls it otherwise: `--endpoint` is short for an option of all commands. */
export const optionName = (operation: string, parameter: string): string =>
  operation === 'sns:Subscribe' && parameter === 'Endpoint' ? 'notification-endpoint' : cliName(parameter);

/**
 * `CreateSAMLProvider` to `create-saml-provider`, `ListObjectsV2` to `list-objects-v2`: a run of capitals is one word, whose
 * last letter begins the next.
 */
export const cliName = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
