// openBeside: one more session beside the others, or a sentence on why there is none.
import type { Link } from '../../session/facts.ts';
import type { Workspace } from '../shared/workspace.ts';

/** The machine over the sessions decides; null: the link acts from now on. */
export function openBeside(workspace: Workspace, link: Link): string | null {
  workspace.open(link);
  return workspace.steps.at(-1)?.refused == null ? null : FULL;
}

const FULL =
  'Five sessions are held already, as many as the console keeps side by side. Sign out of one of them, then try again.';
