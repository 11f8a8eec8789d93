import type { Space } from '../template-shapes/layout.ts';
import type { Cell } from './face-content.ts';
import { discPatch, type FaceLayout, fitText, lineOf, roundCorners, type TitleSlot } from './face-layout.ts';
import {
  addLeftEdge,
  addTitle,
  addTopEdge,
  edgeHeight,
  isGhostFace,
  type Page,
  type Parts,
  radius,
  sheetOf,
} from './layout-parts.ts';

const cellPad = 10;
const textLeading = 1.22;

/**
 * A row of a table: each column where the zone has it, on a paper of its own, so that what a view draws between them is
 * seen. Columns at one place stand below each other, with their names.
 */
export function layoutRow(page: Page): FaceLayout {
  const { content, w, h } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  let title: TitleSlot | null = null;
  for (const stack of stacksOf(content.cells)) {
    const [first] = stack;
    if (first === undefined) continue;
    addCellPaper(parts, page, first);
    const { x, w: width } = first.column;
    const height = (h - 12) / stack.length;
    for (const [place, cell] of stack.entries()) {
      const space = { x: x + cellPad, y: 6 + place * height, w: width - 2 * cellPad, h: height };
      if (cell.isTitle) title = addTitle(parts, page, { space, leading: textLeading, middle: true });
      else if (stack.length > 1) addNamedValue(parts, page, cell, space);
      else addValue(parts, page, cell, space);
    }
  }
  const sheet = sheetOf(page);
  if (title !== null) {
    const { rule } = sheet;
    const bare = { ...sheet, fill: null, stripe: null };
    if (rule === null || rule.dashed) return { w, h, sheet: bare, ...parts, title };
    // The papers would hide a line under them.
    const around = { x: 0, y: 0, w, h, fill: null, radii: roundCorners(radius) };
    if (rule.width > 1) parts.patches.push({ ...around, stroke: { colour: rule.colour, width: rule.width } });
    return { w, h, sheet: { ...bare, rule: null }, ...parts, title };
  }
  addLeftEdge(parts, page);
  const space = { x: cellPad + 4, y: 6, w: w - 2 * cellPad - 4, h: h - 12 };
  return { w, h, sheet, ...parts, title: addTitle(parts, page, { space, leading: textLeading, middle: true }) };
}

function addCellPaper({ patches }: Parts, { paint, content, h }: Page, { column: { x, w }, isTitle }: Cell): void {
  if (isGhostFace(content)) return;
  patches.push({
    ...{ x, y: 0, w, h, radii: roundCorners(radius) },
    fill: isTitle ? paint.paper : { token: 'panel' },
    stroke: { colour: paint.rule, width: 1 },
  });
  if (isTitle) patches.push({ x, y: 0, w: 4, h, fill: paint.edge, stroke: null, radii: [4, 0, 0, 4] });
}

function stacksOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const stacks = new Map<number, Cell[]>();
  for (const cell of cells) stacks.set(cell.column.x, [...(stacks.get(cell.column.x) ?? []), cell]);
  return [...stacks].sort(([a], [b]) => a - b).map(([, stack]) => stack);
}

function addValue(parts: Parts, page: Page, { text, score }: Cell, space: Space): void {
  const { paint, scale, textSize, measureIn } = page;
  if (score !== null && space.w >= dotsWidth(page)) addDots(parts, page, score, space.x, space.y + space.h / 2);
  else if (text !== '')
    parts.texts.push(
      fitText(
        text,
        {
          space,
          face: 'text',
          size: textSize,
          floor: scale.floor,
          leading: textLeading,
          colour: paint.ink,
          middle: true,
        },
        measureIn,
      ),
    );
}

/** Its name before it, in one line. */
function addNamedValue(parts: Parts, page: Page, { label, text, score }: Cell, { x, y, w, h }: Space): void {
  const { paint, scale, measureIn } = page;
  const { small } = scale;
  const middleY = y + h / 2;
  const value = score === null ? measureIn('semi', small)(text) + 1 : dotsWidth(page);
  const line = { middleY, size: small } as const;
  parts.texts.push(
    lineOf(label, { ...line, x, w: Math.max(small, w - value - 8), face: 'text', colour: paint.ink2 }, measureIn),
  );
  if (score !== null) addDots(parts, page, score, x + w - value, middleY);
  else if (text !== '')
    parts.texts.push(
      lineOf(text, { ...line, x: x + w - value, w: value, face: 'semi', colour: paint.ink, align: 'right' }, measureIn),
    );
}

const dotPitch = ({ scale }: Page): number => scale.small * 1.25;
const dotsWidth = (page: Page): number => 5 * dotPitch(page);

/** Out of five. */
function addDots({ patches }: Parts, page: Page, score: number, x: number, middleY: number): void {
  const pitch = dotPitch(page);
  const r = page.scale.small * 0.45;
  const { edge } = page.paint;
  for (let place = 1; place <= 5; place++) {
    const centre = x + pitch * (place - 0.5);
    patches.push(
      place <= score
        ? discPatch(centre, middleY, r, edge)
        : discPatch(centre, middleY, r - 0.75, null, { colour: page.paint.rule, width: 1.5 }),
    );
  }
}

/** A form: each line with its name and a box to write in, short ones side by side. */
export function layoutForm(page: Page): FaceLayout {
  const { content, scale, w, h } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  addTopEdge(parts, page);
  let title: TitleSlot | null = null;
  // What invites is one sentence over the whole form.
  const rows = isGhostFace(content) ? [] : formRows(content.cells);
  const top = edgeHeight + 6;
  const height = (h - top - scale.pad / 2) / Math.max(1, rows.length);
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      const { x, w: width } = cell.column;
      const place = { x, y: top + index * height, w: width, h: height };
      title = addFormCell(parts, page, cell, place, row.length === 1) ?? title;
    }
  }
  const alone = { x: scale.pad, y: top, w: w - 2 * scale.pad, h: h - top - scale.pad };
  title ??= addTitle(parts, page, { space: alone, leading: textLeading });
  return { w, h, sheet: sheetOf(page), ...parts, title };
}

/** A column to the right of the one before stands beside it. */
function formRows(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row === undefined || before === undefined || cell.column.x < before.column.x + before.column.w)
      rows.push([cell]);
    else row.push(cell);
  }
  return rows;
}

/** @returns where one types, for the title */
function addFormCell(parts: Parts, page: Page, cell: Cell, place: Space, boxed: boolean): TitleSlot | null {
  const { paint, scale, measureIn, textSize } = page;
  const { small, pad } = scale;
  const { x, y, w, h } = place;
  const named = small * 1.25;
  const label = { x: x + pad, middleY: y + named / 2, w: w - 2 * pad, size: small, colour: paint.ink2 } as const;
  parts.texts.push(lineOf(cell.label, { ...label, face: boxed ? 'strong' : 'text' }, measureIn));
  const box = { x: x + pad - 2, y: y + named + 2, w: w - 2 * pad + 4, h: h - named - 6 };
  if (boxed)
    parts.patches.push({ ...box, fill: { token: 'panel', percent: 60 }, stroke: null, radii: roundCorners(6) });
  const inner = { x: box.x + 8, y: box.y + 2, w: box.w - 16, h: box.h - 4 };
  const space = boxed ? inner : { ...box, x: x + pad, w: w - pad };
  if (cell.isTitle) return addTitle(parts, page, { space, leading: textLeading, middle: boxed });
  if (cell.text === '') return null;
  const look = { face: boxed ? 'text' : 'semi', size: textSize, floor: scale.floor, colour: paint.ink } as const;
  parts.texts.push(fitText(cell.text, { ...look, space, leading: textLeading, middle: boxed }, measureIn));
  return null;
}
