import type { Lab } from './lab.ts';

declare global {
  /** Inside the page that lab.html is. */
  const lab: Lab;
}
