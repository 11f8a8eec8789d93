import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { UploadImageResponse } from '../../shared/api/images.ts';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { ImageId } from '../../shared/protocol/ids.ts';
import { imageLimits } from '../../shared/protocol/limits.ts';
import { putPictures } from '../files/keep-pictures.ts';
import type { RecodedImage } from '../pictures/recode.ts';
import type { ImageFacts } from '../storage/blob-store.ts';
import { BoardParams } from './boards.ts';
import { type HttpContext, type HttpServer, keeperOf } from './context.ts';
import { failures, refuse } from './problems.ts';
import { rawType, readRawBody, withRawBodies } from './raw-body.ts';
import { createSlots, type Slots } from './slots.ts';
import { visitBoard, visitImage } from './visit.ts';

/** Its description is all that the schema is for: a stream passes it as it is. */
const Picture = z.unknown().meta({
  contentMediaType: rawType,
  description: `A PNG, JPEG, WebP or GIF of up to ${imageLimits.fileMaxBytes / 1e6} MB and ${imageLimits.pixelsMax / 1e6} million pixels.`,
});

/** Several pictures that somebody drops are sent side by side; of all of them together this is what memory has room for. */
const slots = { ofSession: 6, inAll: 24 } as const;

/** Pictures on boards. */
export async function imageRoutes(app: HttpServer, context: HttpContext): Promise<void> {
  await withRawBodies(app, (scope) => addImageRoute(scope, context, createSlots(slots)));
  readImageRoute(app, context);
}

function addImageRoute(app: HttpServer, context: HttpContext, inSlot: Slots): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/images',
    schema: {
      summary: 'Keep a picture for a board',
      description:
        'What is kept is drawn anew from the pixels: upright, at most 4,096 pixels wide and high, and without whatever else was in the file. Few are drawn at once: 429 `busy` says when to ask again.',
      params: BoardParams,
      consumes: [rawType],
      body: Picture,
      response: { 201: UploadImageResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'image.add');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const read = await inSlot(visit.visitor.sessionId, () => readPicture(request, context));
      if (read === 'busy') return refuse(reply, read);
      if (read.status === 'refused') return refuse(reply, read.code);
      const { content, ...facts } = read.image;
      const image: ImageFacts = {
        ...{ ...facts, id: ImageId.parse(nanoid()), boardId, bytes: content.length },
        ...{ by: visit.visitor.participantId, createdAtMs: Date.now() },
      };
      if (!(await putPictures(keeperOf(context), visit.board, [{ image, content }])))
        return refuse(reply, 'pictures-full');
      const { id, type, width, height, isAnimated, bytes } = image;
      context.log.info({ boardId, imageId: id, type, bytes, by: image.by }, 'image.kept');
      return reply.code(201).send({ image: { id, type, width, height, isAnimated, bytes } });
    },
  });
}

type Read =
  | { readonly status: 'ok'; readonly image: RecodedImage }
  | { readonly status: 'refused'; readonly code: ProblemCode };

async function readPicture(request: FastifyRequest, { imageReader, throttles }: HttpContext): Promise<Read> {
  const refused = (code: ProblemCode): Read => ({ status: 'refused', code });
  if (await throttles.imageOfSession(request)) return refused('too-many-requests');
  const body = request.body as Readable | null | undefined;
  if (!body) return refused('bad-request');
  const bytes = await readRawBody(body, imageLimits.fileMaxBytes);
  if (bytes === 'too-large') return refused(bytes);
  if (bytes === 'broken-off') return refused('bad-request');
  const result = await imageReader.read(bytes);
  switch (result.status) {
    case 'kept':
      return { status: 'ok', image: result.image };
    case 'busy':
      return refused('busy');
    case 'refused':
      return refused(refusals[result.fault]);
  }
}

const refusals = {
  unknown: 'unsupported-media-type',
  broken: 'picture-unknown',
  'too-large': 'too-large',
} as const satisfies Record<string, ProblemCode>;

function readImageRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/images/:imageId',
    schema: {
      summary: 'A picture, for whoever may read the boards of its workshop; it never changes',
      params: z.object({ imageId: ImageId }),
      response: {
        200: { description: 'The picture', content: { 'image/*': { schema: z.unknown() } } },
        304: { description: 'It is there already', content: { 'image/*': { schema: z.unknown() } } },
        ...failures,
      },
    },
    handler: async (request, reply) => {
      const { imageId } = request.params;
      const visit = await visitImage(request, context, imageId);
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { image, content } = visit;
      const tag = `"${imageId}"`;
      reply.header('Cache-Control', 'private, max-age=31536000, immutable');
      reply.header('ETag', tag);
      // Opened by itself it can do nothing, whatever a browser takes it for.
      reply.header('Content-Security-Policy', "sandbox; default-src 'none'");
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      if (content === null) {
        context.log.error({ imageId, boardId: image.boardId }, 'image.damaged');
        return refuse(reply, 'not-ready');
      }
      reply.header('Content-Type', image.type);
      return reply.code(200).send(Buffer.from(content.buffer, content.byteOffset, content.length));
    },
  });
}
