// The clock of the simulated phone in words: how far it can be set wrong, and what becomes of its codes.
import type { PhoneDevice } from '../../session/keyring.ts';

/** Seconds ahead, negative for behind; in the order of a list to choose from. */
export const PHONE_CLOCKS: readonly { readonly ahead: number; readonly words: string }[] = [
  { ahead: -600, words: '10 minutes slow' },
  { ahead: -120, words: '2 minutes slow' },
  { ahead: 0, words: 'right' },
  { ahead: 120, words: '2 minutes fast' },
  { ahead: 600, words: '10 minutes fast' },
];

/** What becomes of the codes of a phone; nothing where it is right and AWS knows no better. */
export function clockHint(devices: readonly Pick<PhoneDevice, 'ahead' | 'inStep' | 'holder'>[]): string {
  const assigned = devices.filter(({ holder }) => holder !== null);
  if (assigned.some(({ inStep }) => !inStep)) {
    const which = assigned.some(({ inStep }) => inStep) ? 'some of them' : 'them';
    return `Its codes belong to another time, and AWS refuses ${which} until you resync the device: two codes in a row tell AWS how far the clock is off.`;
  }
  if (devices.every(({ ahead }) => ahead === 0)) return '';
  return devices.length > assigned.length
    ? 'Its codes belong to another time. The two codes in a row that set a device up tell AWS how far the clock is off.'
    : 'AWS knows how far this clock is off, and takes its codes.';
}
