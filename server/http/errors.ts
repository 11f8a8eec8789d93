import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem, ProblemCode } from '../../shared/api/problem.ts';
import { StorageError } from '../storage/update-log.ts';
import type { HttpServer } from './context.ts';
import { refuse } from './problems.ts';
import { routeOf } from './request-log.ts';

/** Turns everything that goes wrong on the way to a handler, or throws inside one, into a problem. */
export function answerErrors(app: HttpServer): void {
  app.setNotFoundHandler((_request, reply) => {
    refuse(reply, 'not-found');
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code === 'internal' || code === 'not-ready') {
      app.log.error({ route: routeOf(request), code, err: error }, 'request.failed');
    }
    refuse(reply, code, code === 'bad-request' ? wrongFields(error) : undefined);
  });
}

const codeOfStatus: Partial<Record<number, ProblemCode>> = {
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

function codeOf(error: FastifyError): ProblemCode {
  if (error instanceof StorageError) return 'not-ready';
  // An id of an impossible form in the path names nothing, like one that nobody has.
  if (error.validationContext === 'params') return 'not-found';
  const { statusCode = 500 } = error;
  if (statusCode < 400 || statusCode >= 500) return 'internal';
  return codeOfStatus[statusCode] ?? 'bad-request';
}

function wrongFields(error: FastifyError): Problem['errors'] {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  return error.validation.map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'is not understood',
  }));
}
