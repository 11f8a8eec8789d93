/** Each page is a file of its own: who joins by link does not wait for the canvas. */
export const loadPage = {
  home: async () => ({ default: (await import('./pages/home/HomePage.tsx')).HomePage }),
  join: async () => ({ default: (await import('./pages/join/JoinPage.tsx')).JoinPage }),
  resume: async () => ({ default: (await import('./pages/resume/ResumePage.tsx')).ResumePage }),
  workshop: async () => ({ default: (await import('./pages/workshop/WorkshopPage.tsx')).WorkshopPage }),
  board: async () => ({ default: (await import('./pages/board/BoardPage.tsx')).BoardPage }),
  notFound: async () => ({ default: (await import('./pages/not-found/NotFoundPage.tsx')).NotFoundPage }),
};

/** The page behind an address, as far as can be told before the routes are there. */
export function pageAt(path: string): keyof typeof loadPage {
  const [, first, , third] = path.split('/');
  if (first === '') return 'home';
  if (first === 'join' || first === 'resume') return first;
  return third === 'board' ? 'board' : 'workshop';
}
