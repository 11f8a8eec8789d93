import { type RefObject, useEffect, useEffectEvent } from 'react';

interface Clipboard {
  /** @returns null to leave it to the browser */
  copy(): string | null;
  /** @returns whether it was taken */
  paste(text: string): boolean;
}

/**
 * What is copied and pasted while the focus is inside an element. Browsers tell the page, not the element, where nothing is
 * selected in it.
 */
export function useClipboard(ref: RefObject<HTMLElement | null>, { copy, paste }: Clipboard): void {
  const isInside = () => ref.current?.contains(document.activeElement) === true;
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const text = isInside() ? copy() : null;
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isInside() && paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  });
  useEffect(() => {
    const [copied, pasted] = [(event: ClipboardEvent) => onCopy(event), (event: ClipboardEvent) => onPaste(event)];
    document.addEventListener('copy', copied);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('copy', copied);
      document.removeEventListener('paste', pasted);
    };
  }, []);
}
