import type { CopyPage } from './copy-page.ts';

declare global {
  /** Inside the page of offline-copy.spec.ts. */
  const copyPage: CopyPage;
}
