/**
 * Parts of tldraw's interface that have a name for the eye alone: what opens over a canvas is called by the button that
 * opened it.
 * @returns stops that.
 */
export function namePopovers(container: HTMLElement): () => void {
  const name = () => {
    for (const popover of container.querySelectorAll(':scope > * > [role="dialog"]:not([aria-label])')) {
      const opener = container.querySelector(`[aria-controls="${CSS.escape(popover.id)}"]`);
      const label = opener?.getAttribute('aria-label') ?? opener?.getAttribute('title');
      if (label != null) popover.setAttribute('aria-label', label);
    }
  };
  // Not what is deeper: shapes come and go all the time.
  const observer = new MutationObserver(name);
  observer.observe(container, { childList: true });
  return () => observer.disconnect();
}

/** The handle of a slider has the focus, what is around it the name. */
export function nameSliders(panel: ParentNode): void {
  for (const slider of panel.querySelectorAll('.tlui-slider[title]'))
    slider.querySelector('[role="slider"]')?.setAttribute('aria-label', slider.getAttribute('title') ?? '');
}
