import { nanoid } from 'nanoid';
import type { Language } from '../../shared/api/text.ts';
import { templateTitle } from '../../shared/method/titles.ts';
import { BoardId, type WorkshopId } from '../../shared/protocol/ids.ts';
import { textLimits } from '../../shared/protocol/limits.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { LandedBoard } from './land.ts';

/** What is known of a board that is made of a file. */
export function factsOf(
  { title, template, language, createdAtMs }: LandedBoard,
  of: { readonly workshopId: WorkshopId; readonly language: Language; readonly fileName: string },
): StoredBoard {
  const now = Date.now();
  const spoken = language ?? of.language;
  const names = [title, nameWithoutPath(of.fileName)].map(asLine);
  return {
    ...{ id: BoardId.parse(nanoid()), template, language: spoken, workshopId: of.workshopId, binnedAtMs: null },
    title: names.find((name) => name !== '') ?? templateTitle(template, spoken),
    createdAtMs: Math.min(createdAtMs ?? now, now),
    example: false,
  };
}

const nameWithoutPath = (fileName: string): string => (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');

/** What a title may be, of any text. */
export const asLine = (text: string): string => {
  const plain = text.normalize('NFC').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ');
  return Array.from(plain.trim().slice(0, textLimits.boardTitle))
    .filter((part) => !/\p{Cs}/u.test(part))
    .join('')
    .trim();
};
