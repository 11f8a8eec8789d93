import { pdfObjects } from './pdf-tools.ts';

type Dictionary = Readonly<Record<string, unknown>>;

/** A file's objects, with references followed. */
export class PdfTree {
  private readonly objects: Record<string, unknown>;
  private readonly pageOf: ReadonlyMap<unknown, number>;

  /** @param hasContents whether what is in streams can be read */
  constructor(bytes: Uint8Array, hasContents = false) {
    this.objects = pdfObjects(bytes, hasContents);
    const pages = this.array(this.read(this.root('/Pages'), '/Kids', false));
    this.pageOf = new Map(pages.map((page, index) => [page, index + 1]));
  }

  get(value: unknown): unknown {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    return (this.objects[`obj:${value}`] as { readonly value?: unknown } | undefined)?.value;
  }
  read(of: unknown, key: string, follow = true): unknown {
    const value = (this.get(of) as Dictionary | undefined)?.[key];
    return follow ? this.get(value) : value;
  }
  array(value: unknown): readonly unknown[] {
    const got = this.get(value);
    return Array.isArray(got) ? got : got === undefined || got === null ? [] : [got];
  }
  root(key: string): unknown {
    return this.read(this.trailer('/Root'), key);
  }
  rootReference(key: string): unknown {
    return this.read(this.trailer('/Root'), key, false);
  }
  info(key: string): unknown {
    return this.read(this.trailer('/Info'), key);
  }
  private trailer(key: string): unknown {
    return (this.objects.trailer as { readonly value: Dictionary }).value[key];
  }
  /** What a stream holds, or the streams of a page one after the other; a byte is a letter. */
  content(reference: unknown): string {
    const stream = (this.objects[`obj:${reference}`] as { readonly stream?: { readonly data: string } } | undefined)
      ?.stream;
    if (stream !== undefined) return Buffer.from(stream.data, 'base64').toString('latin1');
    const parts = this.read(reference, '/Contents', false);
    return (Array.isArray(parts) ? parts : [parts]).map((part) => this.content(part)).join('\n');
  }
  /** 1-based. */
  page(reference: unknown): number {
    return this.pageOf.get(reference) ?? 0;
  }
  pages(): readonly unknown[] {
    return [...this.pageOf.keys()];
  }
}

export const textOf = (value: unknown): string => String(value).replace(/^u:/, '');

/** Names of the elements as they stand in each other, such as `Document(Sect(P P))`. */
export function tagsOf(bytes: Uint8Array): string {
  const tree = new PdfTree(bytes);
  const written = (element: unknown): string => {
    const tag = textOf(tree.read(element, '/S')).slice(1);
    const children = tree
      .array(tree.read(element, '/K'))
      .filter((child) => tree.read(child, '/S') !== undefined)
      .map(written);
    return children.length === 0 ? tag : `${tag}(${children.join(' ')})`;
  };
  return tree
    .array(tree.read(tree.root('/StructTreeRoot'), '/K'))
    .map(written)
    .join(' ');
}

export interface OutlineNode {
  readonly title: string;
  readonly page: number;
  readonly below: readonly OutlineNode[];
}

export function outlineOf(bytes: Uint8Array): OutlineNode[] {
  const tree = new PdfTree(bytes);
  const below = (parent: unknown): OutlineNode[] => {
    const nodes: OutlineNode[] = [];
    for (let node = tree.read(parent, '/First'); node !== undefined; node = tree.read(node, '/Next')) {
      const [page] = tree.array(tree.read(node, '/Dest'));
      nodes.push({ title: textOf(tree.read(node, '/Title')), page: tree.page(page), below: below(node) });
    }
    return nodes;
  };
  return below(tree.root('/Outlines'));
}

export interface InnerLink {
  readonly page: number;
  readonly to: number;
  readonly words: string;
}

/** Links from page to page, in the order of the pages. */
export function linksOf(bytes: Uint8Array): InnerLink[] {
  const tree = new PdfTree(bytes);
  const names = tree.array(tree.read(tree.read(tree.root('/Names'), '/Dests'), '/Names'));
  const pageOfName = new Map<string, number>();
  for (let at = 0; at < names.length; at += 2)
    pageOfName.set(textOf(names[at]), tree.page(tree.array(names[at + 1])[0]));
  return tree.pages().flatMap((page, index) =>
    tree.array(tree.read(page, '/Annots')).flatMap((annotation) => {
      const action = tree.read(annotation, '/A');
      if (tree.read(action, '/S') !== '/GoTo') return [];
      const to = pageOfName.get(textOf(tree.read(action, '/D'))) ?? 0;
      return [{ page: index + 1, to, words: textOf(tree.read(annotation, '/Contents')) }];
    }),
  );
}

export interface OuterLink {
  readonly url: string;
  readonly words: string;
  /** Left, bottom, right and top in points of the page. */
  readonly box: readonly unknown[];
}

/** Links to other places than the file, in the order of the pages; one that lies over another follows it. */
export function targetsOf(bytes: Uint8Array): OuterLink[] {
  const tree = new PdfTree(bytes);
  return tree.pages().flatMap((page) =>
    tree.array(tree.read(page, '/Annots')).flatMap((annotation) => {
      const action = tree.read(annotation, '/A');
      if (tree.read(action, '/S') !== '/URI') return [];
      const words = textOf(tree.read(annotation, '/Contents'));
      return [{ url: textOf(tree.read(action, '/URI')), words, box: tree.array(tree.read(annotation, '/Rect')) }];
    }),
  );
}

/** BCP 47, of the whole file. */
export const languageOf = (bytes: Uint8Array): string => textOf(new PdfTree(bytes).root('/Lang'));

/** Alternative texts of the figures, in the order of reading; empty where one has none. */
export function figuresOf(bytes: Uint8Array): string[] {
  const tree = new PdfTree(bytes);
  const below = (element: unknown): string[] => [
    ...(tree.read(element, '/S') === '/Figure' ? [textOf(tree.read(element, '/Alt') ?? '')] : []),
    ...tree
      .array(tree.read(element, '/K'))
      .filter((child) => tree.read(child, '/S') !== undefined)
      .flatMap(below),
  ];
  return tree.array(tree.read(tree.root('/StructTreeRoot'), '/K')).flatMap(below);
}
