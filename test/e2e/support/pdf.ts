import { execFileSync } from 'node:child_process';

export interface PdfFacts {
  readonly pages: number;
  readonly title: string;
  readonly tagged: boolean;
  readonly text: string;
  /** Rows of `pdffonts`, without its head. */
  readonly fonts: readonly {
    readonly name: string;
    readonly embedded: boolean;
    readonly subset: boolean;
    readonly unicode: boolean;
  }[];
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

/** What independent programs say of a PDF. @throws when `qpdf --check` finds anything wrong with it */
export function readPdf(path: string): PdfFacts {
  run('qpdf', '--check', path);
  const info = run('pdfinfo', path);
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)?.[1] ?? '';
  const fonts = run('pdffonts', path)
    .split('\n')
    .slice(2)
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const flags = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(row);
      return {
        name: row.split(/\s+/)[0] ?? '',
        embedded: flags?.[1] === 'yes',
        subset: flags?.[2] === 'yes',
        unicode: flags?.[3] === 'yes',
      };
    });
  return {
    pages: Number(field('Pages')),
    title: field('Title'),
    tagged: field('Tagged') === 'yes',
    text: run('pdftotext', '-enc', 'UTF-8', path, '-'),
    fonts,
  };
}

/** Signs alone are no words: readers of PDFs join a dash to what stands beside it. */
const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Words that the PDF does not hold. Ligatures and soft hyphens count as the letters they stand for. */
export function missingWords(pdf: PdfFacts, texts: readonly string[]): readonly string[] {
  const held = new Set(words(pdf.text));
  return [...new Set(texts.flatMap(words))].filter((word) => !held.has(word));
}
