import { type ContentMarks, contentMarks } from './content-marks.ts';
import { PdfTree, textOf } from './pdf-tree.ts';

/** Where an element may stand; elements of other kinds may stand in any that is not named here (PDF 1.7, 14.8.4). */
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI'],
  LBody: ['LI'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
  Caption: ['Table', 'L', 'TOC', 'Figure'],
};
const childrenOf: Readonly<Record<string, readonly string[]>> = {
  Document: ['Sect'],
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'Caption'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};
const known = new Set(
  'Document Sect H1 H2 H3 H4 H5 H6 P Span Link L LI Lbl LBody Table Caption TR TH TD TOC TOCI Figure'.split(' '),
);

interface Element {
  readonly reference: string;
  readonly tag: string;
  readonly parent: Element | null;
  readonly children: Element[];
}

/** What the tags say is where, by page and number, and by annotation. */
interface Claims {
  readonly content: Map<string, string[]>;
  readonly annotations: Map<string, string[]>;
}

/**
 * What is wrong with the tags of a file, measured against what PDF/UA-1 (ISO 14289-1) asks for and a program can tell: each
 * thing drawn is told once or an artifact, the tree holds together both ways, headings do not jump, figures, tables and links
 * say what they are, title and language are there. Empty for a file that is as it should be.
 */
export function structureFaults(bytes: Uint8Array): string[] {
  const tree = new PdfTree(bytes, true);
  const claims: Claims = { content: new Map(), annotations: new Map() };
  const faults = [...documentFaults(tree)];
  const roots = tree.array(tree.read(tree.root('/StructTreeRoot'), '/K', false));
  const elements = roots.flatMap((root) => readElements(tree, root, null, claims, faults));
  if (roots.length !== 1 || elements[0]?.tag !== 'Document') faults.push('the tree is no one Document');
  faults.push(...headingFaults(elements), ...elements.flatMap((element) => elementFaults(tree, element)));
  const parentOf = parentTree(tree);
  for (const [index, page] of tree.pages().entries()) {
    const name = `page ${index + 1}`;
    const marks = contentMarks(tree.content(page));
    faults.push(...pageFaults(name, marks, index));
    faults.push(...claimFaults(tree, { name, page, marks, claims, parentOf }));
    faults.push(...annotationFaults(tree, { name, page, claims, parentOf }));
  }
  for (const where of claims.content.keys()) faults.push(`content ${where} is told and not drawn`);
  for (const annotation of claims.annotations.keys()) faults.push(`annotation ${annotation} is told and on no page`);
  return faults;
}

function documentFaults(tree: PdfTree): string[] {
  const xml = Buffer.from(tree.content(tree.rootReference('/Metadata')), 'latin1').toString('utf8');
  const wanted: readonly [string, boolean][] = [
    ['marked as tagged', tree.read(tree.root('/MarkInfo'), '/Marked') === true],
    ['a language', /^[a-z]{2}/.test(textOf(tree.root('/Lang') ?? ''))],
    ['its title in the window', tree.read(tree.root('/ViewerPreferences'), '/DisplayDocTitle') === true],
    ['a title', textOf(tree.info('/Title') ?? '').trim() !== ''],
    ['a title in its metadata', /<dc:title>[\s\S]*\S[\s\S]*<\/dc:title>/.test(xml)],
    ['PDF/UA in its metadata', /pdfuaid:part(?:>|=")1/.test(xml)],
  ];
  return wanted.flatMap(([what, isThere]) => (isThere ? [] : [`the file has not ${what}`]));
}

function readElements(
  tree: PdfTree,
  reference: unknown,
  parent: Element | null,
  claims: Claims,
  faults: string[],
): Element[] {
  const tag = textOf(tree.read(reference, '/S')).slice(1);
  const element: Element = { reference: String(reference), tag, parent, children: [] };
  const found = [element];
  const above = parent === null ? tree.rootReference('/StructTreeRoot') : parent.reference;
  if (tree.read(reference, '/P', false) !== above) faults.push(`a ${tag} does not know what it is in`);
  const claim = (of: Map<string, string[]>, key: string): void => {
    of.set(key, [...(of.get(key) ?? []), element.reference]);
  };
  for (const child of tree.array(tree.read(reference, '/K', false))) {
    const page = tree.read(child, '/Pg', false) ?? tree.read(reference, '/Pg', false);
    if (typeof child === 'number') claim(claims.content, `${page}#${child}`);
    else if (tree.read(child, '/Type') === '/MCR') claim(claims.content, `${page}#${tree.read(child, '/MCID')}`);
    else if (tree.read(child, '/Type') === '/OBJR') claim(claims.annotations, String(tree.read(child, '/Obj', false)));
    else {
      const below = readElements(tree, child, element, claims, faults);
      if (below[0] !== undefined) element.children.push(below[0]);
      found.push(...below);
    }
  }
  return found;
}

/** The first heading of each part of the file is its largest; none is more than one level below the one before. */
function headingFaults(elements: readonly Element[]): string[] {
  let level = 0;
  return elements.flatMap(({ tag, parent }) => {
    if (tag === 'Sect' && parent?.tag === 'Document') level = 0;
    const next = Number(/^H([1-6])$/.exec(tag)?.[1] ?? 0);
    if (next === 0) return [];
    const fault = next > level + 1 ? [`an H${next} follows ${level === 0 ? 'no heading' : `an H${level}`}`] : [];
    level = next;
    return fault;
  });
}

function elementFaults(tree: PdfTree, { reference, tag, parent, children }: Element): string[] {
  const faults: string[] = [];
  if (!known.has(tag)) faults.push(`${tag} is no tag`);
  if (parent !== null && parentsOf[tag]?.includes(parent.tag) === false) faults.push(`a ${tag} in a ${parent.tag}`);
  for (const child of children)
    if (childrenOf[tag]?.includes(child.tag) === false) faults.push(`a ${child.tag} in a ${tag}`);
  if (tag === 'Figure' && textOf(tree.read(reference, '/Alt') ?? '').trim() === '')
    faults.push('a Figure without words');
  const attributes = tree.array(tree.read(reference, '/A'));
  if (tag === 'TH' && !attributes.some((each) => /^\/(Column|Row|Both)$/.test(String(tree.read(each, '/Scope')))))
    faults.push('a TH that heads nothing');
  if (tag === 'Table') {
    const rows = children.filter((child) => child.tag === 'TR').map((row) => row.children);
    if (new Set(rows.map((cells) => cells.length)).size !== 1) faults.push('a Table with rows of several lengths');
    if (rows[0]?.every((cell) => cell.tag === 'TH') !== true) faults.push('a Table without heads');
  }
  return faults;
}

/** Elements by the numbers that pages and annotations have: a list for a page, one for an annotation. */
function parentTree(tree: PdfTree): ReadonlyMap<number, unknown> {
  const numbers = new Map<number, unknown>();
  const add = (node: unknown): void => {
    const entries = tree.array(tree.read(node, '/Nums'));
    for (let at = 0; at < entries.length; at += 2) numbers.set(Number(entries[at]), entries[at + 1]);
    for (const kid of tree.array(tree.read(node, '/Kids'))) add(kid);
  };
  add(tree.read(tree.root('/StructTreeRoot'), '/ParentTree', false));
  return numbers;
}

function pageFaults(name: string, { untold, faults, artifacts }: ContentMarks, index: number): string[] {
  return [
    ...untold.slice(0, 3).map((what) => `${name}: neither told nor an artifact: ${what}`),
    ...faults.map((fault) => `${name}: ${fault}`),
    // What stands at the foot of every page but the cover.
    ...(index > 0 && !artifacts.includes('Pagination') ? [`${name}: its foot is no artifact of pages`] : []),
  ];
}

interface PageOf {
  readonly name: string;
  readonly page: unknown;
  readonly claims: Claims;
  readonly parentOf: ReadonlyMap<number, unknown>;
}

/** Takes away what it finds. */
function claimFaults(
  tree: PdfTree,
  { name, page, marks, claims, parentOf }: PageOf & { readonly marks: ContentMarks },
): string[] {
  const elements = tree.array(parentOf.get(Number(tree.read(page, '/StructParents'))));
  const faults = new Set(marks.marked).size === marks.marked.length ? [] : [`${name}: a number is given twice`];
  for (const id of marks.marked) {
    const key = `${page}#${id}`;
    const [element, ...others] = claims.content.get(key) ?? [];
    if (element === undefined) faults.push(`${name}: content ${id} is told by nothing`);
    else if (others.length > 0) faults.push(`${name}: content ${id} is told twice`);
    else if (elements[id] !== element) faults.push(`${name}: content ${id} leads to another element`);
    claims.content.delete(key);
  }
  return faults;
}

function annotationFaults(tree: PdfTree, { name, page, claims, parentOf }: PageOf): string[] {
  const annotations = tree.array(tree.read(page, '/Annots')).map(String);
  const faults = annotations.length > 0 && tree.read(page, '/Tabs') !== '/S' ? [`${name}: links out of order`] : [];
  for (const annotation of annotations) {
    const [element, ...others] = claims.annotations.get(annotation) ?? [];
    if (element === undefined || others.length > 0) faults.push(`${name}: a link is told ${others.length + 1} times`);
    else if (tree.read(element, '/S') !== '/Link')
      faults.push(`${name}: a link is told as ${tree.read(element, '/S')}`);
    if (parentOf.get(Number(tree.read(annotation, '/StructParent'))) !== element)
      faults.push(`${name}: a link leads to another element`);
    if (textOf(tree.read(annotation, '/Contents') ?? '').trim() === '') faults.push(`${name}: a link without words`);
    claims.annotations.delete(annotation);
  }
  return faults;
}
