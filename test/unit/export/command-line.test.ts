import { describe, expect, test } from 'vitest';
import { readJob } from '../../../deploy/export.mjs';

const token = 'a'.repeat(43);
const board = 'B'.repeat(21);
const link = `https://board.example/join#${token}`;

describe('command line of the export', () => {
  test('[PDF18] link, board and files are read; the token is what stands behind the hash', () => {
    expect(readJob(['--link', link, '--board', board, '--pdf', 'out.pdf', '--timeout', '30'])).toEqual({
      link: { origin: 'https://board.example', token },
      board,
      pdf: 'out.pdf',
      timeoutMs: 30_000,
    });
    expect(readJob(['--help'])).toBeNull();
  });

  test('[PDF18] an id that begins with a dash is still an id', () => {
    const dashed = `-${'B'.repeat(20)}`;
    expect(readJob(['--board', dashed, '--link', link, '--csv', 'x'])).toMatchObject({ board: dashed });
  });

  test.each([
    ['nothing', []],
    ['no file', ['--link', link, '--board', board]],
    ['a link without token', ['--link', 'https://board.example/join', '--board', board, '--csv', 'x']],
    ['no link at all', ['--link', 'out.pdf', '--board', board, '--csv', 'x']],
    ['a board by title', ['--link', link, '--board', 'Root cause tree', '--csv', 'x']],
    ['an unknown option', ['--link', link, '--board', board, '--docx', 'x']],
    ['no time', ['--link', link, '--board', board, '--pdf', 'x', '--timeout', 'soon']],
  ])('[PDF18] %s is refused before anything is asked of the server', (_what, args) => {
    expect(() => readJob(args)).toThrow();
  });
});
