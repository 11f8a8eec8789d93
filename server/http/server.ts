import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { httpLimits } from '../../shared/protocol/limits.ts';
import { agendaRoutes } from './agenda.ts';
import { balanceRoutes } from './balance.ts';
import { boardChangeRoutes } from './board-changes.ts';
import { boardRoutes } from './boards.ts';
import { cardRoutes } from './cards.ts';
import { clientConfigRoutes } from './client-config.ts';
import { commandRoutes } from './commands.ts';
import { commentRoutes } from './comments.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { deletedRoutes } from './deleted.ts';
import { answerErrors } from './errors.ts';
import { exportRoutes } from './exports/board-exports.ts';
import { markdownRoutes } from './exports/markdown-exports.ts';
import { createSendExport } from './exports/send-export.ts';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history.ts';
import { imageRoutes } from './images.ts';
import { importRoutes } from './imports.ts';
import { inviteRoutes } from './invites.ts';
import { openApi } from './openapi.ts';
import { pageRoutes } from './pages.ts';
import { participantRoutes } from './participants.ts';
import { createPasscodeGate } from './passcode-gate.ts';
import { privateWritingRoutes } from './private-writing.ts';
import { answerNoHttp, answerUnroutable } from './raw-errors.ts';
import { reactionRoutes } from './reactions.ts';
import { reportLookRoutes } from './report-look.ts';
import { logRequests } from './request-log.ts';
import { resumeRoutes } from './resume.ts';
import { requireOwnOrigin, securityHeaders } from './security.ts';
import { sessionRoutes } from './sessions.ts';
import { answerLimit } from './slow-readers.ts';
import { createThrottles } from './throttles.ts';
import { undoPersonRoutes } from './undo-person.ts';
import { votingRoutes } from './voting.ts';
import { waitingRoutes } from './waiting.ts';
import { workshopCopyRoutes } from './workshop-copies.ts';
import { workshopRoutes } from './workshops.ts';

export interface HttpOptions extends Omit<HttpContext, 'throttles' | 'passcodeGate'> {
  /** Folder of the built pages; without it only the interface for programs is served. */
  readonly clientDir?: string;
}

/** Everything that is answered over plain HTTP; sockets are the transport's. */
export async function createHttpServer({ clientDir, ...parts }: HttpOptions): Promise<HttpServer> {
  const { config, log } = parts;
  const app: HttpServer = fastify({
    loggerInstance: log,
    // Its request log holds addresses as they were asked for; ours names routes.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < config.reach.trustedProxies,
    bodyLimit: httpLimits.bodyMaxBytes,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerNoHttp,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  logRequests(app);
  app.addHook('onSend', answerLimit());

  await securityHeaders(app, config.reach);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  requireOwnOrigin(app, config.reach);
  await openApi(app);

  const throttles = createThrottles(app);
  const context: HttpContext = { ...parts, throttles, passcodeGate: createPasscodeGate(throttles) };
  workshopRoutes(app, context);
  workshopCopyRoutes(app, context);
  inviteRoutes(app, context);
  sessionRoutes(app, context);
  waitingRoutes(app, context);
  reactionRoutes(app, context);
  resumeRoutes(app, context);
  participantRoutes(app, context);
  commandRoutes(app, context);
  boardRoutes(app, context);
  boardChangeRoutes(app, context);
  const sendExport = createSendExport(context);
  exportRoutes(app, context, sendExport);
  markdownRoutes(app, context, sendExport);
  reportLookRoutes(app, context);
  await importRoutes(app, context);
  await imageRoutes(app, context);
  commentRoutes(app, context);
  historyRoutes(app, context);
  deletedRoutes(app, context);
  privateWritingRoutes(app, context);
  cardRoutes(app, context);
  votingRoutes(app, context);
  agendaRoutes(app, context);
  balanceRoutes(app, context);
  undoPersonRoutes(app, context);
  clientConfigRoutes(app, context);
  healthRoutes(app, context);
  if (clientDir !== undefined) await pageRoutes(app, clientDir);
  await app.ready();
  return app;
}
