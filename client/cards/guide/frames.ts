import { useValue } from 'tldraw';
import { nameInView, nameOfFrame, useCurrentFrame, zoomToFrame } from '../../canvas/frames.ts';
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

/** A page of the template on the board, the first of them where it goes on. */
const firstPage = (view: Method['view'], frameId: string | null) =>
  view.get().frames.find(({ frame, page }) => frame.id === frameId && page === 0);

/** Goes to the page of the template, the first of them where it goes on. */
export function goToFrame({ editor, view }: Method, frameId: string): void {
  const found = firstPage(view, frameId);
  if (found !== undefined) zoomToFrame(editor, found.shape.id);
}

/** As the board names it, with its number. */
export function frameName({ template, language }: Pick<Method, 'template' | 'language'>, frameId: string): string {
  const frame = template.frames.find(({ id }) => id === frameId);
  return frame === undefined ? '' : `${frame.number} ${frame.title[language]}`;
}

/** What a phase calls a place, as the board does: a zone by its heading, a frame by its title; null: the board has none such. */
export function placeName({ template, language }: Pick<Method, 'template' | 'language'>, place: string): string | null {
  const [frameId, zoneId] = place.split('/');
  const frame = template.frames.find(({ id }) => id === frameId);
  if (zoneId === undefined) return frame?.title[language] ?? null;
  const zone = frame?.zones.find(({ id }) => id === zoneId);
  return (zone?.title ?? zone?.name ?? zone?.prompt)?.[language] ?? null;
}

/** Whether all of a page of the template is to be seen, but for its edges. */
export function showsFrame({ editor, view }: Method, frameId: string): boolean {
  const found = firstPage(view, frameId);
  const bounds = found && editor.getShapePageBounds(found.shape.id);
  return bounds !== undefined && editor.getViewportPageBounds().contains(bounds.clone().expandBy(-bounds.w / 20));
}

/** As the board is moved; false while there is no board, or no page is asked for. */
export const useShowsFrame = (method: Method | null, frameId: string | null): boolean =>
  useValue('shows frame', () => method !== null && frameId !== null && showsFrame(method, frameId), [method, frameId]);

/** A page of the template on the board, in its units, or what one sees where it has none such; null: not yet drawn. */
export function viewOf({ editor, view }: Method, frameId: string | null) {
  const found = firstPage(view, frameId);
  const bounds = found === undefined ? editor.getViewportPageBounds() : editor.getShapePageBounds(found.shape.id);
  if (bounds === undefined) return null;
  const { x, y, w, h } = bounds;
  return { x, y, w, h };
}

/** What is in that view, for those without a canvas; null where it has no name. */
export function nameOfView({ editor, view }: Method, frameId: string | null) {
  const found = firstPage(view, frameId);
  return found === undefined ? nameInView(editor) : nameOfFrame(editor, found.shape.id);
}
