// Authorization messages: a refusal encoded as services hand it out, and read again by sts:DecodeAuthorizationMessage.
import { unseal } from '../aws/sealed.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { encodedFailure } from '../evaluation/explain/authorization-failure.ts';

/** Of a decision, as it also stands at the end of EC2's words for a denial. */
export const encodeAuthorizationMessage = (evaluation: Evaluation): string => encodedFailure(evaluation);

/** The JSON text in it; null for a text that was never encoded, or was changed since. */
export const decodeAuthorizationMessage = (text: string): string | null =>
  unseal('authorizationMessage', text);
