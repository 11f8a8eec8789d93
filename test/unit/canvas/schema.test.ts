import type { Editor } from 'tldraw';
import { expect, it } from 'vitest';
import { boardSchema } from '../../../shared/board/schema.ts';

it('[CAN4] the canvas shows exactly the shapes that a board may hold', async () => {
  const { createTLStore } = await import('tldraw');
  const { bindingUtils, shapeUtils } = await import('../../../client/canvas/shape-utils.ts');
  const store = createTLStore({ shapeUtils, bindingUtils });
  expect(store.schema.serialize()).toEqual(boardSchema.serialize());
  for (const Util of shapeUtils) {
    const util = new Util({} as Editor);
    const shape = {
      ...{ id: 'shape:s', typeName: 'shape', type: Util.type, parentId: 'page:page', index: 'a1' },
      ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {}, props: util.getDefaultProps() },
    };
    expect(() => boardSchema.types.shape.validate(shape), Util.type).not.toThrow();
  }
});
