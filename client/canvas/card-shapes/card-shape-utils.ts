import { CardShapeUtil } from './CardShapeUtil.tsx';
import { MirrorShapeUtil } from './MirrorShapeUtil.tsx';
import { RelationShapeUtil } from './RelationShapeUtil.tsx';
import { ViewShapeUtil } from './ViewShapeUtil.tsx';

/** To be handed to the editor and, as they are, to the store's schema. */
export const cardShapeUtils = [CardShapeUtil, MirrorShapeUtil, RelationShapeUtil, ViewShapeUtil] as const;
