import type { Editor } from 'tldraw';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';

/**
 * Lets copies name their pictures instead of holding them, as tldraw's do, and say which workshop keeps them: everybody on
 * another board of it may see them too.
 */
export function copyByName(editor: Editor, workshop: WorkshopId): void {
  editor.resolveAssetsInContent = async (content) =>
    content && { ...content, assets: content.assets.map((asset) => ({ ...asset, meta: { workshop } })) };
}
