// Menu entries: what a menu offers, as data.
import type { Component } from 'svelte';

/** An icon of `@lucide/svelte/icons/…`. */
export type Icon = Component<{ size?: number | string }>;

export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly label: string;
      /** In a few words, below the label. */
      readonly detail?: string;
      readonly icon?: Icon;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly choose: () => void;
    }
  | { readonly kind: 'link'; readonly label: string; readonly icon?: Icon; readonly href: string }
  /** One of several; the checked one is marked. */
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly detail?: string;
      readonly icon?: Icon;
      readonly checked: boolean;
      readonly choose: () => void;
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'separator' };
