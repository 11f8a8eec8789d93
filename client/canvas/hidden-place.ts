export interface HiddenPlace {
  readonly element: HTMLElement;
  close(): void;
}

/**
 * Where drawings are laid out to be read: in the document, outside any canvas and its theme, out of sight and reach. It is
 * transparent and not hidden, since what is drawn in it would then count as hidden too.
 */
export function openHiddenPlace(): HiddenPlace {
  const element = document.createElement('div');
  element.className = 'tl-container tl-theme__light tl-theme__force-sRGB';
  element.inert = true;
  element.setAttribute('aria-hidden', 'true');
  element.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:0;height:0;overflow:hidden;opacity:0;pointer-events:none;contain:strict';
  document.body.append(element);
  return { element, close: () => element.remove() };
}
