// iam:GetCredentialReport: the report that was generated last.
import { encode } from 'js-base64';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { isFresh } from './credential-report.ts';
import { accountOf } from './entities.ts';

/**
 * No report is ever in progress here. AWS's words for an expired one are not known.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html
 */
export const GetCredentialReport = operation({
  name: 'iam:GetCredentialReport',
  readOnly: true,
  cli: 'iam get-credential-report',
  parameters: {},
  authorization: () => [{ action: 'iam:GetCredentialReport', resource: '*' }],
  perform: (scene) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { credentialReport: report } = account.value;
    if (!report) return err(awsError('ReportNotPresent', 'Credential report not present.'));
    if (!isFresh(report, scene.env.now)) return err(awsError('ReportExpired', 'Credential report expired.'));
    return ok({
      output: { Content: encode(report.content), ReportFormat: 'text/csv', GeneratedTime: report.generated },
      changes: [],
    });
  },
});
