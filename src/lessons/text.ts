// The text of a lesson as a tree; components draw it node by node, so that no markup is ever made from text.
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Root } from 'mdast';

/** Parses Markdown. Raw HTML in it stays a node of type `html`, which nothing draws. */
export const parseText = (markdown: string): Root => fromMarkdown(markdown);
