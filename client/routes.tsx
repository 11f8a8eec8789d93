import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useText } from './i18n/LanguageProvider.tsx';
import { PageBoundary } from './pages/PageBoundary.tsx';
import { Loading } from './ui/Spinner.tsx';

/** Each page is a file of its own: who joins by link does not wait for the canvas. */
const load = {
  home: async () => ({ default: (await import('./pages/home/HomePage.tsx')).HomePage }),
  join: async () => ({ default: (await import('./pages/join/JoinPage.tsx')).JoinPage }),
  resume: async () => ({ default: (await import('./pages/resume/ResumePage.tsx')).ResumePage }),
  workshop: async () => ({ default: (await import('./pages/workshop/WorkshopPage.tsx')).WorkshopPage }),
  board: async () => ({ default: (await import('./pages/board/BoardPage.tsx')).BoardPage }),
  notFound: async () => ({ default: (await import('./pages/not-found/NotFoundPage.tsx')).NotFoundPage }),
};
const HomePage = lazy(load.home);
const JoinPage = lazy(load.join);
const ResumePage = lazy(load.resume);
const WorkshopPage = lazy(load.workshop);
const BoardPage = lazy(load.board);
const NotFoundPage = lazy(load.notFound);

/** Fetches the page of an address while the texts are still on their way. A failure shows when the page is drawn. */
export function preloadPage(path: string): void {
  const [, first, , third] = path.split('/');
  const page =
    first === ''
      ? load.home
      : first === 'join' || first === 'resume'
        ? load[first]
        : third === 'board'
          ? load.board
          : load.workshop;
  // Whoever joins will need the canvas: the largest part of the way in comes while they write their name.
  page()
    .then(() => (page === load.join ? import('./canvas/binding/rich-text.ts') : undefined))
    .catch(() => undefined);
}

/** The addresses of pages/paths.ts and the page behind each. */
export function Routes() {
  const t = useText();
  return (
    <PageBoundary>
      <Suspense fallback={<Loading label={t('common.loading')} />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/join" component={JoinPage} />
          <Route path="/resume" component={ResumePage} />
          <Route path="/workshop/:workshopId">
            {({ workshopId }) => <WorkshopPage key={workshopId} workshopId={workshopId} />}
          </Route>
          <Route path="/workshop/:workshopId/board/:boardId">
            {({ workshopId, boardId }) => <BoardPage key={boardId} workshopId={workshopId} boardId={boardId} />}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}
