import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { leftOutHeader, spellLeftOut } from '../../../shared/api/boards.ts';
import type { Visitor } from '../../access/visitor.ts';
import type { WrittenFile } from '../../files/write-file.ts';
import { refuse } from '../problems.ts';
import { createSlots } from '../slots.ts';
import type { Throttles } from '../throttles.ts';

/** A file that goes out. */
export interface ExportedFile {
  readonly fileName: string;
  readonly type: string;
  /** Records that no canvas can show. */
  readonly recordsLeftOut: number;
  readonly content: string | Uint8Array | WrittenFile;
}

export type SendExport = (
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
  make: () => Promise<ExportedFile | 'not-ready' | 'not-found'>,
) => Promise<FastifyReply>;

/**
 * Files of boards are made for few at a time, each until its last byte is on its way: what is on a board is read whole for
 * each of them.
 */
export function createSendExport({
  throttles,
}: {
  readonly throttles: Pick<Throttles, 'heavyReadOfSession'>;
}): SendExport {
  const inSlot = createSlots({ ofSession: 2, inAll: 4 });
  return async (request, reply, { sessionId }, make) => {
    const done = await inSlot(sessionId, async () => {
      if (await throttles.heavyReadOfSession(request)) return refuse(reply, 'too-many-requests');
      const file = await make();
      if (typeof file === 'string') return refuse(reply, file);
      send(reply, file);
      // How it ended is the request log's to tell.
      await finished(reply.raw).catch(() => undefined);
      return reply;
    });
    return done === 'busy' ? refuse(reply, done) : done;
  };
}

function send(reply: FastifyReply, { fileName, type, recordsLeftOut, content }: ExportedFile): void {
  offerAsFile(reply, fileName, type);
  const isStreamed = typeof content === 'object' && 'text' in content;
  const leftOut = { pictures: isStreamed ? content.picturesLeftOut : 0, records: recordsLeftOut };
  if (leftOut.pictures + leftOut.records > 0) reply.header(leftOutHeader, spellLeftOut(leftOut));
  reply.code(200).send(isStreamed ? Readable.from(content.text) : content);
}

/** The name in RFC 8187's spelling, because titles are in any script; a page of ours never shows the file itself. */
function offerAsFile(reply: Pick<FastifyReply, 'header'>, fileName: string, type: string): void {
  const encoded = encodeURIComponent(fileName.replace(/[/\\:]/g, ' ')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply.header('Content-Type', type);
  reply.header('Content-Disposition', `attachment; filename*=UTF-8''${encoded}`);
}
