import { join } from 'node:path';

const client = join(import.meta.dirname, '..', 'client');
const pages = join(client, 'pages');

interface Graph {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
    readonly importers: readonly string[];
  } | null;
}

const boardView = join(pages, 'board', 'BoardView.tsx');

/** What every board asks for once its canvas is drawn, by its path in the client. */
export const besideCanvas = [
  'api/comments.ts',
  'api/voting.ts',
  'canvas/presence/WritingTags.tsx',
  'canvas/pictures/PicturesOnCanvas.tsx',
  'canvas/ui/CanvasNews.tsx',
  'cards/ground.ts',
  'cards/help/HelpChips.tsx',
  'cards/help/create-help.ts',
  'cards/help/load-help.ts',
  'cards/panel/CardDrawer.tsx',
  'cards/tools/CardsOnCanvas.tsx',
  'pages/board/BoardPicture.tsx',
  'pages/board/GuestsBanner.tsx',
  'pages/board/PrivateWriting.tsx',
  'pages/board/attention/Attention.tsx',
  'pages/board/attention/HandButton.tsx',
  'pages/board/comments/CommentsOnCanvas.tsx',
  'pages/board/comments/MentionNews.tsx',
  'pages/board/locks/LocksOnBoard.tsx',
  'pages/board/reactions/ReactButton.tsx',
  'pages/board/reactions/Reactions.tsx',
  'pages/board/regions.ts',
  'pages/board/run/BoardGuidePanel.tsx',
  'pages/board/run/RunOnBoard.tsx',
  'pages/board/tools/BoardTools.tsx',
  'pages/board/tools/FacilitateMenu.tsx',
  'pages/board/tools/MoreMenu.tsx',
  'pages/board/voting/Voting.tsx',
  'pages/board/voting/VotingNews.tsx',
];
/** What a board at rest fetches for the case that the connection goes (`client/ui/lazy-part.ts`). */
export const ahead = [
  'canvas/pictures/WaitingPictures.tsx',
  'canvas/pictures/put-pictures.ts',
  'canvas/ui/ProjectorView.tsx',
  'pages/board/BoardTable.tsx',
  'pages/board/EndedState.tsx',
  'pages/board/PeopleDrawer.tsx',
  'pages/board/tools/FindPanel.tsx',
  'pages/board/tools/SheetDialog.tsx',
  'pages/board/tools/ShortcutsDialog.tsx',
];

/** Everything that a module cannot run without, itself included, but for what is known. */
function closureOf(root: string, graph: Graph, known: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || known.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/** Everything that may run without a canvas having been opened: what other pages need must not bring the canvas along. */
function withoutCanvas(graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [join(client, 'index.html')];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || id === boardView) continue;
    found.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    waiting.push(...importedIds, ...dynamicallyImportedIds);
  }
  return found;
}

/** Of a package only what is used gets into a file; what its index names as well must not come along. */
const isOurs = (id: string): boolean => !id.includes('node_modules') || /@phosphor-icons|\/zod\//.test(id);

/** The first takes what it needs along, and so on: what every page begins with does not land in the file of one. */
const names = [
  'index',
  'start',
  'pages',
  'HomePage',
  'JoinPage',
  'boards',
  'session',
  'workshops',
  'widgets',
  'beside',
  'ahead',
] as const;
const ofBoard: ReadonlySet<string> = new Set(['widgets', 'beside', 'ahead']);
type Chunks = Readonly<Record<(typeof names)[number], ReadonlySet<string>>>;

function divide(graph: Graph): Chunks {
  const index = closureOf(join(client, 'index.html'), graph);
  const start = closureOf(join(client, 'start.tsx'), graph, index);
  const known = new Set([...index, ...start]);
  /** What a page shares with others, and what it has for itself. */
  const partsOf = (folder: string, page: string) => {
    // Modules that import each other are as own as whatever else imports them.
    const isOwn = (id: string, onTheWay: readonly string[] = []): boolean => {
      const importers = graph.getModuleInfo(id)?.importers ?? [];
      if (id.startsWith(join(pages, folder)) || onTheWay.includes(id)) return true;
      return importers.length > 0 && importers.every((importer) => isOwn(importer, [...onTheWay, id]));
    };
    const parts = [...closureOf(join(pages, folder, `${page}.tsx`), graph, known)].filter(isOurs);
    return { own: new Set(parts.filter((id) => isOwn(id))), shared: parts.filter((id) => !isOwn(id)) };
  };
  const [home, joining] = [partsOf('home', 'HomePage'), partsOf('join', 'JoinPage')];
  const shared = new Set([...home.shared, ...joining.shared]);
  // What the canvas of a board has in common with the page that phones get of it: one file instead of five.
  const everywhere = new Set([...known, ...shared]);
  const onBoardPage = closureOf(join(pages, 'board', 'BoardPage.tsx'), graph, everywhere);
  const onWorkshopPage = closureOf(join(pages, 'workshop', 'WorkshopPage.tsx'), graph, everywhere);
  const all = new Set([...everywhere, ...onBoardPage]);
  const onCanvas = closureOf(boardView, graph, all);
  const companion = join(pages, 'companion');
  const onPhone = closureOf(join(companion, 'Companion.tsx'), graph, all);
  const inVote = closureOf(join(companion, 'VoteTab.tsx'), graph, all);
  const elsewhere = withoutCanvas(graph);
  const drawn = new Set([...all, ...onCanvas]);
  const partsAt = (paths: readonly string[], there: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      paths.flatMap((path) => {
        const id = join(client, path);
        if (graph.getModuleInfo(id) === null) throw new Error(`no page asks for ${path}`);
        return [...closureOf(id, graph, there)];
      }),
    );
  const beside = partsAt(besideCanvas, drawn);
  const later = partsAt(ahead, new Set([...drawn, ...beside]));
  const ours = (ids: Iterable<string>, is: (id: string) => boolean): ReadonlySet<string> =>
    new Set([...ids].filter((id) => isOurs(id) && is(id)));
  const onlyWithCanvas = (id: string): boolean => !elsewhere.has(id);
  return {
    index,
    start,
    pages: shared,
    HomePage: home.own,
    JoinPage: joining.own,
    boards: ours([...onPhone, ...inVote], (id) => onCanvas.has(id)),
    // And what both say of the session, which the canvas does not wait for.
    session: ours(onPhone, (id) => !onCanvas.has(id) && !id.startsWith(companion)),
    // How a workshop is asked for, by its own page and by those of its boards.
    workshops: ours(onBoardPage, (id) => onWorkshopPage.has(id)),
    // And what both draw with, which the canvas does not wait for.
    widgets: ours([...beside, ...later], (id) => onWorkshopPage.has(id)),
    beside: ours(beside, onlyWithCanvas),
    ahead: ours(later, onlyWithCanvas),
  };
}

/**
 * Left to itself the build makes a file of every few modules that two pages share: some twenty for joining and 160 for a
 * board, each with a way to the server and back. Here the entry is a small file that asks for the others; what draws every
 * page is one, what the two pages by which people come in share with others is another, and each of these two pages is
 * one. Of a board, what is shown beside the canvas at once is one, and what is fetched ahead another.
 */
export function pageChunks() {
  let chunks: Chunks | undefined;
  return {
    groups: names.map((name, place) => ({
      name: (id: string, graph: Graph): string | null => {
        chunks ??= divide(graph);
        return chunks[name].has(id) ? name : null;
      },
      priority: names.length - place,
      // What these need of packages stays in the files that the build makes of what it uses of them.
      includeDependenciesRecursively: !ofBoard.has(name),
    })),
  };
}
