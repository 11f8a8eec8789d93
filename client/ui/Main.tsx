import { type ReactNode, useEffect, useRef } from 'react';

interface MainProps {
  /** Of the browser's tab. */
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

let firstPageShown = false;

/**
 * What a page is about. On going from page to page it takes the focus, as a fresh document would: the keyboard starts at
 * its top and screen readers say where one is.
 */
export function Main({ title, className, children }: MainProps) {
  const element = useRef<HTMLElement>(null);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const within = element.current;
    if (firstPageShown && within !== null && !within.contains(document.activeElement)) {
      within.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    firstPageShown = true;
  }, []);

  return (
    <main ref={element} tabIndex={-1} className={className}>
      {children}
    </main>
  );
}
