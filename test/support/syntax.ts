import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

/** A node of the syntax tree (ESTree with TypeScript), read loosely: tests look at a few kinds only. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export const nodeAt = (node: Node, key: string): Node | null => (isNode(node[key]) ? node[key] : null);

/** @returns the text of a string literal, or what a template literal begins with; null for anything else */
export function literalText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const [first] = node.quasis as readonly { value: { cooked: string } }[];
  return first?.value.cooked ?? null;
}

/** Every node of a TypeScript or JavaScript file, outer before inner. @throws when the file does not parse */
export function* nodesOf({ path, text }: SourceFile): Generator<Node> {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  yield* walk(program);
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) yield value;
    for (const child of Object.values(value)) yield* walk(child);
  }
}
