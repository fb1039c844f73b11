// Echoes: an element that seems missing, where it is there under a misspelled name, is told once: at the name.
import type { Diagnostic } from '../diagnostic.ts';
import type { Draft } from '../draft.ts';

const MISSING: Readonly<Record<string, string>> = {
  MISSING_VERSION: 'Version',
  MISSING_STATEMENT: 'Statement',
  MISSING_EFFECT: 'Effect',
  MISSING_ACTION: 'Action',
  MISSING_RESOURCE: 'Resource',
  MISSING_PRINCIPAL: 'Principal',
};

/** What is left when the findings that follow from another are taken out. */
export function withoutEchoes(found: readonly Diagnostic[], draft: Draft): readonly Diagnostic[] {
  const misspelled = found.filter(
    ({ code, fixes }) => code === 'INVALID_POLICY_ELEMENT' && fixes !== undefined,
  );
  if (misspelled.length === 0) return found;
  const objects = [draft.json, ...draft.statements.map(({ json }) => json)].flatMap((json) => json ?? []);
  return found.filter(({ code, from }) => {
    const element = MISSING[code];
    const object = element === undefined ? undefined : objects.find((one) => one.from === from);
    return !object?.members.some(({ name }) =>
      misspelled.some((one) => one.from === name.from && meant(one) === element),
    );
  });
}

/** The name that the first fix puts in the place of the misspelled one; that of a `Not…` says as much. */
const meant = ({ fixes }: Diagnostic): string | undefined =>
  fixes?.[0]?.edits[0]?.text.replace(/^"(Not)?|"$/g, '');
