import { join } from 'node:path';
import type { Plugin } from 'vite';

const client = join(import.meta.dirname, '..', 'client');
const entry = join(client, 'main.tsx');
const joinPages = join(client, 'pages', 'join');

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
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

type Chunks = Readonly<Record<'start' | 'pages', ReadonlySet<string>>>;

function divide(graph: Graph): Chunks {
  const start = closureOf(entry, graph);
  const joining = [...closureOf(join(joinPages, 'JoinPage.tsx'), graph, start)];
  return { start, pages: new Set(joining.filter((id) => isOurs(id) && !id.startsWith(joinPages))) };
}

/**
 * Left to itself the build makes a file of every few modules that two pages share: some twenty for joining, each with a
 * way to the server and back. Here what starts every page is one, and what joining shares with the other pages another.
 */
export function pageChunks() {
  let chunks: Chunks | undefined;
  const group = (name: keyof Chunks, priority: number) => ({
    name: (id: string, graph: Graph): string | null => {
      chunks ??= divide(graph);
      return chunks[name].has(id) ? name : null;
    },
    // A group takes along what its modules need, unless one before it has that.
    priority,
  });
  return { groups: [group('start', 2), group('pages', 1)] };
}

/** Every page needs it: it is fetched beside the start and not after it. */
export const preloadPages: Plugin = {
  name: 'preload-pages',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.values(bundle)
      .filter((file) => file.type === 'chunk' && file.name === 'pages')
      .map(({ fileName }) => ({
        ...{ tag: 'link', injectTo: 'head' as const },
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
      })),
};
