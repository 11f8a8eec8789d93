import { type TLShapeId, TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { placeShape } from './editor-board.ts';
import { lockDeskOf } from './lock-desk.ts';
import { lockable, toggleLocks } from './lock-shapes.ts';
import { placesAt } from './places-at.ts';

/** What whoever leads locks for participants: what is selected, and the zone and frame that the menu was opened over. */
export function LockItems() {
  const editor = useEditor();
  const t = useText();
  const desk = useValue('lock desk', () => lockDeskOf(editor).get(), [editor]);
  const shapes = useValue('what can be locked', () => lockable(editor), [editor]);
  const places = useValue('places to lock', () => (desk === null ? [] : placesAt(editor, desk.menuPoint())), [
    editor,
    desk,
  ]);
  if (desk === null) return null;
  return (
    <TldrawUiMenuGroup id="locks">
      {shapes.length > 0 && (
        <TldrawUiMenuItem
          id="lock"
          kbd="shift+l"
          label={t(shapes.every(({ isLocked }) => isLocked) ? 'locks.unlock' : 'locks.lock')}
          onSelect={() => toggleLocks(editor)}
        />
      )}
      {places.map((shapeId) => {
        const place = desk.nameOf(shapeId);
        const kind = placeShape(editor.getShape(shapeId as TLShapeId))?.type === 'zone' ? 'Zone' : 'Frame';
        if (place === null) return null;
        const isLocked = desk.places.has(place);
        return (
          <TldrawUiMenuItem
            key={shapeId}
            id={`lock-${kind.toLowerCase()}`}
            label={t(isLocked ? `locks.unlock${kind}` : `locks.lock${kind}`)}
            onSelect={() => desk.setLocked(place, !isLocked)}
          />
        );
      })}
    </TldrawUiMenuGroup>
  );
}
