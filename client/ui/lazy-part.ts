import { type ComponentType, lazy } from 'react';

const retryMs = 4_000;

/**
 * A component that comes after the page, for `Suspense` to wait for. A gap in the network is waited out: a page that is
 * there must not break over a part that is not.
 */
// biome-ignore lint/suspicious/noExplicitAny: as React's own `lazy` has it, or no component with props would fit.
export const lazyPart = <Part extends ComponentType<any>>(load: () => Promise<{ readonly default: Part }>) =>
  lazy(() => untilThere(load));

/** Asks again until it is there. */
export async function untilThere<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
