// Diagnostics of the policy room, as CodeMirror shows them.
import type { Diagnostic as Shown } from '@codemirror/lint';
import type { Diagnostic, Severity } from '../../policy/diagnostic.ts';

const SEVERITY: Readonly<Record<Severity, Shown['severity']>> = {
  error: 'error',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'info',
};

/**
 * One shown diagnostic for each found one, cut to a text of `length` UTF-16 units: an old result may arrive after the
 * text became shorter. Suggestions become buttons that put the replacement in place of the span.
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
      actions: (diagnostic.suggestions ?? []).slice(0, 3).map((replacement) => ({
        name: `Use ${replacement}`,
        apply: (view, start, end) =>
          view.dispatch({ changes: { from: start, to: end, insert: replacement } }),
      })),
    };
  });
}
