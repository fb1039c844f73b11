// OpenObject: what the dialog of one object starts from.
import type { ApiOutcome } from '../../api/call.ts';

export interface OpenObject {
  readonly mode: 'read' | 'edit' | 'write';
  readonly key: string;
  readonly body: string;
  /** Absent for an object that does not exist yet. */
  readonly contentType?: string;
  /** The request by which it was read. */
  readonly outcome?: ApiOutcome<'s3:GetObject'>;
}
