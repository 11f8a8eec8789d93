import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { note } from '../unit/board/support/records.ts';
import { documentRecord, pageRecord, tldrawFile } from '../unit/board/support/tldraw.ts';
import { inspectPdf } from '../unit/export/support/pdf-tools.ts';

const script = join(import.meta.dirname, '..', '..', 'deploy', 'export.mjs');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a person or a timer runs it. */
async function runExport(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

test('[PDF40] PDF, CSV and JSON of a board without anybody at the screen', async ({ page: _ }, info) => {
  const { invites, workshop } = await createWorkshop(server.address, 'Full Plates');
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  const board = await createBoard(facilitator, workshop.id, 'actor-map');
  const [pdf, csv, json] = ['pdf', 'csv', 'json'].map((kind) => info.outputPath(`out.${kind}`)) as [
    string,
    string,
    string,
  ];
  const link = `${server.address}/join#${invites.facilitator.token}`;
  const { code, stdout, stderr } = await runExport([
    '--link',
    link,
    '--board',
    board,
    '--pdf',
    pdf,
    '--csv',
    csv,
    '--json',
    json,
  ]);
  expect(stderr).toContain('Page 1 of 5: 1 Who?');
  expect(stderr).toMatch(/Page \d+ of \d+: Contents/);
  expect([code, stdout]).toEqual([0, '']);
  const { complaints, info: facts, text: words } = inspectPdf(readFileSync(pdf));
  expect(complaints).toBe('');
  // Cover, contents, overview and five frames; whoever exports is nobody who took part.
  expect(facts.get('Pages')).toBe('8');
  expect(words).toContain('Full Plates');
  expect(words).toContain('Social enterprise');
  // Whoever exports is a program and no participant.
  expect(words).not.toContain('Commonboard');
  expect(readFileSync(csv, 'utf8')).toContain('board,frame,zone,id,type');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toBeInstanceOf(Object);
});

test('[PDF41] a wrong link and an unknown board end with code 1, say what to do, and leave no file', async ({
  page: _,
}, info) => {
  const { invites, workshop } = await createWorkshop(server.address, 'Full Plates');
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  const board = await createBoard(facilitator, workshop.id, 'blank');
  const file = info.outputPath('out.csv');
  const link = `${server.address}/join#${invites.facilitator.token}`;

  const wrongLink = await runExport([
    '--link',
    `${server.address}/join#${'x'.repeat(43)}`,
    '--board',
    board,
    '--csv',
    file,
  ]);
  expect(wrongLink).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('does not work any more') });
  const wrongBoard = await runExport(['--link', link, '--board', 'x'.repeat(21), '--csv', file]);
  expect(wrongBoard).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(board) });
  const nobody = await runExport(['--link', link.replace(/:\d+/, ':1'), '--board', board, '--csv', file]);
  expect(nobody).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('does not answer') });
  expect(existsSync(file)).toBe(false);

  const usage = await runExport(['--link', link]);
  expect(usage).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage:') });
  // The token stands in no message.
  for (const { stderr } of [wrongLink, wrongBoard, nobody, usage])
    expect(stderr).not.toContain(invites.facilitator.token);
});

test('[TRV14] every format of all boards of a workshop, each in a folder of its own', async ({ page: _ }, info) => {
  const { invites, workshop } = await createWorkshop(server.address, 'Full Plates');
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  for (const template of ['actor-map', 'blank'] as const) await createBoard(facilitator, workshop.id, template);
  const link = `${server.address}/join#${invites.facilitator.token}`;
  const formats = { csv: 'csv', 'csv-zip': 'zip', md: 'md', json: 'json', tldr: 'tldr' };
  const args = Object.keys(formats).flatMap((format) => [`--${format}`, info.outputPath(format)]);
  const { code, stdout, stderr } = await runExport(['--link', link, '--board', 'all', '--audience', 'public', ...args]);
  expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('Actor map.tldr')]);
  for (const [format, extension] of Object.entries(formats))
    expect(readdirSync(info.outputPath(format)).sort()).toEqual([`Actor map.${extension}`, `Blank board.${extension}`]);
  const file = JSON.parse(readFileSync(info.outputPath('json', 'Actor map.json'), 'utf8'));
  expect(file).toMatchObject({ format: 'commonboard', audience: 'public' });

  const viewer = `${server.address}/join#${invites.viewer.token}`;
  const more = await runExport([
    '--link',
    viewer,
    '--board',
    'all',
    '--audience',
    'core',
    '--json',
    info.outputPath('no'),
  ]);
  expect([more.code, more.stdout, more.stderr]).toEqual([
    1,
    '',
    expect.stringContaining('may not have what is for the audience core'),
  ]);
});

const pngSize = (file: string) => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));

test('[TRV15] a picture of every frame of several boards as PNG and SVG, for the readers that it is told', async ({
  page: _,
}, info) => {
  const { invites, workshop } = await createWorkshop(server.address, 'Full Plates');
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  for (const template of ['actor-map', 'actor-map'] as const) await createBoard(facilitator, workshop.id, template);
  // Boards without frames come from files.
  for (const [name, records] of [
    ['Nothing', []],
    ['Lone note', [note('one', 'The well is dry')]],
  ] as const)
    await fetch(`${server.address}/api/boards/import?workshop=${workshop.id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${facilitator.token}`, 'content-type': 'application/octet-stream' },
      body: tldrawFile([documentRecord(name), pageRecord('page', ''), ...records]),
    });
  const link = `${server.address}/join#${invites.facilitator.token}`;
  const [png, svg] = [info.outputPath('png'), info.outputPath('svg')];
  const args = ['--board', 'all', '--png', png, '--svg', svg, '--scale', '1', '--audience', 'partners'];
  const { code, stdout, stderr } = await runExport(['--link', link, ...args]);
  expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('Picture 1 of 5: Actor map, 1 Who?')]);
  expect(stderr).toContain('Nothing: nothing on it');
  const names = readdirSync(png).map((name) => name.replace(/\.png$/, ''));
  expect(readdirSync(svg).map((name) => name.replace(/\.svg$/, ''))).toEqual(names);
  expect(names).toHaveLength(11);
  expect(names).toEqual(expect.arrayContaining(['Actor map - 1 Who', 'Actor map - 1 Who 2', 'Lone note']));
  const drawn = readFileSync(join(svg, 'Actor map - 2 The map.svg'), 'utf8');
  expect(drawn).toContain('Social enterprise');
  const [, ...size] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn) ?? [];
  expect(pngSize(join(png, 'Actor map - 2 The map.png'))).toEqual(size.map(Number));

  const viewer = `${server.address}/join#${invites.viewer.token}`;
  const folder = info.outputPath('no');
  const more = await runExport(['--link', viewer, '--board', 'all', '--audience', 'core', '--png', folder]);
  expect([more.code, more.stdout, more.stderr]).toEqual([
    1,
    '',
    expect.stringContaining('may not have what is for the audience core'),
  ]);
  expect(existsSync(folder)).toBe(false);
});
