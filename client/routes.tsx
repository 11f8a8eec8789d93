import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useText } from './i18n/LanguageProvider.tsx';
import { loadPage } from './page-files.ts';
import { PageBoundary } from './pages/PageBoundary.tsx';
import { Loading } from './ui/Spinner.tsx';

const HomePage = lazy(loadPage.home);
const JoinPage = lazy(loadPage.join);
const ResumePage = lazy(loadPage.resume);
const WorkshopPage = lazy(loadPage.workshop);
const BoardPage = lazy(loadPage.board);
const NotFoundPage = lazy(loadPage.notFound);

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
