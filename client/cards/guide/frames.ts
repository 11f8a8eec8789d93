import { useValue } from 'tldraw';
import { useCurrentFrame, zoomToFrame } from '../../canvas/frames.ts';
import type { Method } from '../method.ts';

/** The page of the template that fills most of the view; null where none does. */
export function useFrameInView({ editor, view }: Method): string | null {
  const current = useCurrentFrame(editor);
  return useValue(
    'frame in view',
    () => view.get().frames.find(({ shape }) => shape.id === current)?.frame.id ?? null,
    [view, current],
  );
}

/** Goes to the page of the template, the first of them where it goes on. */
export function goToFrame({ editor, view }: Method, frameId: string): void {
  const found = view.get().frames.find(({ frame, page }) => frame.id === frameId && page === 0);
  if (found !== undefined) zoomToFrame(editor, found.shape.id);
}

/** As the board names it, with its number. */
export function frameName({ template, language }: Pick<Method, 'template' | 'language'>, frameId: string): string {
  const frame = template.frames.find(({ id }) => id === frameId);
  return frame === undefined ? '' : `${frame.number} ${frame.title[language]}`;
}
