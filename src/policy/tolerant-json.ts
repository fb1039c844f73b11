// A text that is not JSON -> the tree it was meant to be, with every fault, its place and the way out.
import { withFix, type Edit } from './diagnostic.ts';
import type { Json } from './json.ts';
import { placeBefore, Repairs, type Repair } from './json-repair.ts';
import { otherLanguage, otherLiteral } from './other-languages.ts';
import type { Span } from './span.ts';
import type { MendableFault } from './sign-reader.ts';
import { TolerantReader } from './tolerant-reader.ts';

export interface TolerantReading {
  /** Null where not even the start of a value could be made out. */
  readonly value: Json | null;
  /** In the order of the text; never empty for a text that is not JSON, except where it is nested too deep. */
  readonly faults: readonly MendableFault[];
}

/** As many faults, and of more than one kind, make one think of another language. */
const MANY = 4;
const isOfManyKinds = (faults: readonly MendableFault[]): boolean =>
  new Set(faults.map(({ what }) => what)).size > 1;

/** Signs that are tried out one after the other, and letters that are read for that at most, so that nobody waits for it. */
const MOST_REPAIRS = 4;
const MOST_LETTERS = 1_000_000;

/**
 * Reads what `readJson` refuses. Where one sign, put in or taken out, explains several faults, it is told alone. Takes time in
 * proportion to the text.
 */
export function readTolerantly(text: string): TolerantReading {
  const other = otherLanguage(text);
  if (other) return { value: null, faults: [other] };
  const asIs = readAsIs(text);
  const literal = asIs.weight >= MANY && isOfManyKinds(asIs.faults) ? otherLiteral(text) : null;
  if (literal) return { value: null, faults: [literal] };
  const repaired: { readonly fault: MendableFault; readonly edit: Edit }[] = [];
  let now = text;
  let reading = asIs;
  let letters = 0;
  while (repaired.length < MOST_REPAIRS && letters < MOST_LETTERS) {
    const doubtful = reading.faults.find(({ isDoubtful }) => isDoubtful);
    if (doubtful === undefined) break;
    let best: { readonly repair: Repair; readonly text: string; readonly reading: Reading } | null = null;
    const places = new Set([doubtful.fixes[0]?.edits[0]?.from ?? doubtful.from, doubtful.from]);
    const repairs = new Repairs(now);
    // What is one fault already can be told better only where the lines show how.
    const all = [...places].flatMap((place) => repairs.around(place));
    const tried = reading.weight > 1 ? all : all.filter(({ likely }) => likely);
    // Several ways of thinking may come to the same edit: the first of them tells it best.
    const apart = new Map(tried.toReversed().map((repair) => [JSON.stringify(repair.edit), repair]));
    for (const repair of [...apart.values()].reverse()) {
      letters += now.length;
      const repairedText = withFix(now, { label: '', edits: [repair.edit] });
      const found = readAsIs(repairedText);
      const most = best ? best.reading.weight : reading.weight - (repair.likely ? 0 : 1);
      // No sign is worth leaving more unread for.
      if (found.weight < most && found.untold <= reading.untold)
        best = { repair, text: repairedText, reading: found };
    }
    if (best === null) break;
    const { what, span, label, edit } = best.repair;
    const fault = { what, from: span.from, to: span.to, fixes: [{ label, edits: [edit] }] };
    repaired.push({ fault: faultBefore(fault, repaired), edit });
    now = best.text;
    reading = best.reading;
  }
  const faults = [
    ...repaired.map(({ fault }) => fault),
    ...reading.faults.map(({ what, from, to, fixes }) => faultBefore({ what, from, to, fixes }, repaired)),
  ];
  return {
    value: reading.value && valueBefore(reading.value, repaired),
    faults: withCommonFixes(faults.toSorted((a, b) => a.from - b.from)),
  };
}

interface Reading {
  readonly value: Json | null;
  readonly faults: readonly MendableFault[];
  /** How many faults there are, or would have been told. */
  readonly weight: number;
  readonly untold: number;
}

function readAsIs(text: string): Reading {
  const reader = new TolerantReader(text);
  const value = reader.read();
  const { faults, untold } = reader;
  return { value, faults, weight: faults.length + untold, untold };
}

type Edits = readonly { readonly edit: Edit }[];

/** A stretch of the text after some edits, as it stood before them. */
const spanBefore = <Value extends Span>(value: Value, edits: Edits): Value => {
  const place = (after: number) => edits.reduceRight((at, { edit }) => placeBefore(edit, at), after);
  return { ...value, from: place(value.from), to: place(value.to) };
};

const faultBefore = (fault: MendableFault, edits: Edits): MendableFault => ({
  ...spanBefore(fault, edits),
  fixes: fault.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => spanBefore(edit, edits)) })),
});

function valueBefore(value: Json, edits: Edits): Json {
  if (edits.length === 0) return value;
  const moved = spanBefore(value, edits);
  if (moved.kind === 'array') return { ...moved, items: moved.items.map((item) => valueBefore(item, edits)) };
  if (moved.kind !== 'object') return moved;
  const members = moved.members.map((member) => ({
    ...spanBefore(member, edits),
    name: spanBefore(member.name, edits),
    value: valueBefore(member.value, edits),
  }));
  return { ...moved, members };
}

/** Where one mistake was made again and again, as with single quotes, one fix mends all of them. */
function withCommonFixes(faults: readonly MendableFault[]): readonly MendableFault[] {
  return faults.map((fault) => {
    const group = faults.filter(({ what }) => what === fault.what);
    const edits = group.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
    const isApart = edits.every((edit, index) => index === 0 || (edits[index - 1]?.to ?? 0) < edit.from);
    if (group.length < 2 || edits.length !== group.length || !isApart) return fault;
    return { ...fault, fixes: [...fault.fixes, { label: `Mend all ${group.length} like this`, edits }] };
  });
}
