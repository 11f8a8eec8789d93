/** White modules around a code: readers find it by them. */
export const quietModules = 4;

/** Rows of a code as one path, a module being one unit. @param rows true is dark. */
export const modulePath = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => runsOf(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`)).join('');

/** Dark modules of a row that stand beside each other. */
function runsOf(row: readonly boolean[]): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((dark, x) => {
    if (!dark) return;
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.length === x) last.length += 1;
    else runs.push({ start: x, length: 1 });
  });
  return runs;
}

/** Printed 10 cm wide this is finer than any printer needs. */
const modulePx = 24;

/** A code as a PNG, for slides and mails. @returns null where the browser makes none. */
export async function qrPng(rows: readonly (readonly boolean[])[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = rows.length * modulePx;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  rows.forEach((row, y) => {
    for (const { start, length } of runsOf(row)) {
      context.fillRect(start * modulePx, y * modulePx, length * modulePx, modulePx);
    }
  });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
