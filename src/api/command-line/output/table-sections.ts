// Sections: the boxes that a table of the AWS CLI is made of, and how they are drawn.
import { pythonRound } from './python.ts';
import { widthOf } from './width.ts';

export interface Section {
  readonly title: string;
  /** How many boxes it is in. */
  readonly depth: number;
  headers: readonly string[];
  rows: (readonly string[])[];
  /** How many cells a row has; null: none is there yet. */
  cells: number | null;
  /** The widest text of each column. */
  widths: number[];
}

export const newSection = (title: string, depth: number): Section => ({
  title,
  depth,
  headers: [],
  rows: [],
  cells: null,
  widths: [],
});

/** Null, or why the table cannot be. */
export function addHeader(section: Section, names: readonly string[]): string | null {
  if (section.widths.length > 0 && names.length > section.widths.length) return 'list index out of range';
  widen(section, names);
  section.cells ??= names.length;
  section.headers = names;
  return null;
}

/** Null, or why the table cannot be. */
export function addRow(section: Section, cells: readonly string[]): string | null {
  section.cells ??= cells.length;
  if (cells.length !== section.cells)
    return `Row should have ${section.cells} elements, instead it has ${cells.length}`;
  section.rows.push(cells);
  widen(section, cells);
  return null;
}

function widen(section: Section, cells: readonly string[]): void {
  for (const [index, cell] of cells.entries())
    section.widths[index] = Math.max(widthOf(cell), section.widths[index] ?? 0);
}

/** A cell has two spaces on either side. */
const PADDING = 4;

/** @param columns How wide the terminal is. */
export function renderedTable(given: readonly Section[], columns: number): string {
  const sections = widthOfAll(given) > columns ? given.map(upright) : given;
  const width = widthOfAll(sections);
  const lines = ['-'.repeat(width), ...sections.flatMap((section) => sectionLines(section, width))];
  return lines.map((line) => `${line}\n`).join('');
}

/** A single row becomes two columns: names, and values beside them. */
function upright(section: Section): Section {
  const [only] = section.rows;
  if (only === undefined || section.rows.length > 1 || section.headers.length === 0) return section;
  const turned = newSection(section.title, section.depth);
  for (const [index, name] of section.headers.entries()) addRow(turned, [name, only[index] ?? '']);
  return turned;
}

const widthOfAll = (sections: readonly Section[]): number => Math.max(...sections.map(totalWidth));

function totalWidth({ title, depth, widths }: Section): number {
  const cells = widths.reduce((sum, width) => sum + width + PADDING, 0);
  return Math.max(widthOf(title) + 2 + depth * 2, cells + 2 + depth * 2);
}

function sectionLines(section: Section, outerWidth: number): readonly string[] {
  const { title, depth, headers, rows } = section;
  const width = outerWidth - depth * 2;
  const widths = scaledWidths(section, width);
  const rule = ruleOf(widths);
  const lines: string[] = [];
  if (title !== '') {
    lines.push(centred(title, width, '|'));
    if (headers.length === 0 && rows.length === 0) lines.push(`+${'-'.repeat(width - 2)}+`);
  }
  if (headers.length > 0) lines.push(rule, cellsOf(headers, widths, centred));
  if (rows.length > 0 && widths.length > 0)
    lines.push(rule, ...rows.map((row) => cellsOf(row, widths, leftAligned)), rule);
  const edge = '|'.repeat(depth);
  return lines.map((line) => `${edge}${line}${edge}`);
}

/** The first column counts the left edge of the box as its own; every column counts its right edge. */
function scaledWidths({ widths }: Section, width: number): readonly number[] {
  if (widths.length === 0) return [];
  const padded = widths.map((one) => one + PADDING);
  const factor = width / padded.reduce((sum, one) => sum + one, 0);
  const scaled = padded.map((one) => pythonRound(factor * one));
  let over = scaled.reduce((sum, one) => sum + one, 0) - width;
  // What rounding left over is taken from the first columns, what it left out is given to the last.
  for (let step = 0; over !== 0; step++) {
    const index = over > 0 ? step % scaled.length : scaled.length - 1 - (step % scaled.length);
    const change = over > 0 ? -1 : 1;
    scaled[index] = (scaled[index] ?? 0) + change;
    over += change;
  }
  return scaled;
}

const ruleOf = (widths: readonly number[]): string =>
  widths
    .map((width, index) => `${index === 0 ? '+' : ''}${'-'.repeat(width - (index === 0 ? 2 : 1))}+`)
    .join('');

const cellsOf = (
  cells: readonly string[],
  widths: readonly number[],
  aligned: (text: string, width: number, leftEdge: string) => string,
): string =>
  widths.map((width, index) => aligned(cells[index] ?? '', width, index === 0 ? '|' : '')).join('');

function centred(text: string, width: number, leftEdge: string): string {
  const textWidth = widthOf(text);
  const before = Math.max(0, Math.floor(width / 2) - Math.floor(textWidth / 2) - 1);
  const after = Math.max(0, width - 1 - (leftEdge.length + before + textWidth));
  return `${leftEdge}${' '.repeat(before)}${text}${' '.repeat(after)}|`;
}

function leftAligned(text: string, width: number, leftEdge: string): string {
  const textWidth = widthOf(text);
  const fits = width - (textWidth + 2 + leftEdge.length + 1) >= 0;
  const before = fits ? 2 : 0;
  const after = Math.max(0, width - leftEdge.length - before - textWidth - 1);
  return `${leftEdge}${' '.repeat(before)}${text}${' '.repeat(after)}|`;
}
