import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLSchema } from '@tldraw/tlschema';
import { cardShapeSchemas } from './card-shapes.ts';
import { headingProps, labelProps, markProps, zoneProps } from './template-shapes.ts';

const { embed: _embed, bookmark: _bookmark, ...drawn } = defaultShapeSchemas;

/** Shapes that tldraw does not have. */
export const ownShapes = {
  heading: { props: headingProps },
  zone: { props: zoneProps },
  label: { props: labelProps },
  mark: { props: markProps },
  ...cardShapeSchemas,
};

const shapes = { ...drawn, ...ownShapes };

/**
 * Everything a board may hold: tldraw's shapes without embeds and bookmarks, which would fetch from third parties, and
 * ours. The canvas builds the same schema from its shape utils; a test holds the two against each other.
 */
export const boardSchema: TLSchema = createTLSchema({ shapes, bindings: defaultBindingSchemas });

type Kinds = Readonly<Record<string, { readonly props?: object } | undefined>>;
const namesOf = (kinds: Kinds): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(kinds).map(([type, kind]) => [type, new Set(Object.keys(kind?.props ?? {}))]));
const shapeProps = namesOf(shapes);
const bindingProps = namesOf(defaultBindingSchemas);

/** Names of the props of a kind of shape or binding; undefined for a kind that no board holds. */
export function propNamesOf(typeName: unknown, type: unknown): ReadonlySet<string> | undefined {
  const kinds = typeName === 'shape' ? shapeProps : typeName === 'binding' ? bindingProps : undefined;
  return typeof type === 'string' ? kinds?.get(type) : undefined;
}
