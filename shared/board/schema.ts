import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLSchema } from '@tldraw/tlschema';
import { headingProps, labelProps, markProps, zoneProps } from './template-shapes.ts';

const { embed: _embed, bookmark: _bookmark, ...drawn } = defaultShapeSchemas;

/**
 * Everything a board may hold: tldraw's shapes without embeds and bookmarks, which would fetch from third parties, and
 * ours. The canvas builds the same schema from its shape utils; a test holds the two against each other.
 */
export const boardSchema: TLSchema = createTLSchema({
  shapes: {
    ...drawn,
    heading: { props: headingProps },
    zone: { props: zoneProps },
    label: { props: labelProps },
    mark: { props: markProps },
  },
  bindings: defaultBindingSchemas,
});
