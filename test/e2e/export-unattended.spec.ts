import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { inspectPdf } from '../unit/export/support/pdf-tools.ts';

const script = join(import.meta.dirname, '..', '..', 'deploy', 'export.mjs');

interface Ended {
  readonly code: number | null;
  /** Both streams. */
  readonly output: string;
}

/** The command as a person or a timer runs it. */
function runExport(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
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
  const { code, output } = await runExport([
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
  expect(output).toContain('Page 1 of 5: 1 Who?');
  expect(output).toMatch(/Page \d+ of \d+: Contents/);
  expect(code).toBe(0);
  const { complaints, info: facts, text } = inspectPdf(readFileSync(pdf));
  expect(complaints).toBe('');
  // Cover, contents, overview and five frames; whoever exports is nobody who took part.
  expect(facts.get('Pages')).toBe('8');
  expect(text).toContain('Full Plates');
  expect(text).toContain('Social enterprise');
  // Whoever exports is a program and no participant.
  expect(text).not.toContain('Commonboard');
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
  expect(wrongLink).toMatchObject({ code: 1, output: expect.stringContaining('does not work any more') });
  const wrongBoard = await runExport(['--link', link, '--board', 'x'.repeat(21), '--csv', file]);
  expect(wrongBoard).toMatchObject({ code: 1, output: expect.stringContaining(board) });
  const nobody = await runExport(['--link', link.replace(/:\d+/, ':1'), '--board', board, '--csv', file]);
  expect(nobody).toMatchObject({ code: 1, output: expect.stringContaining('does not answer') });
  expect(existsSync(file)).toBe(false);

  const usage = await runExport(['--link', link]);
  expect(usage).toMatchObject({ code: 2, output: expect.stringContaining('Usage:') });
  // The token stands in no message.
  for (const { output } of [wrongLink, wrongBoard, nobody, usage])
    expect(output).not.toContain(invites.facilitator.token);
});

test('[TRV14] every format of all boards of a workshop, each in a folder of its own', async ({ page: _ }, info) => {
  const { invites, workshop } = await createWorkshop(server.address, 'Full Plates');
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  for (const template of ['actor-map', 'blank'] as const) await createBoard(facilitator, workshop.id, template);
  const link = `${server.address}/join#${invites.facilitator.token}`;
  const formats = { csv: 'csv', 'csv-zip': 'zip', md: 'md', json: 'json', tldr: 'tldr' };
  const args = Object.keys(formats).flatMap((format) => [`--${format}`, info.outputPath(format)]);
  const { code, output } = await runExport(['--link', link, '--board', 'all', '--audience', 'public', ...args]);
  expect([code, output]).toEqual([0, expect.stringContaining('Actor map.tldr')]);
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
  expect([more.code, more.output]).toEqual([1, expect.stringContaining('may not have what is for the audience core')]);
});
