// Shapes: secrets as the answers of Secrets Manager show them, without their values.
import type { Secret } from '../../../account/resources.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Tag } from '../../parameters.ts';
import { tagList } from '../iam/tags.ts';
import { secretArn } from './secret.ts';

export interface ShownSecret {
  readonly ARN: Arn;
  readonly Name: string;
  readonly Description?: string;
  readonly KmsKeyId?: string;
  readonly LastChangedDate: Instant;
  /** Set for the day on which it will be gone. */
  readonly DeletedDate?: Instant;
  readonly Tags?: readonly Tag[];
  readonly CreatedDate: Instant;
}

export const shownSecret = (account: AccountId, secret: Secret): ShownSecret => ({
  ARN: secretArn(account, secret),
  Name: secret.name,
  ...(secret.description !== '' && { Description: secret.description }),
  ...(secret.kmsKey !== null && { KmsKeyId: secret.kmsKey }),
  LastChangedDate: secret.changed,
  ...(secret.deletion !== null && { DeletedDate: secret.deletion }),
  ...(Object.keys(secret.tags).length > 0 && { Tags: tagList(secret.tags) }),
  CreatedDate: secret.created,
});

/** The versions that have a label, by id. */
export function stagesByVersion({ versions }: Secret): Readonly<Record<string, readonly string[]>> | null {
  const labelled = versions.filter(({ stages }) => stages.length > 0);
  return labelled.length === 0 ? null : Object.fromEntries(labelled.map(({ id, stages }) => [id, stages]));
}
