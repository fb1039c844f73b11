// The name of an MFA device, as people call it.

/** `mia-phone`: the last part of an ARN, or the whole number of a hardware token. */
export const deviceName = ({ serial }: { readonly serial: string }): string =>
  serial.split('/').at(-1) ?? serial;
