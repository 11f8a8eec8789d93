import { describe, expect, test } from 'vitest';
import { leftOutLines } from '../../../deploy/export/data.mjs';
import { createNamer } from '../../../deploy/export/file-names.mjs';
import { undrawnLines } from '../../../deploy/export/pdf.mjs';
import { readJob } from '../../../deploy/export/read-job.mjs';
import { spellLeftOut } from '../../../shared/api/boards.ts';

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
      pictures: {},
      scale: 2,
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

  test('[TRV15] folders of pictures are read, and how large a PNG is', () => {
    const args = ['--link', link, '--board', board, '--png', 'a', '--svg', 'b'];
    expect(readJob(args)).toMatchObject({ pictures: { png: 'a', svg: 'b' }, scale: 2, files: {} });
    expect(readJob([...args, '--scale', '4'])).toMatchObject({ scale: 4 });
  });

  test('[TRV15] names of pictures are what every file system takes, each given once', () => {
    const nameOf = createNamer();
    const hostile = [
      'Actor map - 1 Who?',
      'actor map - 1 who',
      '../../etc/passwd',
      '…\u0007',
      'CON',
      'Zoë',
      'Zoe\u0308',
    ];
    expect(hostile.map((text) => nameOf(text, '1'))).toEqual([
      ...['Actor map - 1 Who', 'actor map - 1 who 2', 'etc passwd', '…', 'CON_', 'Zoë', 'Zoe\u0308 2'],
    ]);
    expect(nameOf('..', '1')).toBe('1');
    expect(nameOf('?', '1')).toBe('1 2');
    expect(Buffer.byteLength(nameOf('語'.repeat(300), '1'))).toBeLessThanOrEqual(200);
  });

  test('[TRV21] the passcode of the link comes from the environment, where no list of processes shows it', () => {
    const args = ['--link', link, '--board', board, '--csv', 'x'];
    expect(readJob(args, { LINK_PASSCODE: 'Blue whale' })?.link).toMatchObject({ token, passcode: 'Blue whale' });
    expect(readJob(args, {})?.link).toEqual({ origin: 'https://board.example', token });
    expect(() => readJob([...args, '--passcode', 'Blue whale'])).toThrow();
  });

  test('[TRV22] what is not in a file is said, line by line', () => {
    const nothing = { letters: [], images: 0, kinds: [], records: 0, unreadVotes: 0 };
    expect(undrawnLines(nothing)).toEqual([]);
    expect(undrawnLines({ letters: ['𓀀'], images: 1, kinds: ['video'], records: 2, unreadVotes: 3 })).toEqual([
      'Could not be drawn, a box stands in their place: 𓀀',
      'Could not be drawn: 1 pictures',
      'Could not be drawn: shapes of the kinds video',
      'Could not be read and is missing: 2 things on the boards',
      'Could not be read and is missing: what was voted on 3 boards',
    ]);
    expect(leftOutLines(null)).toEqual([]);
    expect(leftOutLines(spellLeftOut({ pictures: 21, records: 2 }))).toEqual([
      'Not in the file: 21 pictures. They are damaged, or it would be too large to bring back.',
      'Could not be read and is missing: 2 things on the board',
    ]);
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
    ['no scale', ['--link', link, '--board', board, '--png', 'x', '--scale', '3']],
    ['no time', ['--link', link, '--board', board, '--pdf', 'x', '--timeout', 'soon']],
  ])('[PDF18] %s is refused before anything is asked of the server', (_what, args) => {
    expect(() => readJob(args)).toThrow();
  });
});
