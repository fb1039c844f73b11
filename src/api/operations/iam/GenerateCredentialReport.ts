// iam:GenerateCredentialReport: has AWS write down the state of all passwords, access keys and MFA devices.
import { credentialReport } from '../../../account/credential-report.ts';
import { ok } from '../../../aws/result.ts';
import { operation, type Performed } from '../../operation.ts';
import { isFresh } from './credential-report.ts';
import { accountOf } from './entities.ts';

interface Output {
  readonly State: 'STARTED' | 'COMPLETE';
  readonly Description?: string;
}

/**
 * A report that is younger than four hours stays the report. A new one is said to be started, as AWS says it, and is
 * ready at once.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html
 */
export const GenerateCredentialReport = operation({
  name: 'iam:GenerateCredentialReport',
  readOnly: false,
  cli: 'iam generate-credential-report',
  parameters: {},
  authorization: () => [{ action: 'iam:GenerateCredentialReport', resource: '*' }],
  perform: (scene) => {
    const found = accountOf(scene);
    if (!found.ok) return found;
    const account = found.value;
    const { now, activity } = scene.env;
    if (account.credentialReport && isFresh(account.credentialReport, now))
      return ok<Performed<Output>>({ output: { State: 'COMPLETE' }, changes: [] });
    const content = credentialReport(account, activity);
    return ok<Performed<Output>>({
      output: {
        State: 'STARTED',
        Description: 'No report exists. Starting a new report generation task',
      },
      changes: [
        {
          kind: 'accountSet',
          account: account.id,
          field: 'credentialReport',
          value: { generated: now, content },
        },
      ],
    });
  },
});
