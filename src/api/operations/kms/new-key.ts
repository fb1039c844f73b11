// New keys: ids and key material, made of what a call is handed.
import { fromUint8Array } from 'js-base64';
import type { Env } from '../../env.ts';

/** A UUID; the ids of multi-Region keys are `mrk-` and 32 digits. */
export function newKeyId({ newId }: Env, multiRegion: boolean): string {
  const id = newId();
  return multiRegion ? `mrk-${id.replaceAll('-', '')}` : id;
}

/** 32 bytes, base64. */
export const newMaterial = ({ randomBytes }: Env): string => fromUint8Array(Uint8Array.from(randomBytes(32)));
