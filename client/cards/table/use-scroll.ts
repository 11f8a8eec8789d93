import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Scroll } from './window.ts';

/** How far an element is scrolled and how much of it is in sight. */
export function useScroll(): readonly [RefObject<HTMLDivElement | null>, Scroll] {
  const ref = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState<Scroll>({ topPx: 0, heightPx: 800 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const read = () => setScroll({ topPx: element.scrollTop, heightPx: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, []);
  return [ref, scroll];
}
