import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTempFolder } from '../../support/temp-folder.ts';
import { problemOf, startServer } from './server.ts';

function clientFolder(): string {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const client = join(folder.path, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  writeFileSync(join(folder.path, 'outside.txt'), 'not for you');
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Commonboard</title>');
  writeFileSync(join(client, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(join(client, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return client;
}

describe('pages', () => {
  it.each(['/', '/join', '/workshop/abc', '/workshop/abc/board/def', '/workshop/abc/board/def?x=1'])(
    '[HTTP13] %s is the page, never cached',
    async (path) => {
      const server = await startServer({ clientDir: clientFolder() });
      const answer = await server.call('GET', path);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<title>Commonboard</title>');
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('[HTTP13] files with a hash in their name are kept for ever, others are asked for again', async () => {
    const server = await startServer({ clientDir: clientFolder() });
    const script = await server.call('GET', '/assets/main-abc123.js');
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await server.call('GET', '/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('[HTTP13] a compressed copy is sent to who can read it, and has no address of its own', async () => {
    const clientDir = clientFolder();
    const compressed = gzipSync('export {};');
    writeFileSync(join(clientDir, 'assets', 'main-abc123.js.gz'), compressed);
    const server = await startServer({ clientDir });
    const ask = (encoding: string) =>
      server.call('GET', '/assets/main-abc123.js', { headers: { 'accept-encoding': encoding } });
    const zipped = await ask('gzip');
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('content-type')).toMatch(/javascript/);
    expect(zipped.text).toBe('export {};');
    const plain = await ask('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.text).toBe('export {};');
    expect(problemOf(await server.call('GET', '/assets/main-abc123.js.gz'))).toBe('404 not-found');
  });

  it.each([
    '/index.html',
    '/assets/',
    '/assets/main-gone.js',
    '/workshop',
    '/elsewhere',
    '/../outside.txt',
    '/..%2foutside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/%2e%2e/outside.txt',
  ])('[HTTP13] %s is nothing', async (path) => {
    const server = await startServer({ clientDir: clientFolder() });
    expect(problemOf(await server.call('GET', path))).toBe('404 not-found');
  });

  it('[HTTP14] the policy is exactly this one', async () => {
    const server = await startServer({ clientDir: clientFolder() });
    const { headers } = await server.call('GET', '/');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;" +
        `connect-src 'self' data: blob: ${server.address.replace('http', 'ws')};media-src 'self' blob:;worker-src 'self' blob:;` +
        "frame-src 'none';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
  });

  it('[HTTP14] no sniffing, no referrer, no frames; on plain http nothing that needs https', async () => {
    const server = await startServer({ clientDir: clientFolder() });
    for (const path of ['/', '/api/client-config', '/assets/main-abc123.js', '/nothing']) {
      const { headers } = await server.call('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('cross-origin-opener-policy')).toBeNull();
      expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('[HTTP32] a browser at a mistyped address gets the page, which says so; scripts and programs get the plain 404', async () => {
    const server = await startServer({ clientDir: clientFolder() });
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const lost = await server.call('GET', '/wrokshop/abc', { headers: browser });
    expect(lost.status).toBe(404);
    expect(lost.text).toContain('<title>Commonboard</title>');
    expect(lost.headers.get('content-type')).toMatch(/^text\/html/);
    expect(problemOf(await server.call('GET', '/wrokshop/abc'))).toBe('404 not-found');
    expect(problemOf(await server.call('GET', '/api/nothing', { headers: browser }))).toBe('404 not-found');
  });

  it('[HTTP14] what is said to one person is stored nowhere on the way', async () => {
    const server = await startServer({ clientDir: clientFolder() });
    for (const path of ['/api/client-config', '/api/workshops/x', '/nothing', '/readyz']) {
      expect((await server.call('GET', path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('[HTTP14] with an https address transport security is on and sockets go to it alone', async () => {
    const server = await startServer({ clientDir: clientFolder(), env: { PUBLIC_URL: 'https://board.example.org' } });
    const { headers } = await server.call('GET', '/');
    expect(headers.get('strict-transport-security')).toBe('max-age=15552000');
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' data: blob: wss://board.example.org;");
  });
});
