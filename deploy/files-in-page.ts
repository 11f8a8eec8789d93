import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Every page needs them: they are fetched beside the entry, which asks for them, and not behind it. */
const ofEveryPage = ['rolldown-runtime', 'start', 'pages'];

/** What a board waits for, and what it shows at once beside its canvas, in the order in which it asks. */
const boardParts = ['BoardPage', 'BoardView', 'text-editor', 'beside'];

/** What is read here of what the build makes. */
interface Chunk {
  readonly type: 'chunk';
  readonly name: string;
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}
type Output = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/** @throws when there is none: what is listed here was renamed or is no file of its own any more. */
function chunkNamed(name: string, output: Output): Chunk {
  const found = Object.values(output).find((file): file is Chunk => file.type === 'chunk' && file.name === name);
  if (found === undefined) throw new Error(`the build makes no file of ${name}`);
  return found;
}

/** Names of what these cannot run without, in the order in which it is found, with its styles; by name, how heavy. */
function filesOf(chunks: readonly Chunk[], output: Output): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const waiting = [...chunks];
  for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
    if (found.has(chunk.fileName)) continue;
    found.set(chunk.fileName, chunk.code.length);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.set(style, 0);
    waiting.push(...chunk.imports.map((name) => output[name]).filter((file) => file?.type === 'chunk'));
  }
  return found;
}

/** The canvas weighs as much as all else: it comes first, and the others beside it. */
function boardFiles(output: Output): readonly string[] {
  const there = filesOf([chunkNamed('index', output), chunkNamed('JoinPage', output)], output);
  const parts = boardParts.flatMap((name) => [...filesOf([chunkNamed(name, output)], output)]);
  const files = [...new Map(parts)].filter(([name]) => !there.has(name));
  const heaviest = Math.max(...files.map(([, weight]) => weight));
  return [...files.filter(([, weight]) => weight === heaviest), ...files.filter(([, weight]) => weight < heaviest)].map(
    ([name]) => name,
  );
}

/** Lists in the page what cannot be found out before its scripts are there. */
export const filesInPage: Plugin = {
  name: 'files-in-page',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  transformIndexHtml: (_html, { bundle }): HtmlTagDescriptor[] => {
    const output = bundle as Output;
    return [
      ...ofEveryPage.map((name) => ({
        ...{ tag: 'link', injectTo: 'head' as const },
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${chunkNamed(name, output).fileName}` },
      })),
      // For client/pages/join/use-board-ahead.ts: no browser fetches what stands in a template.
      {
        ...{ tag: 'template', injectTo: 'body', attrs: { id: 'board-files' } },
        children: boardFiles(output).map((name) => ({ tag: 'link', attrs: { href: `/${name}` } })),
      },
    ];
  },
};
