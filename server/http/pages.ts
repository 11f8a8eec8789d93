import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { HttpServer } from './context.ts';

/** Addresses that the page itself routes; all of them are one file. */
const pages = ['/', '/join', '/resume', '/workshop/*'];

/**
 * Serves the built client. Of addresses that are neither a file of it nor a page, browsers are told by a page that says so,
 * everything else by the 404 of the server.
 */
export async function pageRoutes(app: HttpServer, clientDir: string): Promise<void> {
  const assets = join(clientDir, 'assets/');
  await app.register(fastifyStatic, {
    root: clientDir,
    // Registers a route per file: nothing else of the disk can be asked for.
    wildcard: false,
    index: false,
    // Compressed copies are answers to the address of the original.
    preCompressed: true,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      // The build puts a hash of the content into the names under assets/, and there alone.
      reply.header('Cache-Control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const url of pages) {
    app.get(url, { schema: { hide: true } }, (_request, reply: FastifyReply) => reply.sendFile('index.html'));
  }
  app.get('/*', { schema: { hide: true } }, (request, reply: FastifyReply) => {
    const isForPeople = request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/api/');
    return isForPeople ? reply.code(404).sendFile('index.html') : reply.callNotFound();
  });
}
