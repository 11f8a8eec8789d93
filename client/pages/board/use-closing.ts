import { type ComponentProps, useEffect } from 'react';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import type { OpenRoom } from '../../sync/open-room.ts';

type Editor = Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];

/** Whoever is in the middle of something when the session closes ends it there, so that it goes along. */
export function useClosing(room: OpenRoom, editor: Editor): void {
  useEffect(
    () =>
      room.session.subscribe(() => {
        if (editor === null || (room.session.get()?.closedAtMs ?? null) === null) return;
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        editor.complete();
      }),
    [room, editor],
  );
}
