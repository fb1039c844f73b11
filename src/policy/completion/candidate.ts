// Candidate: something that may be written where the cursor is, and how it is put into the text.
import type { Arn } from '../../aws/arn.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { PolicyType } from '../document.ts';
import type { Known } from './known.ts';

/** What a candidate is about; `info` of an action and of a condition key are AWS's descriptions, read when it is looked at. */
export type CandidateKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'pattern'
  | 'resource'
  | 'principal'
  | 'operator'
  | 'key'
  | 'variable';

export interface Candidate {
  readonly kind: CandidateKind;
  /** What is listed, and what typed letters are compared with. */
  readonly label: string;
  /** A few words beside it. */
  readonly detail: string;
  /** More about it, in sentences. */
  readonly info?: string;
  /** Replaces the text from `from` to `to`. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** What is selected afterwards, counted from the start of `insert`: a place for the cursor when both are the same. */
  readonly select: readonly [from: number, to: number];
  /** Whether what comes next is asked for at once. */
  readonly goesOn: boolean;
}

/** What candidates are chosen by, besides the text. */
export interface Setting {
  readonly type: PolicyType;
  readonly vocabulary: Vocabulary;
  readonly known: Known;
  /** The ARN of the resource, or of the role, that the policy is attached to. */
  readonly about?: Arn;
  /** What the endpoint leads to that the policy is attached to. */
  readonly endpoint?: EndpointService;
}

export interface EndpointService {
  /** The prefix of its actions: `s3`. Undefined where AWS names the service of the endpoint otherwise. */
  readonly service: string | undefined;
  /** In the policy of a gateway an account in Principal is its root user only. */
  readonly gateway: boolean;
}

/** An idea of what to write, before it is known how it fits into the text. */
export interface Idea {
  readonly kind: CandidateKind;
  readonly label: string;
  readonly detail: string;
  readonly info?: string;
  /** Compared with what was typed besides the label. */
  readonly also?: string;
  /** Where it differs from the label: of a string the value, of an element the JSON behind its name. `‸` is the cursor. */
  readonly text?: string;
  /** The part of the text that is to be typed over. */
  readonly select?: readonly [from: number, to: number];
  /** The text goes on within the same string. */
  readonly goesOn?: boolean;
}

/** Stands in an idea's text where the cursor comes to be; no policy holds this sign. */
export const CURSOR = '‸';
