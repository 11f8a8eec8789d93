import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { offerSheet, onSheet, type SheetRequest } from '../../../canvas/ui/sheet-request.ts';
import { useMethod } from '../../../cards/method.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';

const loadDialog = async () => ({ default: (await import('./SheetDialog.tsx')).SheetDialog });
const SheetDialog = lazyPart(loadDialog, { ahead: true });

/** Rows of a spreadsheet pasted on the canvas become cards or one text, as whoever pastes them says. */
export function SheetOffer() {
  const { editor } = useMethod();
  const [request, setRequest] = useState<SheetRequest | null>(null);
  useEffect(() => onSheet(editor, setRequest), [editor]);
  useEarlyPaste();
  return request === null ? null : (
    <Suspense fallback={null}>
      <SheetDialog request={request} onClose={() => setRequest(null)} />
    </Suspense>
  );
}

/** Spreadsheets bring a picture of their cells along, which the canvas would take first. */
function useEarlyPaste(): void {
  const { editor } = useMethod();
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const [focused, canvas] = [document.activeElement, editor.getContainer()];
    // A dialog that has just closed leaves the focus to what is around the canvas, which takes keys from there.
    const isOnCanvas = focused === null || focused.contains(canvas) || canvas.contains(focused);
    const isWriting = focused instanceof HTMLInputElement || editor.getEditingShapeId() !== null;
    if (!isOnCanvas || isWriting || event.clipboardData === null) return;
    const [html, text] = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
    if (!offerSheet(editor, { text, html, point: undefined })) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', listener, { capture: true });
    return () => window.removeEventListener('paste', listener, { capture: true });
  }, []);
}
