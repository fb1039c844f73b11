// Handing in: a federated sign-in at one of its doors, from what is vouched for to what AWS said to it.
import { onDestroy } from 'svelte';
import { ANONYMOUS } from '../../account/caller.ts';
import type { ApiCall, ApiOutcome } from '../../api/call.ts';
import { federatedLink, federatedSignIn } from '../../session/federated.ts';
import { useWorkspace } from '../shared/workspace.ts';
import { useEnter } from './enter.ts';

interface Doors {
  readonly saml: 'sts:AssumeRoleWithSAML';
  readonly webIdentity: 'sts:AssumeRoleWithWebIdentity';
}

export interface HandingIn<Way extends keyof Doors> {
  /** As it was signed; null: nothing was. */
  readonly signed: string | null;
  /** As it will be handed in. */
  readonly text: string;
  /** What AWS said last to what is there now. */
  readonly outcome: ApiOutcome<Doors[Way]> | null;
  /** Why somebody who was let in could not come in. */
  readonly held: string | null;
  /** Another attempt is being prepared than the one that was answered. */
  readonly change: () => void;
  readonly vouch: (signed: string) => void;
  readonly alter: (text: string) => void;
  readonly leave: () => void;
  /** Nobody signs the call. */
  readonly ask: (call: ApiCall<Doors[Way]>) => void;
}

/** To be called while a component is made; ends with it. */
export function handingIn<Way extends keyof Doors>(way: Way): HandingIn<Way> {
  const workspace = useWorkspace();
  const enter = useEnter();
  const actor = federatedSignIn();
  let snapshot = $state.raw(actor.getSnapshot());
  let outcome = $state.raw<ApiOutcome<Doors[Way]> | null>(null);
  let held = $state<string | null>(null);
  const subscription = actor.subscribe((next) => (snapshot = next));
  actor.start();
  onDestroy(() => {
    subscription.unsubscribe();
    actor.stop();
  });
  // Each by itself: what is typed into the one would be lost if the other counted as new.
  const signed = $derived(snapshot.context.signed);
  const text = $derived(snapshot.context.text);

  function change() {
    outcome = null;
    held = null;
  }
  return {
    get signed() {
      return signed;
    },
    get text() {
      return text;
    },
    get outcome() {
      return outcome;
    },
    get held() {
      return held;
    },
    change,
    vouch: (by) => {
      change();
      actor.send({ type: 'vouch', text: by });
    },
    alter: (to) => {
      change();
      actor.send({ type: 'alter', text: to });
    },
    leave: () => {
      change();
      actor.send({ type: 'leave' });
    },
    ask: (call) => {
      held = null;
      const answer = workspace.requestAs(ANONYMOUS, call);
      outcome = answer;
      const result = federatedLink(workspace.world, answer, way);
      actor.send({ type: 'answer', result });
      if (result.ok) held = enter(result.value);
    },
  };
}
