// AwsError: an error as AWS answers it.

export interface AwsError {
  /** For example `AccessDenied`. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
  /** Further fields that AWS's model gives the exception, for example `Reason`; the command line prints them. */
  readonly details?: Readonly<Record<string, string>>;
}
