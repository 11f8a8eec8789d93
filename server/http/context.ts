import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import type { FileReader } from '../files/file-reader.ts';
import type { PictureKeeper } from '../files/keep-pictures.ts';
import type { Log } from '../observe/log.ts';
import type { ImageReader } from '../pictures/image-reader.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Reveal } from '../session/reveal.ts';
import type { SendCard } from '../session/send-card.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Voting } from '../session/voting.ts';
import type { WaitingRoom } from '../session/waiting-room.ts';
import type { Storage } from '../storage/storage.ts';
import type { PictureCollection } from '../upkeep/picture-collection.ts';
import type { PasscodeGate } from './passcode-gate.ts';
import type { Throttles } from './throttles.ts';

export type HttpServer = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Log, ZodTypeProvider>;

/** What the routes work with. */
export interface HttpContext {
  readonly config: Config;
  readonly storage: Storage;
  readonly registry: Pick<
    Registry,
    | 'read'
    | 'withRoom'
    | 'announce'
    | 'dismissAll'
    | 'closeSessions'
    | 'closeSessionsIn'
    | 'refreshPeople'
    | 'tellCommentsChanged'
    | 'tellReaction'
    | 'activityIn'
    | 'hiddenOn'
  >;
  readonly sessions: Pick<Sessions, 'read' | 'now' | 'nowMs' | 'carryOut'>;
  readonly reveal: Reveal;
  readonly sendCard: SendCard;
  readonly voting: Pick<Voting, 'cast' | 'close' | 'cardsOf'>;
  readonly waitingRoom: Pick<WaitingRoom, 'knock' | 'ask' | 'enter' | 'forget' | 'answer' | 'list'>;
  readonly files: Pick<FileReader, 'read'>;
  readonly imageReader: Pick<ImageReader, 'read'>;
  readonly pictures: Pick<PictureCollection, 'findUnused'>;
  readonly log: Log;
  readonly throttles: Throttles;
  readonly passcodeGate: PasscodeGate;
}

/** Where routes keep pictures. */
export const keeperOf = ({ storage: { images }, pictures }: HttpContext): PictureKeeper => ({
  images,
  findUnused: (workshopId) => pictures.findUnused(workshopId),
});
