// The name of an MFA device, as people call it.

/** `mia-phone`: the last part of an ARN, of a passkey without the ending that AWS gave it; or the whole number of a hardware token. */
export function deviceName({ serial }: { readonly serial: string }): string {
  const name = serial.split('/').at(-1) ?? serial;
  return serial.includes(':u2f/') ? name.replace(PASSKEY_ENDING, '') : name;
}

const PASSKEY_ENDING = /-[A-Z2-7]{26}$/;
