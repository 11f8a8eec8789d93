import { expect, type Page } from '@playwright/test';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { CardPerson } from '../pages-canvas/cards.ts';
import type { Room } from '../pages-canvas/lab.ts';

/** What a case is played with, inside the page: two people at one board. */
export interface Stage {
  readonly a: CardPerson;
  readonly b: CardPerson;
  readonly room: Room;
  settle(): Promise<void>;
}

/**
 * @param page gives the page with the editors.
 * @returns plays a case there and returns what it returns; fails when the canvases do not agree in the end.
 */
export const cardPlayer =
  (page: () => Page) =>
  async <T>(template: TemplateId, action: (stage: Stage) => Promise<T>): Promise<T> => {
    const { seen, same } = await page().evaluate(
      async ([id, source]) => {
        const room = new lab.Room(2);
        const [a, b] = (await lab.openCards(room, id as TemplateId)) as [CardPerson, CardPerson];
        const run = new Function(`return ${source}`)() as (stage: Stage) => Promise<unknown>;
        const seen = await run({ a, b, room, settle: () => room.settle() });
        await room.settle();
        return { seen, same: room.isSame() };
      },
      [template, action.toString()] as const,
    );
    expect(same, 'all canvases say what the document says').toBe(true);
    return seen as T;
  };
