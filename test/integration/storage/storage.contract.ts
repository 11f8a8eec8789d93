import { expect, test } from 'vitest';
import type { Storage } from '../../../server/storage/storage.ts';
import { newBoardId, newDocument, newWorkshopId, sequence } from './ids.ts';

/** What every storage does when it ends. */
export function storageContract(open: () => Promise<Storage>): void {
  test('[STO12] when it is closed it does what was asked before and refuses everything after', async () => {
    const { log, workshops, history, images, agendas, close } = await open();
    const document = newDocument();
    const appended = log.append(document, [Uint8Array.of(1)]);
    await Promise.all([close(), close()]);
    expect(await appended).toBe(1);
    const closed = { name: 'StorageError', failure: 'closed' };
    await expect(log.load(document)).rejects.toMatchObject(closed);
    await expect(log.append(document, [Uint8Array.of(1)])).rejects.toMatchObject(closed);
    await expect(log.compact(document, sequence(1), Uint8Array.of(1))).rejects.toMatchObject(closed);
    await expect(workshops.getWorkshop(newWorkshopId())).rejects.toMatchObject(closed);
    await expect(history.listVersions(newBoardId())).rejects.toMatchObject(closed);
    await expect(images.listImages(newBoardId())).rejects.toMatchObject(closed);
    await expect(agendas.readAgenda(newBoardId())).rejects.toMatchObject(closed);
    await close();
  });
}
