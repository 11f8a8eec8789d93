import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FontRow {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly unicode: boolean;
}

/** What independent readers say of a file. */
export interface PdfFacts {
  /** qpdf's complaints; empty for a sound file. */
  readonly complaints: string;
  readonly info: ReadonlyMap<string, string>;
  readonly fonts: readonly FontRow[];
  /** Text of each page. */
  readonly pages: readonly string[];
  readonly text: string;
}

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export function inspectPdf(bytes: Uint8Array): PdfFacts {
  return withFile(bytes, (file) => {
    const pages = run('pdftotext', ['-raw', file, '-']).split('\f').slice(0, -1);
    return {
      complaints: check(file),
      info: new Map(
        run('pdfinfo', [file])
          .split('\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      ),
      fonts: run('pdffonts', [file]).split('\n').slice(2, -1).map(readFontRow),
      pages,
      text: pages.join('\n'),
    };
  });
}

/** Of each page, in points. */
export const pageSizes = (bytes: Uint8Array): readonly (readonly [width: number, height: number])[] =>
  withFile(bytes, (file) =>
    [...run('pdfinfo', ['-f', '1', '-l', '100000', file]).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map(
      ([, width, height]) => [Number(width), Number(height)] as const,
    ),
  );

/** Pictures that the file holds, each once however often it is drawn: how they are stored. Masks of others do not count. */
export const picturesIn = (bytes: Uint8Array): readonly string[] =>
  withFile(bytes, (file) => {
    const rows = run('pdfimages', ['-list', file])
      .split('\n')
      .slice(2, -1)
      .map((row) => row.trim().split(/\s+/))
      .filter(([, , type]) => type !== 'smask');
    return [...new Map(rows.map((columns) => [columns[10], columns[8] ?? ''])).values()];
  });

function check(file: string): string {
  try {
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error);
  }
}

/** Columns stand at fixed places, counted from the right: the name may have spaces. */
function readFontRow(row: string): FontRow {
  const match = /^(\S+)\s+(.+?)\s+(\S+)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(row);
  if (match === null) throw new Error(`pdffonts wrote: ${row}`);
  const [, name = '', type = '', , embedded, subset, unicode] = match;
  return { name, type, embedded: embedded === 'yes', subset: subset === 'yes', unicode: unicode === 'yes' };
}

/** Tags with their texts, as they are read out. Takes minutes for a thousand notes. */
export const structureOf = (bytes: Uint8Array): string =>
  withFile(bytes, (file) => run('pdfinfo', ['-struct-text', file]));

export interface WordBox {
  readonly word: string;
  readonly page: number;
  /** In points, from the upper left corner of the page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where each word stands; those that run upwards are left out. */
export const wordBoxes = (bytes: Uint8Array): readonly WordBox[] =>
  withFile(bytes, (file) =>
    run('pdftotext', ['-bbox', file, '-'])
      .split('<page ')
      .slice(1)
      .flatMap((part, page) =>
        [...part.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
          ([, left, top, right, bottom, word = '']) => ({
            ...{ word, page: page + 1, left: Number(left), top: Number(top) },
            ...{ right: Number(right), bottom: Number(bottom) },
          }),
        ),
      )
      .filter(({ word, left, top, right, bottom }) => word.length < 2 || right - left > (bottom - top) / 2),
  );

/** The file without compression, for looking at what is in it. */
export const expandedPdf = (bytes: Uint8Array): string =>
  withFile(bytes, (file) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1', maxBuffer: 1 << 28 }),
  );

/** A page as PNG. @param page 1-based */
export const renderPage = (bytes: Uint8Array, page: number, dpi: number): Buffer =>
  withFile(bytes, (file) =>
    execFileSync('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), '-png', file], {
      maxBuffer: 1 << 28,
    }),
  );

/** Colours of a page at one pixel a point. @param page 1-based */
export function pixelsOf(bytes: Uint8Array, page: number): { at(x: number, y: number): string } {
  const picture = withFile(bytes, (file) =>
    execFileSync('pdftoppm', ['-r', '72', '-f', String(page), '-l', String(page), file], { maxBuffer: 1 << 28 }),
  );
  const [head = '', width = '0'] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 32)) ?? [];
  return {
    at: (x, y) => {
      const from = head.length + (y * Number(width) + x) * 3;
      return `#${picture.toString('hex', from, from + 3)}`;
    },
  };
}

/** What qpdf reads of a file, object by object; what is in streams as base64, where it is asked for. */
export const pdfObjects = (bytes: Uint8Array, hasContents = false): Record<string, unknown> =>
  withFile(bytes, (file) => {
    const streams = hasContents ? ['--json-stream-data=inline', '--decode-level=generalized'] : [];
    const json = JSON.parse(
      execFileSync('qpdf', ['--json=2', '--json-key=qpdf', ...streams, file, '-'], {
        ...{ encoding: 'utf8', maxBuffer: 1 << 28 },
      }),
    );
    return json.qpdf[1];
  });

function withFile<Result>(bytes: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'commonboard-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
