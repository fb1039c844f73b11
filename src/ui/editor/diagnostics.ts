// Diagnostics of the policy room, as CodeMirror shows them.
import type { Diagnostic as Shown } from '@codemirror/lint';
import type { ChangeSpec } from '@codemirror/state';
import type { Diagnostic, Edit, Severity } from '../../policy/diagnostic.ts';

const SEVERITY: Readonly<Record<Severity, Shown['severity']>> = {
  error: 'error',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'info',
};

/** As many ways out as are offered for one fault. */
export const MOST_FIXES = 3;

/** The edits of a fix as changes of a text of `length`, all of them moved by `by`. */
export const changesOf = (edits: readonly Edit[], by: number, length: number): ChangeSpec[] =>
  edits.map((edit) => {
    const from = Math.min(Math.max(0, edit.from + by), length);
    return { from, to: Math.min(Math.max(from, edit.to + by), length), insert: edit.text };
  });

/**
 * One shown diagnostic for each found one, cut to a text of `length` UTF-16 units: an old result may arrive after the
 * text became shorter. Fixes become buttons; where the text before a diagnostic has changed since, its fixes move along.
 */
export function shownDiagnostics(found: readonly Diagnostic[], length: number): readonly Shown[] {
  return found.map((diagnostic) => {
    const from = Math.min(Math.max(0, diagnostic.from), length);
    const to = Math.min(Math.max(from, diagnostic.to), length);
    return {
      from,
      to,
      severity: SEVERITY[diagnostic.severity],
      message:
        diagnostic.help === undefined ? diagnostic.message : `${diagnostic.message} ${diagnostic.help}`,
      actions: (diagnostic.fixes ?? []).slice(0, MOST_FIXES).map(({ label, edits }) => ({
        name: label,
        apply: (view, start) => {
          const changes = changesOf(edits, start - from, view.state.doc.length);
          view.dispatch({ changes, userEvent: 'input.complete' });
        },
      })),
    };
  });
}
