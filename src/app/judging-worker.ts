// The worker that judges long texts: the same checks as in the page, beside it.
import { knownNames } from '../analysis/known-names.ts';
import { readVocabulary } from '../aws/packed-vocabulary.ts';
import type { Vocabulary } from '../aws/vocabulary.ts';
import type { Known } from '../policy/completion/known.ts';
import type { Diagnostic } from '../policy/diagnostic.ts';
import { diagnose } from '../policy/validate.ts';
import type { JudgedPlace, Question } from '../ui/shared/judging.ts';

/** What the page sends. */
export type ToJudge =
  /** The text of `virtual:aws/vocabulary`, which the page has already: a file of its own would be there twice. */
  | { readonly kind: 'words'; readonly packed: string }
  /** Where names are looked up from now on. */
  | { readonly kind: 'place'; readonly place: JudgedPlace | null }
  | { readonly kind: 'question'; readonly id: number; readonly question: Omit<Question, 'place'> };

/** What it is sent back. */
export interface FromJudge {
  readonly id: number;
  readonly found: readonly Diagnostic[];
  /** Milliseconds that it took. */
  readonly took: number;
}

let vocabulary: Vocabulary | undefined;
let known: Known | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToJudge>) => {
  switch (data.kind) {
    case 'words':
      vocabulary = readVocabulary(data.packed);
      break;
    case 'place':
      known = data.place ? knownNames(data.place.world, data.place.account, data.place.region) : undefined;
      break;
    case 'question': {
      const { text, type, ...where } = data.question;
      const start = performance.now();
      const found = diagnose(text, type, vocabulary, { ...where, known });
      self.postMessage({ id: data.id, found, took: performance.now() - start } satisfies FromJudge);
    }
  }
});
