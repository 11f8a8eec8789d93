import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardId, ImageId, VersionId, WorkshopId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { namedPictures, shownPictures } from '../files/shown-pictures.ts';
import type { Log } from '../observe/log.ts';
import type { Clock } from '../rooms/clock.ts';
import { JOURNAL_MS } from '../rooms/history.ts';
import { readContent } from '../rooms/history-content.ts';
import type { Registry } from '../rooms/registry.ts';
import type { KeptImage } from '../storage/blob-store.ts';
import type { Storage } from '../storage/storage.ts';
import { StorageError } from '../storage/update-log.ts';

/**
 * How long nothing has to show a picture before it goes: as long as deleted things can be brought back, so that whoever
 * undoes, or comes back with work from offline, finds the pictures that go with it.
 */
export const UNUSED_MAX_MS = JOURNAL_MS;

/** A picture is sent before the shape that shows it: a younger one may be on its way to a board. */
const ON_ITS_WAY_MS = 60 * 60 * 1_000;

/** A server that has just started has rooms to open. */
const FIRST_MS = 10 * 60 * 1_000;
const EVERY_MS = 24 * 60 * 60 * 1_000;

/** A workshop is not looked through again sooner, however many pictures are refused meanwhile. */
const LOOK_AGAIN_MS = 60_000;

export interface PictureCollectionOptions {
  readonly storage: Pick<Storage, 'workshops' | 'history' | 'images'>;
  readonly registry: Pick<Registry, 'glance' | 'ownLayers'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The pictures of a workshop, and what its boards say of them. */
interface Look {
  readonly boardIds: readonly BoardId[];
  /** That no board shows, each with the assets that name it. */
  readonly unused: readonly { readonly image: KeptImage; readonly assets: readonly string[] }[];
}

/**
 * Frees the pictures that nothing can show any more: no board of their workshop, in the bin or not, no version, and nothing
 * that was deleted or can be undone. Whatever cannot be read keeps all pictures of its workshop.
 */
export class PictureCollection {
  readonly #options: PictureCollectionOptions;
  /** Versions that were found to show a picture: as long as they are there, no other has to be read for it. */
  readonly #holders = new Map<ImageId, VersionId>();
  readonly #lookedAtMs = new Map<WorkshopId, number>();
  /** Under way, of workshops that have no room for a picture. */
  readonly #looks = new Map<WorkshopId, Promise<unknown>>();
  #cancelNext = () => {};
  #pass: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: PictureCollectionOptions) {
    this.#options = options;
  }

  /** Collects once a day from now on. */
  start(): void {
    this.#cancelNext = this.#options.clock.after(FIRST_MS, () => this.#passNow());
  }

  /** Resolves when nothing is under way any more. Idempotent. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelNext();
    await this.#pass;
  }

  /**
   * Notes which pictures no board of the workshop shows, so that they count against none.
   * @throws StorageError when storage is out of reach.
   */
  async findUnused(workshopId: WorkshopId): Promise<void> {
    const nowMs = this.#options.clock.monotonicMs();
    const lookedAtMs = this.#lookedAtMs.get(workshopId) ?? Number.NEGATIVE_INFINITY;
    const underWay = this.#looks.get(workshopId);
    if (underWay === undefined && nowMs - lookedAtMs < LOOK_AGAIN_MS) return;
    const look = underWay ?? this.#look(workshopId);
    this.#looks.set(workshopId, look);
    try {
      await look;
      this.#lookedAtMs.set(workshopId, nowMs);
    } finally {
      this.#looks.delete(workshopId);
    }
  }

  /** Goes through all pictures once. Never rejects. */
  async collect(): Promise<void> {
    const { storage, log } = this.#options;
    try {
      const workshopIds = new Set<WorkshopId>();
      for (const boardId of await storage.images.listImageBoards()) {
        if (this.#isStopped) return;
        const board = await storage.workshops.getBoard(boardId);
        if (board !== null) workshopIds.add(board.workshopId);
        else await this.#collectOrphans(boardId);
      }
      for (const workshopId of workshopIds) if (!this.#isStopped) await this.#collectIn(workshopId);
    } catch (error) {
      if (error instanceof StorageError) log.warn({ failure: error.failure }, 'pictures.not-collected');
      else log.error({ err: error }, 'pictures.not-collected');
    }
  }

  #passNow(): void {
    this.#pass = this.collect().then(() => {
      if (!this.#isStopped) this.#cancelNext = this.#options.clock.after(EVERY_MS, () => this.#passNow());
    });
  }

  /** Of a board that was to be made and never came. */
  async #collectOrphans(boardId: BoardId): Promise<void> {
    const images = await this.#options.storage.images.listImages(boardId);
    await this.#free(images.filter(({ createdAtMs }) => createdAtMs <= this.#unusedBeforeMs));
  }

  async #collectIn(workshopId: WorkshopId): Promise<void> {
    const look = await this.#look(workshopId);
    if (look === null) return;
    const due = look.unused.filter(
      ({ image }) => image.unusedSinceMs !== null && image.unusedSinceMs <= this.#unusedBeforeMs,
    );
    const shown = await this.#shownByVersions(new Set(due.map(({ image }) => image.id)), look.boardIds);
    if (shown === null) return;
    const hidden = due
      .filter(({ image }) => !shown.has(image.id))
      .map(({ image, assets }) => ({ image, names: [image.id, ...assets] }));
    const named = await this.#namedInJournals(
      look.boardIds,
      hidden.flatMap(({ names }) => names),
    );
    if (named === null) return;
    const free = hidden.filter(({ names }) => !names.some((name) => named.has(name))).map(({ image }) => image);
    // Reading all that takes a while, in which somebody may have come back with work that shows one.
    const still = free.length > 0 ? await this.#look(workshopId) : null;
    const unused = new Set(still?.unused.map(({ image }) => image.id));
    await this.#free(free.filter(({ id }) => unused.has(id)));
  }

  get #unusedBeforeMs(): number {
    return this.#options.clock.nowMs() - UNUSED_MAX_MS;
  }

  /** @returns null where a board cannot be read, or the server stops */
  async #look(workshopId: WorkshopId): Promise<Look | null> {
    const { storage, registry, clock, log } = this.#options;
    const boardIds = (await storage.workshops.listBoards(workshopId)).map(({ id }) => id);
    const shown = new Set<ImageId>();
    const assets = new Map<ImageId, string[]>();
    // What somebody has put on their own layer is seen by them, and by everybody later.
    const own = (await Promise.all(boardIds.map((boardId) => registry.ownLayers(boardId)))).flat();
    const shared = boardIds.map((boardId) => ({ layer: 'shared', boardId }) as const);
    for (const address of [...shared, ...own]) {
      if (this.#isStopped) return null;
      const { boardId } = address;
      const records = await registry.glance(formatRoomName(address));
      if (records === 'damaged') {
        log.warn({ workshopId, boardId }, 'pictures.board-unreadable');
        return null;
      }
      for (const id of shownPictures(records)) shown.add(id);
      for (const [id, names] of namedPictures(records)) assets.set(id, [...(assets.get(id) ?? []), ...names]);
      await nextTurn();
    }
    const nowMs = clock.nowMs();
    const images = await this.#imagesOf(boardIds);
    const unused = images.filter(({ id, createdAtMs }) => !shown.has(id) && createdAtMs <= nowMs - ON_ITS_WAY_MS);
    const ids = (some: readonly KeptImage[]) => some.map(({ id }) => id);
    // A board can name whatever it likes: pictures of other workshops are none of its business.
    const used = images.filter(({ id }) => shown.has(id));
    await storage.images.noteImageUse({ shown: ids(used), unused: ids(unused), atMs: nowMs });
    return { boardIds, unused: unused.map((image) => ({ image, assets: assets.get(image.id) ?? [] })) };
  }

  async #imagesOf(boardIds: readonly BoardId[]): Promise<readonly KeptImage[]> {
    const { images } = this.#options.storage;
    return (await Promise.all(boardIds.map((boardId) => images.listImages(boardId)))).flat();
  }

  /** @returns those of the pictures that some version shows; null where one cannot be read */
  async #shownByVersions(
    pictures: ReadonlySet<ImageId>,
    boardIds: readonly BoardId[],
  ): Promise<ReadonlySet<ImageId> | null> {
    const { storage, log } = this.#options;
    const versions = (await Promise.all(boardIds.map((boardId) => storage.history.listVersions(boardId)))).flat();
    const known = new Set(versions.map(({ id }) => id));
    const shown = new Set([...pictures].filter((id) => known.has(this.#holders.get(id) as VersionId)));
    for (const { boardId, id: versionId } of versions) {
      if (shown.size === pictures.size) break;
      if (this.#isStopped) return null;
      await nextTurn();
      const read = await storage.history.readVersion(boardId, versionId);
      // Thinned out meanwhile.
      if (read === null) continue;
      const records = read.content && (await readContent(read.content));
      if (records === null) {
        log.warn({ boardId, versionId }, 'pictures.version-unreadable');
        return null;
      }
      for (const id of shownPictures(records)) {
        if (!pictures.has(id) || shown.has(id)) continue;
        shown.add(id);
        this.#holders.set(id, versionId);
      }
    }
    return shown;
  }

  /** @returns those of the names that stand in what was deleted, or can be undone; null where the server stops */
  async #namedInJournals(boardIds: readonly BoardId[], names: readonly string[]): Promise<ReadonlySet<string> | null> {
    const { history } = this.#options.storage;
    const named = new Set<string>();
    for (const boardId of boardIds) {
      if (this.#isStopped) return null;
      const open = names.filter((name) => !named.has(name));
      if (open.length === 0) break;
      for (const name of await history.findInJournal(boardId, open, this.#unusedBeforeMs)) named.add(name);
    }
    return named;
  }

  async #free(images: readonly KeptImage[]): Promise<void> {
    const { storage, log } = this.#options;
    for (const { id, boardId, bytes } of images) {
      await storage.images.deleteImage(id);
      this.#holders.delete(id);
      log.info({ boardId, imageId: id, bytes }, 'image.collected');
    }
  }
}
