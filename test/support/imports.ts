import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { literalText, type Node, nodeAt, nodesOf } from './syntax.ts';

/** One mention of another module in a file. */
export interface Import {
  readonly from: string;
  /** Path of the project's file, or the name of the package. */
  readonly to: string;
  readonly kind: 'file' | 'package';
  /** False for imports that are gone once types are stripped, and for addresses of files. */
  readonly runs: boolean;
}

/** Static, dynamic and type imports, re-exports, `new URL('./x', import.meta.url)`; `@import`, `composes` and `url()` of CSS. */
export const importsOf = (file: SourceFile): readonly Import[] =>
  (file.path.endsWith('.css') ? mentionsInCss(file) : mentionsInScript(file)).map(({ specifier, runs }) => ({
    from: file.path,
    ...resolve(file.path, specifier),
    runs,
  }));

interface Mention {
  readonly specifier: string;
  readonly runs: boolean;
}

function mentionsInScript(file: SourceFile): readonly Mention[] {
  return [...nodesOf(file)].flatMap((node) => {
    const mention = mentionIn(node);
    if (mention === null) return [];
    if (mention.specifier === null) throw new Error(`${file.path}: an import whose target cannot be read`);
    return [{ specifier: mention.specifier, runs: mention.runs }];
  });
}

function mentionIn(node: Node): { specifier: string | null; runs: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literalText(node.source), runs: node.importKind !== 'type' };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? { specifier: literalText(node.source), runs: node.exportKind !== 'type' } : null;
    case 'ImportExpression':
      // Of `import(new URL('./x', import.meta.url).href)` the address is what counts.
      if (addressIn(nodeAt(nodeAt(node, 'source') ?? node, 'object')) !== null) return null;
      return { specifier: literalText(node.source), runs: true };
    case 'TSImportType':
      return { specifier: literalText(node.source), runs: false };
    case 'TSExternalModuleReference':
      return { specifier: literalText(node.expression), runs: true };
    case 'NewExpression':
      return addressIn(node);
    default:
      return null;
  }
}

/** `new URL('./worker.ts', import.meta.url)`, by which workers and assets are named. */
function addressIn(node: Node | null): Mention | null {
  if (node?.type !== 'NewExpression') return null;
  const [target, base] = node.arguments as readonly (Node | undefined)[];
  if (nodeAt(node, 'callee')?.name !== 'URL' || base?.type !== 'MemberExpression') return null;
  const specifier = literalText(target);
  return nodeAt(base, 'object')?.type === 'MetaProperty' && specifier !== null ? { specifier, runs: false } : null;
}

const cssMention = /@import\s+(?:url\()?\s*['"]?([^'")\s;]+)|\bfrom\s+['"]([^'"]+)['"]|url\(\s*['"]?([^'")]+)/g;

const mentionsInCss = ({ text }: SourceFile): readonly Mention[] =>
  [...text.matchAll(cssMention)]
    .filter(([, , , address]) => address === undefined || !/^(data:|#|\/)/.test(address))
    .map(([, imported, composed, address]) => imported ?? composed ?? `./${address}`)
    .map((specifier) => ({ specifier, runs: true }));

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'kind'> {
  const bare = specifier.replace(/\?.*$/, '');
  if (/^\.{1,2}(\/|$)/.test(bare)) return { kind: 'file', to: posix.join(posix.dirname(from), bare) };
  const [scope = '', name] = bare.split('/');
  return { kind: 'package', to: scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope };
}

/** @returns one cycle of imports that run, as the files on it; null when there is none */
export function findCycle(imports: readonly Import[]): readonly string[] | null {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind, runs } of imports) {
    if (kind === 'file' && runs) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return null;
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
