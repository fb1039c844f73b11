// AwsError: an error as AWS answers it.

export interface AwsError {
  /** For example `AccessDenied`. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}
