import { z } from 'zod';
import { Audience } from '../../../shared/api/boards.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { papers } from '../compose/report-input.ts';

/** What stays the same from one export of a workshop to the next. */
const RememberedChoices = z.object({
  audience: Audience,
  paper: z.enum(papers),
  names: z.boolean(),
});
export type RememberedChoices = z.infer<typeof RememberedChoices>;

export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem'>;

const storageKey = (id: WorkshopId): string => `commonboard.export.${id}`;

/** @returns null where nothing is kept that can be read */
export function rememberedChoices(
  id: WorkshopId,
  storage: ChoiceStorage | null = browserStorage(),
): RememberedChoices | null {
  try {
    return RememberedChoices.parse(JSON.parse(storage?.getItem(storageKey(id)) ?? 'null'));
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing, or no more, the choices last as long as the dialog. */
export function rememberChoices(
  id: WorkshopId,
  choices: RememberedChoices,
  storage: ChoiceStorage | null = browserStorage(),
): void {
  try {
    storage?.setItem(storageKey(id), JSON.stringify(choices));
  } catch {
    return;
  }
}

/** Null where the browser keeps nothing for pages, as in some private windows. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
