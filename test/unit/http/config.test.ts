import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configTable, helpText, parseArguments, readConfig } from '../../../server/config.ts';

const names = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'PUBLIC_URL',
  'CREATE_KEY',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'TLDRAW_LICENSE_KEY',
];

const mistakesOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.status === 'invalid' ? read.mistakes : [];
};

describe('configuration', () => {
  it('[CFG1] an empty environment, or one of empty values, gives the defaults', () => {
    const standard = readConfig({});
    expect(standard).toEqual({
      status: 'ok',
      config: {
        port: 3000,
        host: '0.0.0.0',
        dataDir: './data',
        createKey: null,
        logLevel: 'warn',
        licenceKey: null,
        reach: { publicOrigin: null, trustedProxies: 0 },
      },
    });
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(standard);
  });

  it('[CFG1] values are read with their types', () => {
    const read = readConfig({ PORT: '0', TRUST_PROXY: '2', CREATE_KEY: ' a long secret ', LOG_LEVEL: 'info' });
    expect(read).toMatchObject({
      status: 'ok',
      config: { port: 0, createKey: 'a long secret', logLevel: 'info', reach: { trustedProxies: 2 } },
    });
  });

  it('[CFG2] all mistakes are listed, each with the name of its variable', () => {
    expect(
      mistakesOf({ PORT: '70000', PUBLIC_URL: 'board', CREATE_KEY: 'short', TRUST_PROXY: 'true', LOG_LEVEL: 'loud' }),
    ).toEqual([
      'PORT has to be at most 65535.',
      'PUBLIC_URL has to look like https://board.example.org, without a path.',
      'CREATE_KEY has to have at least 8 characters.',
      'TRUST_PROXY has to be a whole number.',
      'LOG_LEVEL has to be one of trace, debug, info, warn, error, fatal, silent.',
    ]);
  });

  it('[CFG2] a key that no header can carry is refused', () => {
    expect(mistakesOf({ CREATE_KEY: 'Überraschung' })).toEqual([
      'CREATE_KEY has to be of plain letters, digits and signs.',
    ]);
  });

  it.each(['80.5', '-1', '0x10', '1e3', 'http'])('[CFG2] %s is no port', (PORT) => {
    expect(mistakesOf({ PORT })).toEqual(['PORT has to be a whole number.']);
  });

  it.each([
    ['https://Board.Example.org', 'https://board.example.org'],
    ['https://board.example.org:443/', 'https://board.example.org'],
    ['http://10.0.0.7:3000', 'http://10.0.0.7:3000'],
  ])('[CFG3] %s is the origin %s', (PUBLIC_URL, origin) => {
    expect(readConfig({ PUBLIC_URL })).toMatchObject({ status: 'ok', config: { reach: { publicOrigin: origin } } });
  });

  it.each([
    'board.example.org',
    'ftp://board.example.org',
    'https://board.example.org/app',
    'https://board.example.org?x',
    'https://me:secret@board.example.org',
    'https://',
  ])('[CFG3] %s is no public address', (PUBLIC_URL) => {
    expect(mistakesOf({ PUBLIC_URL })).toHaveLength(1);
  });

  it('[CFG4] help and table have a row for every variable and for no other', () => {
    const rows = configTable().split('\n').slice(2);
    expect(rows.map((row) => /^\| `([A-Z_]+)` \| \S+ \| \S.+\.|$/.exec(row)?.[1])).toEqual(names);
    for (const name of names)
      expect(helpText()).toMatch(new RegExp(`^  ${name} \\((default \\S+|not set by default)\\)$`, 'm'));
  });

  const readme = join(import.meta.dirname, '..', '..', '..', 'README.md');
  it.runIf(existsSync(readme))('[CFG4] the README holds the table as the schema gives it', () => {
    expect(readFileSync(readme, 'utf8')).toContain(configTable());
  });

  it('[CFG5] only --help is a known argument', () => {
    expect(parseArguments([])).toEqual({ status: 'run' });
    expect(parseArguments(['--help'])).toEqual({ status: 'help' });
    expect(parseArguments(['--port', '3000'])).toEqual({ status: 'unknown', unknown: ['--port', '3000'] });
    expect(parseArguments(['--help', 'x'])).toEqual({ status: 'unknown', unknown: ['x'] });
  });
});
