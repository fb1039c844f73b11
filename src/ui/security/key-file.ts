// The file of a new access key, as the console of AWS offers it for download.
export interface NewKey {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  /** Absent for a key of the root user. */
  readonly UserName?: string;
}

export interface KeyFile {
  readonly name: string;
  readonly text: string;
}

/** With the mark at the front by which spreadsheets know UTF-8, and line ends of Windows. */
export const keyFile = ({ AccessKeyId, SecretAccessKey, UserName }: NewKey): KeyFile => ({
  name: `${UserName === undefined ? 'rootkey' : `${UserName}_accessKeys`}.csv`,
  text: `\uFEFFAccess key ID,Secret access key\r\n${AccessKeyId},${SecretAccessKey}\r\n`,
});
