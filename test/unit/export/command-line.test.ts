import { describe, expect, test } from 'vitest';
import { readJob } from '../../../deploy/export.mjs';

const token = 'a'.repeat(43);
const board = 'B'.repeat(21);
const link = `https://board.example/join#${token}`;

describe('command line of the export', () => {
  test('[PDF18] link, board and files are read; the token is what stands behind the hash', () => {
    expect(readJob(['--link', link, '--board', board, '--pdf', 'out.pdf', '--timeout', '30'])).toEqual({
      link: { origin: 'https://board.example', token },
      boards: [board],
      pdf: 'out.pdf',
      files: {},
      timeoutMs: 30_000,
    });
    expect(readJob(['--help'])).toBeNull();
  });

  test('[TRV14] several boards or all, every format, readers and paper are read', () => {
    const other = 'C'.repeat(21);
    const files = { csv: '1', 'csv-zip': '2', md: '3', json: '4', tldr: '5' };
    const formats = Object.entries(files).flatMap(([format, file]) => [`--${format}`, file]);
    const choices = ['--audience', 'partners', '--paper', 'A3'];
    expect(readJob(['--link', link, '--board', `${board},${other}`, ...formats, ...choices])).toMatchObject({
      ...{ boards: [board, other], files, audience: 'partners', paper: 'A3' },
    });
    expect(readJob(['--link', link, '--board', 'all', '--md', 'out'])).toMatchObject({ boards: 'all' });
  });

  test('[PDF18] an id that begins with a dash is still an id', () => {
    const dashed = `-${'B'.repeat(20)}`;
    expect(readJob(['--board', dashed, '--link', link, '--csv', 'x'])).toMatchObject({
      boards: [dashed],
    });
  });

  test.each([
    ['nothing', []],
    ['no file', ['--link', link, '--board', board]],
    ['a link without token', ['--link', 'https://board.example/join', '--board', board, '--csv', 'x']],
    ['no link at all', ['--link', 'out.pdf', '--board', board, '--csv', 'x']],
    ['a board by title', ['--link', link, '--board', 'Root cause tree', '--csv', 'x']],
    ['an unknown option', ['--link', link, '--board', board, '--docx', 'x']],
    ['readers that there are not', ['--link', link, '--board', board, '--csv', 'x', '--audience', 'all']],
    ['no paper', ['--link', link, '--board', board, '--pdf', 'x', '--paper', 'B5']],
    ['no time', ['--link', link, '--board', board, '--pdf', 'x', '--timeout', 'soon']],
  ])('[PDF18] %s is refused before anything is asked of the server', (_what, args) => {
    expect(() => readJob(args)).toThrow();
  });
});
