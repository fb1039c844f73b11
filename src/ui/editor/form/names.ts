// What the fields of the form of a policy suggest: what the account has, and what AWS's vocabulary says goes together.
import type { ConditionKeyType, Vocabulary } from '../../../aws/vocabulary.ts';
import type { Known } from '../../../policy/completion/known.ts';
import { BUILT_IN_PROVIDERS, SERVICE_PRINCIPALS } from '../../../policy/completion/service-principals.ts';
import { supportedBy } from '../../../policy/completion/statement-actions.ts';
import { keysToChoose, typeOfKey } from '../../../policy/form/key-choice.ts';
import type { PrincipalKind } from '../../../policy/form/read-form.ts';
import { suggestedActions } from '../../../policy/form/usual-actions.ts';
import type { Purpose } from '../knowing.svelte.ts';

export interface FormNames {
  readonly home: { readonly account: string; readonly region: string };
  /** Of a service, or of several where none is named yet; the usual ones first. */
  readonly actionsOf: (prefix: string) => readonly string[];
  /** ARNs of what the account has and these actions accept. */
  readonly resourcesFor: (actions: readonly string[]) => readonly string[];
  readonly principals: Readonly<Record<PrincipalKind, readonly string[]>>;
  /** Condition keys that these actions support, and AWS's own. */
  readonly keysFor: (actions: readonly string[]) => readonly string[];
  /** Null for a key that nobody knows. */
  readonly typeOf: (key: string) => ConditionKeyType | null;
  /** Values that a condition key has in this account. */
  readonly valuesOf: (key: string) => readonly string[];
}

/** Until the vocabulary has come, nothing is known of what goes together. */
export function formNames(known: Known, vocabulary: Vocabulary | null, purpose: Purpose): FormNames {
  // Policies of an organization are about other accounts than the one they are written in.
  const ofMembers = purpose.type === 'scp' || purpose.type === 'rcp';
  return {
    home: { region: known.region, account: ofMembers ? '*' : known.account },
    actionsOf: (prefix) => (vocabulary ? suggestedActions(vocabulary, prefix, purpose) : []),
    resourcesFor(actions) {
      if (!vocabulary || ofMembers) return [];
      const types = new Set(
        actions.flatMap((pattern) =>
          [...supportedBy(vocabulary, pattern).types.values()].map(({ name }) => name),
        ),
      );
      return [...types].flatMap((type) =>
        type === 's3:object'
          ? known.things('s3:bucket').map(({ arn }) => `${arn}/*`)
          : known.things(type).map(({ arn }) => arn),
      );
    },
    principals: {
      AWS: [...known.accounts.map(({ id }) => id), ...known.principals.map(({ arn }) => arn)],
      Service: SERVICE_PRINCIPALS.map(([principal]) => principal),
      Federated: [
        ...known.providers.map(({ arn }) => arn),
        ...BUILT_IN_PROVIDERS.map(([principal]) => principal),
      ],
      CanonicalUser: [],
      Everyone: ['*'],
    },
    keysFor: (actions) => keysToChoose(vocabulary, actions, known.tagKeys),
    typeOf: (key) => typeOfKey(vocabulary, key),
    valuesOf: (key) => known.values(key.toLowerCase()).map(({ value }) => value),
  };
}
