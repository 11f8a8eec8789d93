import { join } from 'node:path';

const client = join(import.meta.dirname, '..', 'client');
const pages = join(client, 'pages');

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly importers: readonly string[] } | null;
}

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

/** Of a package only what is used gets into a file; what its index names as well must not come along. */
const isOurs = (id: string): boolean => !id.includes('node_modules') || /@phosphor-icons|\/zod\//.test(id);

/** The first takes what it needs along, and so on: what every page begins with does not land in the file of one. */
const names = ['index', 'start', 'pages', 'HomePage', 'JoinPage', 'boards', 'session', 'workshops'] as const;
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
  const onCanvas = closureOf(join(pages, 'board', 'BoardView.tsx'), graph, all);
  const companion = join(pages, 'companion');
  const onPhone = closureOf(join(companion, 'Companion.tsx'), graph, all);
  const inVote = closureOf(join(companion, 'VoteTab.tsx'), graph, all);
  return {
    ...{
      index,
      start,
      pages: shared,
      boards: new Set([...onPhone, ...inVote].filter((id) => onCanvas.has(id) && isOurs(id))),
    },
    // And what both say of the session, which the canvas does not wait for.
    session: new Set([...onPhone].filter((id) => !onCanvas.has(id) && !id.startsWith(companion) && isOurs(id))),
    // How a workshop is asked for, by its own page and by those of its boards.
    workshops: new Set([...onBoardPage].filter((id) => onWorkshopPage.has(id) && isOurs(id))),
    ...{ HomePage: home.own, JoinPage: joining.own },
  };
}

/**
 * Left to itself the build makes a file of every few modules that two pages share: some twenty for joining, each with a
 * way to the server and back. Here the entry is a small file that asks for the others; what draws every page is one, what
 * the two pages by which people come in share with others is another, and each of these two pages is one.
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
    })),
  };
}
