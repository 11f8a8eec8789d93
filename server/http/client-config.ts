import { ClientConfigResponse } from '../../shared/api/client-config.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { VERSION } from '../observe/version.ts';
import type { HttpContext, HttpServer } from './context.ts';

export function clientConfigRoutes(app: HttpServer, { config }: HttpContext): void {
  const answer: ClientConfigResponse = {
    ...(config.licenceKey !== null && { licenseKey: config.licenceKey }),
    createKeyNeeded: config.createKey !== null,
    version: VERSION,
    protocol: PROTOCOL_VERSION,
  };
  app.get(
    '/api/client-config',
    { schema: { summary: 'What a page has to know before anybody signs in', response: { 200: ClientConfigResponse } } },
    async () => answer,
  );
}
