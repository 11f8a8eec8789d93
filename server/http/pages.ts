import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { HttpServer } from './context.ts';

/** Addresses that the page itself routes; all of them are one file. */
const pages = ['/', '/join', '/resume', '/workshop/*'];

/** What lies beside a file for whoever can read it compressed has no address of its own. */
const compressed = new Set(['.br', '.gz']);

/** Paths of the files one may ask for, as they stand in addresses. The page itself has addresses of its own. */
async function filesToServe(clientDir: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(clientDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !compressed.has(extname(entry.name)));
  const paths = files.map(({ parentPath, name }) => relative(clientDir, join(parentPath, name)).replaceAll(sep, '/'));
  return new Set(paths.filter((path) => path !== 'index.html'));
}

/**
 * Serves the built client. Of addresses that are neither a file of it nor a page, browsers are told by a page that says so,
 * everything else by the 404 of the server.
 */
export async function pageRoutes(app: HttpServer, clientDir: string): Promise<void> {
  const assets = join(clientDir, 'assets/');
  // Nothing else of the disk can be asked for. A route per file would say the same and take a sixth of the start.
  const files = await filesToServe(clientDir);
  await app.register(fastifyStatic, {
    root: clientDir,
    serve: false,
    // Compressed copies are answers to the address of the original.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The build puts a hash of the content into the names under assets/, and there alone.
      reply.header('Cache-Control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const url of pages) {
    app.get(url, { schema: { hide: true } }, (_request, reply: FastifyReply) => reply.sendFile('index.html'));
  }
  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply: FastifyReply) => {
    const path = request.params['*'];
    if (files.has(path)) return reply.sendFile(path);
    const isForPeople = request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/api/');
    return isForPeople ? reply.code(404).sendFile('index.html') : reply.callNotFound();
  });
}
