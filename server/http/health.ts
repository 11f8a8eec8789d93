import { nanoid } from 'nanoid';
import { z } from 'zod';
import { WorkshopId } from '../../shared/protocol/ids.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures } from './problems.ts';

const Fine = z.object({ status: z.literal('ok') });

export function healthRoutes(app: HttpServer, { storage }: HttpContext): void {
  app.get('/healthz', { schema: { summary: 'The process runs', response: { 200: Fine } } }, async () => ({
    status: 'ok' as const,
  }));

  app.get(
    '/readyz',
    { schema: { summary: 'The process runs and reaches its storage', response: { 200: Fine, ...failures } } },
    async () => {
      // A read that finds nothing still goes all the way; when storage is out of reach it throws.
      await storage.workshops.getWorkshop(WorkshopId.parse(nanoid()));
      return { status: 'ok' as const };
    },
  );
}
