import { expect, test } from 'vitest';
import { writeFile } from '../../../server/files/write-file.ts';
import type { ImageFacts } from '../../../server/storage/blob-store.ts';
import { imagePath } from '../../../shared/api/images.ts';
import { recordFile } from '../../../shared/board/files/record-file.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { BoardId, ImageId } from '../../../shared/protocol/ids.ts';
import { imageAsset } from '../board/support/tldraw.ts';

const factsOf = (name: string, bytes: number): ImageFacts => ({
  ...{ id: ImageId.parse(name.padEnd(21, '0')), boardId: BoardId.parse('b'.repeat(21)), bytes, by: null },
  ...{ type: 'image/png', width: 1, height: 1, isAnimated: false, createdAtMs: 0 },
});

/** Pictures that are there at once, as from a quick disk; those of no bytes are damaged. */
function picturesOf(facts: readonly ImageFacts[]) {
  const held = new Map(facts.map((image) => [image.id, image]));
  const getImage = async (id: ImageId) => {
    const image = held.get(id);
    return image ? { image, content: image.bytes === 0 ? null : new Uint8Array(image.bytes).fill(7) } : null;
  };
  return { facts: held, images: { getImage } };
}

const assetsOf = (facts: readonly ImageFacts[]) =>
  facts.map(({ id }, at) => imageAsset(`p${at}`, imagePath(id)) as AnyRecord);

test('[TRV23] a file comes piece by piece, and between two of them others have their turn', async () => {
  const facts = Array.from({ length: 12 }, (_, at) => factsOf(`p${at}`, 60_000));
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const { text, picturesLeftOut } = await writeFile(recordFile({}, assetsOf(facts), 2), picturesOf(facts));
  const before = turns;
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  isOver = true;
  expect(pieces.length).toBeGreaterThanOrEqual(facts.length);
  expect([before, turns - before].every((passed) => passed >= facts.length)).toBe(true);
  expect(picturesLeftOut).toBe(0);
  expect(JSON.parse(pieces.join('')).records).toHaveLength(facts.length);
});

test('[TRV19] a picture that is damaged, or not of this workshop, keeps its address and is counted', async () => {
  const [kept, damaged, elsewhere] = [factsOf('k', 3), factsOf('d', 0), factsOf('e', 3)];
  const file = recordFile({}, assetsOf([kept, damaged, elsewhere]), 0);
  const { text, picturesLeftOut } = await writeFile(file, picturesOf([kept, damaged]));
  expect(picturesLeftOut).toBe(2);
  let whole = '';
  for await (const piece of text) whole += piece;
  const sources = JSON.parse(whole).records.map(({ props }: { props: { src: string } }) => props.src);
  expect(sources).toEqual(['data:image/png;base64,BwcH', imagePath(damaged.id), imagePath(elsewhere.id)]);
});
