import type { TextInput, ZoneInput } from './template.ts';

/** Path commands that a mark may hold, in the mark's own coordinates, and other small makers of template data. */

const n = (value: number): string => String(Math.round(value * 10) / 10);

export type Point = readonly [x: number, y: number];

export const lines = (...polylines: readonly Point[][]): string =>
  polylines
    .map((points) => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join(''))
    .join('');

export function rectangle(x: number, y: number, w: number, h: number, radius = 8): string {
  const r = n(radius);
  const corner = (toX: number, toY: number): string => `A${r} ${r} 0 0 1 ${n(toX)} ${n(toY)}`;
  return [
    `M${n(x + radius)} ${n(y)}L${n(x + w - radius)} ${n(y)}${corner(x + w, y + radius)}`,
    `L${n(x + w)} ${n(y + h - radius)}${corner(x + w - radius, y + h)}`,
    `L${n(x + radius)} ${n(y + h)}${corner(x, y + h - radius)}`,
    `L${n(x)} ${n(y + radius)}${corner(x + radius, y)}Z`,
  ].join('');
}

export const circle = (cx: number, cy: number, r: number): string =>
  `M${n(cx - r)} ${n(cy)}A${n(r)} ${n(r)} 0 1 1 ${n(cx + r)} ${n(cy)}A${n(r)} ${n(r)} 0 1 1 ${n(cx - r)} ${n(cy)}Z`;

/** A sign or number that is written the same everywhere. */
export const same = (text: string): TextInput => ({ en: text, nl: text, fr: text, de: text });

const joined = (a: TextInput, b: TextInput): TextInput => ({
  en: `${a.en} · ${b.en}`,
  nl: `${a.nl} · ${b.nl}`,
  fr: `${a.fr} · ${b.fr}`,
  de: `${a.de} · ${b.de}`,
});

export interface Column extends Partial<Omit<ZoneInput, 'id' | 'box' | 'name'>> {
  readonly id: string;
  readonly x: number;
  readonly w: number;
  readonly name: TextInput;
}

export interface Row {
  readonly id: string;
  readonly y: number;
  readonly h: number;
  /** Zone of the row, where its cells lie in one. */
  readonly within?: string;
  readonly name?: TextInput;
}

/** Cells of a table, without starters: its heads say what goes where. */
export const cells = (
  columns: readonly Column[],
  rows: readonly Row[],
  common: Pick<ZoneInput, 'cardKind' | 'layout' | 'capacity' | 'role'>,
): ZoneInput[] =>
  rows.flatMap((row) =>
    columns.map(
      ({ id, x, w, name, ...own }): ZoneInput => ({
        role: 'generated',
        ...common,
        starters: [],
        ...own,
        id: `${row.id}.${id}`,
        box: { x, y: row.y, w, h: row.h },
        name: row.name === undefined ? name : joined(row.name, name),
        ...(row.within !== undefined && { within: row.within }),
      }),
    ),
  );
