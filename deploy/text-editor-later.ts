import { join } from 'node:path';
import type { Plugin } from 'vite';

const modules = join(import.meta.dirname, '..', 'node_modules');
const canvas = join(import.meta.dirname, '..', 'client', 'canvas', 'text');

/** Modules of tldraw 3.15.6 that bring the text editor along, and ours in their place. */
const replaced: ReadonlyMap<string, string> = new Map([
  ['tldraw/dist-esm/lib/shapes/text/RichTextArea.mjs', 'RichTextArea.tsx'],
  ['tldraw/dist-esm/lib/ui/components/Toolbar/DefaultRichTextToolbar.mjs', 'RichTextToolbar.tsx'],
  ['tldraw/dist-esm/lib/utils/text/richText.mjs', 'rich-text-html.ts'],
  ['tldraw/dist-esm/lib/utils/text/textDirection.mjs', 'rich-text-html.ts'],
  ['@tldraw/editor/dist-esm/lib/utils/richText.mjs', 'rich-text-fonts.ts'],
]);

/** tldraw's own, for what comes with the editor. */
const original = 'tldraw-text:';
const originals: ReadonlyMap<string, string> = new Map([
  ['area', 'tldraw/dist-esm/lib/shapes/text/RichTextArea.mjs'],
  ['toolbar', 'tldraw/dist-esm/lib/ui/components/Toolbar/DefaultRichTextToolbar.mjs'],
  ['extensions', 'tldraw/dist-esm/lib/utils/text/richText.mjs'],
]);

/**
 * A text is read by everybody and written by few, and not in the first second: what draws it stays with the canvas, the
 * editor for it comes afterwards. tldraw imports both in one piece, so some of its modules are exchanged.
 * @throws when one of them is not where it was: another version of tldraw.
 */
export const textEditorLater: Plugin = {
  name: 'text-editor-later',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source.startsWith(original)) {
      const path = originals.get(source.slice(original.length));
      if (path === undefined) throw new Error(`tldraw has no ${source}`);
      return join(modules, path);
    }
    if (importer === undefined || !source.startsWith('.') || !importer.includes('tldraw')) return null;
    if ([...originals.values()].some((path) => importer.endsWith(`/node_modules/${path}`))) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    if (resolved === null) return null;
    for (const [path, ours] of replaced) if (resolved.id.endsWith(`/node_modules/${path}`)) return join(canvas, ours);
    return null;
  },
};
