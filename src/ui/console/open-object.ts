// OpenObject: what the dialog of one object starts from.
import type { ApiOutcome } from '../../api/call.ts';

export interface OpenObject {
  readonly bucket: string;
  readonly mode: 'read' | 'edit' | 'write';
  readonly key: string;
  /** As it is stored; empty for an object that does not exist yet. */
  readonly body: string;
  /** Absent for an object that does not exist yet. */
  readonly contentType?: string | undefined;
  /** The request by which it was read. */
  readonly outcome?: ApiOutcome<'s3:GetObject'>;
  /** Where unsaved text of it is kept. */
  readonly slot: number;
  /** Unsaved text to go on with. */
  readonly draft?: string;
}
