import { nanoid } from 'nanoid';
import { CreateWorkshopResponse, DuplicateWorkshopRequest, type Workshop } from '../../shared/api/workshops.ts';
import { seedBoard } from '../../shared/method/seed.ts';
import { BoardId, type ImageId, OrganisationId, ParticipantId, WorkshopId } from '../../shared/protocol/ids.ts';
import { imageLimits } from '../../shared/protocol/limits.ts';
import { addressedOrigin } from '../access/origin.ts';
import { type CopyNames, copyRecords } from '../files/copy-records.ts';
import { encodeInTurns } from '../files/land.ts';
import { picturesWithin } from '../files/pictures-within.ts';
import { copyAgenda } from '../session/agendas.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { newInvite } from './new-link.ts';
import { failures, refuse } from './problems.ts';
import { roomOf } from './restoring.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export function workshopCopyRoutes(app: HttpServer, context: HttpContext): void {
  const { config, log, storage, throttles } = context;
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/duplicate',
    schema: {
      summary: 'Make a workshop of this one for its next session',
      description:
        'Organisations go along with their colours, the logo and colour of reports too, and the named boards with their agendas; people and links do not. Of a card whose author is known, the organisation is written into the card, unless the card says one.',
      params: WorkshopParams,
      body: DuplicateWorkshopRequest,
      response: { 201: CreateWorkshopResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'workshop.duplicate');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await throttles.newWorkshop(request)) return refuse(reply, 'too-many-requests');
      const origin = addressedOrigin(request.raw, config.reach);
      if (origin === null) return refuse(reply, 'bad-request', [{ path: 'Host', message: 'is no address' }]);
      const source = await storage.workshops.getWorkshop(workshopId);
      if (!source) return refuse(reply, 'not-found');
      const { title, withCards, boards: wanted } = request.body;
      const known = new Map((await storage.workshops.listBoards(workshopId)).map((board) => [board.id, board]));
      const boards = [...new Set(wanted)].map((id) => known.get(id));
      if (boards.some((board) => board === undefined || board.binnedAtMs !== null))
        return refuse(reply, 'bad-request', [{ path: 'boards', message: 'one of them is no board of the workshop' }]);

      const workshop: Workshop = { ...source, id: WorkshopId.parse(nanoid()), title, createdAtMs: Date.now() };
      const names = await namesIn(context, workshopId);
      const copies: StoredBoard[] = [];
      for (const board of boards.filter((board) => board !== undefined)) {
        const copy = await copyBoard(context, workshop, board, withCards ? names : null);
        if (copy === 'damaged') return refuse(reply, 'not-ready');
        copies.push(copy);
      }
      const [facilitator, participant, viewer] = (['facilitator', 'participant', 'viewer'] as const).map((role) =>
        newInvite(role, origin),
      ) as [NewLink, NewLink, NewLink];
      const invites = [facilitator.invite, participant.invite, viewer.invite];
      const look = await storage.workshops.getReportLook(workshopId);
      await storage.workshops.copyWorkshop(workshop, invites, names.list, copies, look);
      log.info({ workshopId, copyId: workshop.id, boards: copies.length, withCards }, 'workshop.duplicated');
      return reply.code(201).send({
        workshop,
        invites: { facilitator: facilitator.link, participant: participant.link, viewer: viewer.link },
      });
    },
  });
}

type NewLink = ReturnType<typeof newInvite>;

interface Names extends Omit<CopyNames, 'organisationOfAuthor'> {
  readonly list: readonly { readonly id: OrganisationId; readonly name: string; readonly colour: number }[];
}

/** Organisations under new ids; what was merged into one is that one. */
async function namesIn({ storage: { workshops } }: HttpContext, workshopId: WorkshopId): Promise<Names> {
  const [known, merged] = await Promise.all([
    workshops.listOrganisations(workshopId),
    workshops.listMergedOrganisations(workshopId),
  ]);
  const organisations = new Map<string, OrganisationId>(known.map(({ id }) => [id, OrganisationId.parse(nanoid())]));
  const list = known.map(({ id, name, colour }) => ({ id: organisations.get(id) as OrganisationId, name, colour }));
  for (const { id, into } of merged) {
    const there = organisations.get(into);
    if (there !== undefined) organisations.set(id, there);
  }
  return { organisations, list };
}

/**
 * Stores everything of a copy but the board itself: what no board names is harmless, a board without its log is not.
 * @param names null: without what people made
 */
async function copyBoard(
  context: HttpContext,
  workshop: Workshop,
  source: StoredBoard,
  names: Names | null,
): Promise<StoredBoard | 'damaged'> {
  const { template, language, example, title } = source;
  const id = BoardId.parse(nanoid());
  const { createdAtMs } = workshop;
  const update =
    names === null
      ? seedBoard({ template, language, createdAtMs, example, partnership: workshop.title, boardTitle: title })
      : await contentOf(context, source, id, names);
  if (update === 'damaged') return update;
  await context.storage.log.append(roomOf(id), [update]);
  await copyAgenda(context.storage.agendas, source.id, id);
  return { id, workshopId: workshop.id, title, template, language, createdAtMs, binnedAtMs: null, example };
}

async function contentOf(
  { registry, storage }: HttpContext,
  { id: sourceId, workshopId: sourceWorkshopId }: StoredBoard,
  id: BoardId,
  { organisations }: Names,
): Promise<Uint8Array | 'damaged'> {
  const found = await registry.withRoom(roomOf(sourceId), async (room) => [...room.records.values()]);
  if (found === 'damaged') return found;
  const authors = new Set(found.map(({ meta }) => ParticipantId.safeParse((meta as { author?: unknown }).author).data));
  const homes = new Map<unknown, OrganisationId>();
  for (const author of authors) {
    const person = author === undefined ? null : await storage.workshops.getParticipant(author);
    const home = person && organisations.get(person.organisation.id);
    if (home) homes.set(author, home);
  }
  const { records, pictures } = copyRecords(found, {
    organisations,
    organisationOfAuthor: (author) => homes.get(author),
  });
  await copyPictures(storage, sourceWorkshopId, id, pictures);
  return encodeInTurns(records);
}

/** One after the other, so that no more than one of them is in memory. */
async function copyPictures(
  storage: HttpContext['storage'],
  from: WorkshopId,
  boardId: BoardId,
  pictures: ReadonlyMap<ImageId, ImageId>,
): Promise<void> {
  const within = await picturesWithin(storage, from);
  // A board that is a copy itself shows pictures of the original beside its own.
  const perBoardMax = Math.max(imageLimits.perBoardMax, pictures.size);
  const room = { perBoardMax, keptPerBoardMax: perBoardMax };
  for (const [original, id] of pictures) {
    const found = await within.getImage(original);
    if (found?.content == null) continue;
    // New, or what collects pictures of boards that never came would find them too old.
    const image = { ...found.image, id, boardId, by: null, createdAtMs: Date.now() };
    await storage.images.putImages(boardId, [{ image, content: found.content }], room);
  }
}
